"""A cell that names other acts, as a clerk would write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from documents.law.citations import Citation, find_citations
from documents.law.effects import EffectKind, ReviewState, Scope
from portal.tabular import CellProblem, parse_date

_ENTRIES = re.compile(r"[;\n]+")
_FROM = re.compile(r"\btừ\s+(?:ngày\s+)?(?P<day>[^\s,()]+)", re.IGNORECASE)
_UNTIL = re.compile(r"\bđến\s+(?:hết\s+)?(?:ngày\s+)?(?P<day>[^\s,()]+)", re.IGNORECASE)
_FLAGS = {
    "confirmed": re.compile(r"\b(?:đã\s+)?xác\s+nhận\b", re.IGNORECASE),
    "whole": re.compile(r"\btoàn\s+bộ\b", re.IGNORECASE),
    "part": re.compile(r"\bmột\s+phần\b", re.IGNORECASE),
}
# What a change of this kind reaches when nothing is said.
_WHOLE_BY_NATURE = frozenset(EffectKind) - {EffectKind.AMENDS, EffectKind.SUPPLEMENTS}
# Changes so grave that, confirmed, they have to say what they reach.
_TO_BE_SAID = {EffectKind.REPLACES, EffectKind.REPEALS, EffectKind.SUSPENDS}


class RelationProblem(Exception):
    """Raised for an entry that cannot be read: `code` says why."""

    def __init__(self, code: str, entry: str) -> None:
        super().__init__(code)
        self.code, self.entry = code, entry


@dataclass(frozen=True, slots=True)
class Relation:
    """One effect as written: `citation` says on which act, `entry` in which words."""

    kind: EffectKind
    entry: str
    citation: Citation
    scope: Scope
    provision: str = ""
    on: date | None = None
    until: date | None = None
    review: ReviewState = ReviewState.PROPOSED


def parse_relations(cell: str, kind: EffectKind) -> Iterator[Relation]:
    """The effects a cell names, one for each provision; raises RelationProblem.

    Entries are divided by semicolons or lines: provisions, the number, the issuer,
    "từ" and "đến" with days, "toàn bộ" or "một phần", and "đã xác nhận".
    """
    for entry in map(str.strip, _ENTRIES.split(cell)):
        if entry:
            yield from _relations(entry, kind)


def _relations(entry: str, kind: EffectKind) -> Iterator[Relation]:
    rest, on = _day(entry, _FROM, entry)
    rest, until = _day(rest, _UNTIL, entry)
    said = set()
    for flag, pattern in _FLAGS.items():
        rest, count = pattern.subn(" ", rest)
        said |= {flag} if count else set()
    found = find_citations(rest)
    if len(found) != 1:
        raise RelationProblem("no_number" if not found else "several_numbers", entry)
    citation = found[0]
    if any(provision.through for provision in citation.provisions):
        raise RelationProblem("range", entry)
    anchors = [provision.anchor for provision in citation.provisions]
    review = ReviewState.CONFIRMED if "confirmed" in said else ReviewState.PROPOSED
    if {"whole", "part"} <= said or ("whole" in said and anchors):
        raise RelationProblem("scope_unclear", entry)
    vague = not anchors and not said & {"whole", "part"}
    if vague and review is ReviewState.CONFIRMED and kind in _TO_BE_SAID:
        raise RelationProblem("scope_missing", entry)
    if until and kind is not EffectKind.SUSPENDS:
        raise RelationProblem("until_not_suspension", entry)
    is_part = anchors or "part" in said or (vague and kind not in _WHOLE_BY_NATURE)
    for anchor in anchors or [""]:
        yield Relation(
            kind=kind,
            entry=entry,
            citation=citation,
            scope=Scope.PART if is_part else Scope.WHOLE,
            provision=anchor,
            on=on,
            until=until,
            review=review,
        )


def _day(text: str, pattern: re.Pattern[str], entry: str) -> tuple[str, date | None]:
    found = pattern.search(text)
    if found is None:
        return text, None
    try:
        day = parse_date(found["day"].rstrip("."))
    except CellProblem as problem:
        raise RelationProblem(problem.code, entry) from problem
    return f"{text[: found.start()]} {text[found.end() :]}", day
