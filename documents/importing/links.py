"""Which acts the relations of a table mean, and what is odd about them."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from documents.importing.candidates import Candidate
from documents.importing.relations import Relation
from documents.importing.wording import relation_text
from documents.law.citations import (
    DocumentList,
    FindingCode,
    KnownRegulation,
    Resolution,
    resolve,
)
from documents.law.effects import (
    Effect,
    EffectKind,
    NoteCode,
    Regulation,
    ReviewState,
    Scope,
    check_library,
    check_regulation,
)
from documents.law.effects.model import TEXT_KINDS
from documents.law.symbols import Symbol, parse_symbol
from documents.models import RegulationEffect, RegulationPage
from documents.models.wording import finding_message
from portal.importing import Report

# Looking for near numbers costs a walk through the library for each unknown one.
_MOST_SUGGESTED = 100
_LEFT_OUT = {
    FindingCode.UNKNOWN_NUMBER,
    FindingCode.AMBIGUOUS,
    FindingCode.OTHER_ISSUER,
}
_NOTES = {
    NoteCode.EFFECT_BEFORE_SIGNING: "before_signing",
    NoteCode.SUSPENSION_ENDS_BEFORE_START: "until_before_start",
}


def link(candidates: Sequence[Candidate], report: Report) -> None:
    """Give each candidate its `targets`, or say why a link was left out."""
    asked = [(one, relation) for one in candidates for relation in one.relations]
    citations = [relation.citation for _one, relation in asked]
    known = _Known(candidates, {citation.symbol.folded for citation in citations})
    for (one, relation), found in zip(asked, resolve(citations, known), strict=True):
        _link(one, relation, found, report)
    _break_circles(candidates, report)


class _Known(DocumentList):
    """The acts of the file, and those of the library, drafts too, that it may name."""

    def __init__(self, candidates: Sequence[Candidate], wanted: set[str]) -> None:
        in_file = {one.key for one in candidates}
        records = [_record(one) for one in candidates]
        rows = RegulationPage.objects.filter(symbol_folded__in=wanted, alias_of=None)
        names = ("pk", "symbol", "issuer__name", "issuer__territory__name", "signed_on")
        stored = (
            KnownRegulation(pk, symbol, issuer, territory, signed_on, bool(together))
            for pk, symbol, issuer, territory, signed_on, together in (
                rows.values_list(*names, "joint_keys")
            )
        )
        records += [record for record in stored if record.id not in in_file]
        super().__init__(records)
        self._suggests = len(wanted - self._folded.keys()) <= _MOST_SUGGESTED

    def symbols(self) -> Iterable[Symbol]:
        if not self._suggests:
            return
        stored = RegulationPage.objects.order_by("pk").values_list("symbol", flat=True)
        printed = dict.fromkeys([*self._exact, *stored])
        yield from filter(None, map(parse_symbol, printed))


def _record(one: Candidate) -> KnownRegulation:
    facts = (one.issuer.name, one.territory, one.signed_on)
    return KnownRegulation(one.key, one.symbol, *facts, is_joint=bool(one.joint))


def _link(
    one: Candidate, relation: Relation, found: Resolution, report: Report
) -> None:
    key, entry = relation.kind.value, relation.entry
    for finding in found.findings:
        message = finding_message(finding)
        if finding.code in _LEFT_OUT:
            message = relation_text("not_in_library", reason=message)
        report.warn(one.row, key, message, entry)
    if found.document is None:
        return
    target = found.document.id
    if target == one.key:
        report.warn(one.row, key, relation_text("itself"), entry)
        return
    places = {(r.kind, r.provision, r.on, other) for r, other in one.targets}
    if (relation.kind, relation.provision, relation.on, target) in places:
        report.warn(one.row, key, relation_text("twice"), entry)
        return
    for code in _odd(one, relation, target):
        report.warn(one.row, key, relation_text(_NOTES[code]), entry)
        relation = _proposed(relation)
    one.targets.append((relation, target))


def _odd(one: Candidate, relation: Relation, target: Hashable) -> list[NoteCode]:
    """What the rules have against the effect itself."""
    signed = one.signed_on or (one.act.signed_on if one.act else None)
    effect = Effect(
        id=0,
        kind=relation.kind,
        source=one.key,
        target=target,
        scope=Scope.WHOLE,
        on=relation.on,
        until=relation.until,
        review=ReviewState.CONFIRMED,
        source_signed_on=signed,
    )
    notes = check_regulation(Regulation(id=target, effects=(effect,)))
    return [note.code for note in notes if note.code in _NOTES]


def _proposed(relation: Relation) -> Relation:
    return replace(relation, review=ReviewState.PROPOSED)


def _break_circles(candidates: Sequence[Candidate], report: Report) -> None:
    """Acts that change one another: what the file adds to a circle is not confirmed."""
    names: dict[Hashable, str] = {one.key: one.symbol for one in candidates}
    reaching: dict[Hashable, set[Hashable]] = {}
    for one in candidates:
        for relation, target in one.targets:
            if relation.kind in TEXT_KINDS:
                reaching.setdefault(target, set()).add(one.key)
    if not reaching:
        return
    stored = RegulationEffect.objects.filter(kind__in=TEXT_KINDS)
    stored = stored.exclude(review=ReviewState.REJECTED)
    rows = stored.values_list("target_id", "source_id", "source__symbol")
    for target, source, symbol in rows:
        reaching.setdefault(target, set()).add(source)
        names.setdefault(source, symbol)
    for circle in _circles(reaching):
        _report_circle(circle, candidates, names, report)


def _circles(reaching: dict[Hashable, set[Hashable]]) -> list[set[Hashable]]:
    acts = reaching.keys() | {key for keys in reaching.values() for key in keys}
    regulations = [
        Regulation(
            id=key,
            effects=tuple(
                Effect(0, EffectKind.AMENDS, source, key, review=ReviewState.CONFIRMED)
                for source in sorted(reaching.get(key, ()), key=str)
            ),
        )
        for key in acts
    ]
    notes = check_library(regulations, date.max)
    return [
        {note.regulation, *note.others}
        for note in notes
        if note.code is NoteCode.CIRCULAR
    ]


def _report_circle(
    circle: set[Hashable],
    candidates: Sequence[Candidate],
    names: dict[Hashable, str],
    report: Report,
) -> None:
    for one in candidates:
        if one.key not in circle:
            continue
        others = ", ".join(sorted(names[key] for key in circle - {one.key}))
        message = relation_text("circle", others=others)
        for place, (relation, target) in enumerate(one.targets):
            if target in circle and relation.kind in TEXT_KINDS:
                report.warn(one.row, relation.kind.value, message, relation.entry)
                one.targets[place] = (_proposed(relation), target)
