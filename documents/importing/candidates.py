"""One row of a table as an act that may enter the library."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from documents.enums import Confidence
from documents.importing.columns import RELATIONS
from documents.importing.relations import (
    Relation,
    RelationProblem,
    parse_relations,
)
from documents.importing.wording import relation_text
from documents.law import gazette
from documents.law.effects import NoteCode, Regulation, check_regulation
from documents.law.names import with_marks
from documents.law.symbols import Symbol, SymbolForm, parse_symbol
from documents.law.symbols.issuers import issuers_left_out
from documents.models import DocumentType, Issuer, JointIssuer, RegulationPage
from documents.models.issuers import joined_names, named_issuers
from documents.models.status import tier_of
from documents.models.wording import GAZETTE_TOO_EARLY, note_message
from portal.importing import Report
from portal.tabular import Row
from portal.vietnamese.dates import short_date

Identity = tuple[str, int, int, int | None]
_RELATION_KEYS = frozenset(kind.value for kind in RELATIONS)
_SIGNERS = ("signer", "signer_title")
_NOT_FACTS = _RELATION_KEYS | {"fields", "issuer", *_SIGNERS}
# Which cell a note about an act's days is about.
_NOTE_KEYS = {
    NoteCode.CLAUSE_SAYS_OTHER_DAY: "effective_from",
    NoteCode.IN_FORCE_BEFORE_SIGNING: "effective_from",
    NoteCode.IN_FORCE_TOO_SOON: "effective_from",
    NoteCode.ENDS_BEFORE_START: "expires_on",
}


@dataclass(slots=True)
class Candidate:
    """What a row states: only cells that say something are in `facts`.

    `key` names it among the acts of file and library: its row, or the record's own
    key where the library has it already.
    """

    row: int
    symbol: str
    type: DocumentType
    issuer: Issuer
    facts: dict[str, Any]
    fields: tuple
    relations: list[Relation]
    year: int | None
    is_normative: bool
    joint: tuple[JointIssuer, ...] = ()
    key: Hashable = None
    act: RegulationPage | None = None
    targets: list[tuple[Relation, Hashable]] = field(default_factory=list)

    @property
    def id(self) -> Hashable:
        return self.key

    @property
    def signed_on(self) -> date | None:
        return self.facts.get("signed_on")

    @property
    def territory(self) -> str | None:
        return self.issuer.territory.name if self.issuer.territory else None

    @property
    def identity(self) -> Identity:
        return self.symbol, self.type.pk, self.issuer.pk, self.year

    @property
    def name(self) -> str:
        return f"{self.symbol} – {joined_names(self.issuers)}"

    @property
    def issuers(self) -> list[Issuer]:
        return [self.issuer, *(row.issuer for row in self.joint)]

    def new_act(self) -> RegulationPage:
        """A page with the facts, and with nothing hanging on it yet."""
        act = RegulationPage(**{"is_normative": self.is_normative} | self.facts)
        act.fields, act.files, act.effects = list(self.fields), [], []
        act.joint_issuers = list(self.joint)
        return act


def candidate(
    row: Row, types: dict[str, DocumentType], report: Report
) -> Candidate | None:
    """The row as an act, or None with the reasons in the report."""
    values = row.values
    symbol = parse_symbol(values["symbol"])
    type_ = values["type"] or types.get(symbol.type)
    if type_ is None:
        _refuse_untyped(row, symbol, report)
        return None
    issuer, *others = values["issuer"]
    signed, *others_signed = _signed(row, len(others) + 1, report)
    found = Candidate(
        row=row.number,
        symbol=str(symbol),
        type=type_,
        issuer=issuer,
        facts=_facts(values) | signed | {"type": type_, "issuer": issuer},
        fields=tuple(values["fields"]),
        relations=[],
        year=symbol.year or _year(values["signed_on"]),
        is_normative=symbol.form in (SymbolForm.NORMATIVE, SymbolForm.LAW),
        joint=tuple(
            JointIssuer(issuer=other, **facts)
            for other, facts in zip(others, others_signed, strict=True)
        ),
        key=("row", row.number),
    )
    _check(found, report)
    for kind in RELATIONS:
        _read_relations(found, values[kind.value], kind, report)
    return None if report.is_refused(row.number) else found


def _refuse_untyped(row: Row, symbol: Symbol, report: Report) -> None:
    if right := with_marks(symbol.type) if symbol.type else "":
        message = _("“%(printed)s” should be written “%(expected)s”.")
        facts = {"printed": symbol.type, "expected": right}
        report.refuse(row.number, "symbol", message % facts, row.values["symbol"])
    else:
        report.refuse(row.number, "type", _("The number does not say the type."))


def _facts(values: dict[str, Any]) -> dict[str, Any]:
    return {
        key: value
        for key, value in values.items()
        if key not in _NOT_FACTS and value not in (None, "")
    }


def _signed(row: Row, issuers: int, report: Report) -> list[dict[str, str]]:
    """Who signed for each of so many issuers, as far as the row says it."""
    signed: list[dict[str, str]] = [{} for _issuer in range(issuers)]
    for key in _SIGNERS:
        named = row.values[key]
        if len(named) > issuers:
            message = _(
                "%(named)s are named, but the act has %(issuers)s issuers: one an "
                "issuer, in the same order."
            )
            facts = {"named": len(named), "issuers": issuers}
            report.refuse(row.number, key, message % facts, "; ".join(named))
        for facts, words in zip(signed, named, strict=False):
            if words:
                facts[key] = words
    return signed


def _year(day: date | None) -> int | None:
    return day.year if day else None


def _check(found: Candidate, report: Report) -> None:
    row, facts = found.row, found.facts
    symbol = parse_symbol(found.symbol)
    if symbol.type and symbol.type != found.type.abbreviation:
        message = _("The number says “%(type)s”.") % {"type": symbol.type}
        report.warn(row, "type", message, found.type.name)
    if symbol.year and found.signed_on and symbol.year != found.signed_on.year:
        message = _("The number is of another year: %(year)s.")
        day = short_date(found.signed_on)
        report.warn(row, "signed_on", message % {"year": symbol.year}, day)
    if missing := issuers_left_out(symbol, (i.abbreviation for i in found.issuers)):
        message = _("The number also names %(issuers)s.")
        names = ", ".join(named_issuers(missing))
        report.warn(row, "issuer", message % {"issuers": names}, found.symbol)
    if gazette.is_too_early(facts.get("gazette_on"), found.signed_on):
        day = short_date(facts["gazette_on"])
        report.refuse(row, "gazette_on", str(GAZETTE_TOO_EARLY), day)
    if facts.get("override_status") and not facts.get("override_source"):
        message = _("A status from elsewhere needs its source.")
        report.refuse(row, "override_status", message)
    rules = Regulation(
        id=row,
        is_normative=facts.get("is_normative", found.is_normative),
        tier=tier_of(found.issuer.level, getattr(found.issuer.territory, "kind", "")),
        signed_on=found.signed_on,
        effective_from=facts.get("effective_from"),
        expires_on=facts.get("expires_on"),
    )
    for note in check_regulation(rules):
        report.warn(row, _NOTE_KEYS[note.code], note_message(note, {}))
    if facts.get("confidence") == Confidence.VERIFIED and "effective_from" not in facts:
        message = _("Verified, but the day it takes effect is not given.")
        report.warn(row, "confidence", message)
    try:
        found.new_act().clean_fields(exclude=_UNSET)
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            for message in messages:
                report.refuse(row, name, message)


# Known to be right, or set when the act is given its place.
_UNSET = frozenset(
    {
        "type", "issuer", "path", "depth", "numchild", "url_path", "slug", "locale",
        "content_type", "draft_title", "translation_key", "page_ptr", "id",
        "symbol_folded", "number", "year", "folded", "body", "cover", "owner",
        "search_description", "seo_title",
    }
)  # fmt: skip


def _read_relations(found: Candidate, cell: str, kind, report: Report) -> None:
    try:
        found.relations += parse_relations(cell, kind)
    except RelationProblem as problem:
        message = relation_text(problem.code)
        report.refuse(found.row, kind.value, message, problem.entry)
