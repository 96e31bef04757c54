"""What an editor should look at: reported, never blocked, never mended."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from documents.law.citations.dates import day_said
from documents.law.effects.model import (
    PASSING_KINDS,
    TEXT_KINDS,
    TIME_KINDS,
    Effect,
    EffectKind,
    Regulation,
    ReviewState,
    Scope,
    Status,
)
from documents.law.effects.notice import notice_required
from documents.law.effects.rules import status

_ENDED = {Status.ENDED, Status.REPLACED, Status.TIME_OVER}
_DEPENDING = {EffectKind.GUIDES, EffectKind.BASED_ON}


class NoteCode(StrEnum):
    EFFECT_BEFORE_SIGNING = "effect_before_signing"
    EFFECT_WITHOUT_DATE = "effect_without_date"
    SUSPENSION_ENDS_BEFORE_START = "suspension_ends_before_start"
    CHANGE_ENDS_BEFORE_START = "change_ends_before_start"
    NEVER_BEGINS = "never_begins"
    NEW_DAY_MISSING = "new_day_missing"
    NEW_DAY_NOT_KNOWN = "new_day_not_known"
    NEW_DAY_NOT_LATER = "new_day_not_later"
    END_DAY_MISSING = "end_day_missing"
    PROVISION_NOT_NAMED = "provision_not_named"
    NEW_TEXT_MISSING = "new_text_missing"
    CLAUSE_SAYS_OTHER_DAY = "clause_says_other_day"
    IN_FORCE_BEFORE_SIGNING = "in_force_before_signing"
    IN_FORCE_TOO_SOON = "in_force_too_soon"
    ENDS_BEFORE_START = "ends_before_start"
    CIRCULAR = "circular"
    PARENT_ENDED = "parent_ended"


@dataclass(frozen=True, slots=True)
class Note:
    """Something about one act. `others` are the acts involved, `days` a count, of which
    `required` by the clause `source` of a law.
    """

    code: NoteCode
    regulation: Hashable
    effect: Effect | None = None
    others: tuple[Hashable, ...] = ()
    days: int = 0
    required: int = 0
    source: str = ""


def check_regulation(regulation: Regulation) -> list[Note]:
    """What is odd about one act and the confirmed effects that reach it."""
    notes = list(_date_notes(regulation))
    for effect in regulation.effects:
        if effect.review is ReviewState.CONFIRMED:
            codes = (*_effect_codes(effect), *_term_codes(effect, regulation))
            notes += (Note(code, regulation.id, effect) for code in codes)
    return notes


def check_library(regulations: Iterable[Regulation], on: date) -> list[Note]:
    """What shows only between acts: circles, and texts whose parent has ended.

    Implementing texts do not fall silently with their parent, so each is named for a
    decision. Ends whatever the acts do to one another.
    """
    by_id = {regulation.id: regulation for regulation in regulations}
    return [*_circles(by_id), *_orphans(by_id, on)]


def _date_notes(regulation: Regulation) -> Iterator[Note]:
    start, signed = regulation.effective_from, regulation.signed_on
    if start and signed and regulation.is_normative:
        notice = notice_required(regulation.tier, signed)
        days = (start - signed).days
        if days < 0:
            yield Note(NoteCode.IN_FORCE_BEFORE_SIGNING, regulation.id, days=-days)
        elif notice and days < notice.days:
            yield Note(
                NoteCode.IN_FORCE_TOO_SOON,
                regulation.id,
                days=days,
                required=notice.days,
                source=notice.source,
            )
    said = day_said(regulation.effective_clause)
    if start and said and said != start:
        days = abs((said - start).days)
        yield Note(NoteCode.CLAUSE_SAYS_OTHER_DAY, regulation.id, days=days)
    if start and regulation.expires_on and regulation.expires_on <= start:
        yield Note(NoteCode.ENDS_BEFORE_START, regulation.id)


def _effect_codes(effect: Effect) -> Iterator[NoteCode]:
    if effect.kind not in TEXT_KINDS | TIME_KINDS:
        return
    own_part = effect.kind is EffectKind.POSTPONES and effect.source == effect.target
    if effect.on is None and not own_part:
        yield NoteCode.EFFECT_WITHOUT_DATE
    elif effect.is_void:
        yield NoteCode.NEVER_BEGINS
    elif effect.on and effect.source_signed_on and effect.on < effect.source_signed_on:
        yield NoteCode.EFFECT_BEFORE_SIGNING
    ends_first = effect.until and effect.on and effect.until <= effect.on
    if ends_first and effect.kind is EffectKind.SUSPENDS:
        yield NoteCode.SUSPENSION_ENDS_BEFORE_START
    elif ends_first and effect.kind in PASSING_KINDS:
        yield NoteCode.CHANGE_ENDS_BEFORE_START
    if effect.kind is EffectKind.REPLACES_PHRASE and not effect.phrase:
        yield NoteCode.NEW_TEXT_MISSING
    if effect.scope is not Scope.PART:
        return
    if not effect.provision:
        yield NoteCode.PROVISION_NOT_NAMED
    elif effect.new_text is None and effect.kind in TEXT_KINDS - {EffectKind.REPEALS}:
        yield NoteCode.NEW_TEXT_MISSING


def _term_codes(effect: Effect, regulation: Regulation) -> Iterator[NoteCode]:
    """What is odd about days put off and terms made longer.

    An act whose end day is not entered never ends, whatever day it is extended to.
    """
    if effect.kind is EffectKind.POSTPONES:
        first = regulation.effective_from
        if effect.is_put_off_openly:
            yield NoteCode.NEW_DAY_NOT_KNOWN
        elif effect.until is None:
            yield NoteCode.NEW_DAY_MISSING
        elif first and effect.until <= first:
            yield NoteCode.NEW_DAY_NOT_LATER
    elif effect.kind is EffectKind.EXTENDS:
        ends = regulation.expires_on
        if effect.until and ends and effect.until <= ends:
            yield NoteCode.NEW_DAY_NOT_LATER
        elif ends is None and effect.scope is Scope.WHOLE:
            yield NoteCode.END_DAY_MISSING


def _circles(by_id: Mapping[Hashable, Regulation]) -> Iterator[Note]:
    """One note for each act that changes itself through others, or directly."""
    changed_by = {
        key: sorted(
            {
                effect.source
                for effect in regulation.effects
                if effect.review is ReviewState.CONFIRMED
                and effect.kind in TEXT_KINDS
                and effect.source in by_id
            },
            key=str,
        )
        for key, regulation in by_id.items()
    }
    for circle in _strongly_connected(changed_by):
        if len(circle) > 1 or circle[0] in changed_by[circle[0]]:
            members = sorted(circle, key=str)
            yield Note(NoteCode.CIRCULAR, members[0], others=tuple(members[1:]))


def _strongly_connected(
    graph: Mapping[Hashable, list[Hashable]],
) -> Iterator[list[Hashable]]:
    """Tarjan's components, without recursion: a chain of acts may be long."""
    number: dict[Hashable, int] = {}
    lowest: dict[Hashable, int] = {}
    open_nodes: dict[Hashable, None] = {}
    for start in graph:
        if start in number:
            continue
        number[start] = lowest[start] = len(number)
        open_nodes[start] = None
        trail = [(start, iter(graph[start]))]
        while trail:
            node, following = trail[-1]
            for other in following:
                if other not in number:
                    number[other] = lowest[other] = len(number)
                    open_nodes[other] = None
                    trail.append((other, iter(graph[other])))
                    break
                if other in open_nodes:
                    lowest[node] = min(lowest[node], number[other])
            else:
                trail.pop()
                if trail:
                    above = trail[-1][0]
                    lowest[above] = min(lowest[above], lowest[node])
                if lowest[node] == number[node]:
                    yield _close(open_nodes, node)


def _close(open_nodes: dict[Hashable, None], root: Hashable) -> list[Hashable]:
    component: list[Hashable] = []
    while not component or component[-1] != root:
        component.append(open_nodes.popitem()[0])
    return component


def _orphans(by_id: Mapping[Hashable, Regulation], on: date) -> Iterator[Note]:
    ended = {
        key
        for key, regulation in by_id.items()
        if status(regulation, on).status in _ENDED
    }
    for key in sorted(ended, key=str):
        depending = {
            effect.source
            for effect in by_id[key].effects
            if effect.kind in _DEPENDING and effect.review is ReviewState.CONFIRMED
        }
        for child in sorted(depending & by_id.keys() - ended, key=str):
            yield Note(NoteCode.PARENT_ENDED, child, others=(key,))
