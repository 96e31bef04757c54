"""Whether an act applies on a day, and why: one pure function."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from documents.law.effects.model import (
    ENDING_KINDS,
    TEXT_KINDS,
    Effect,
    EffectKind,
    Regulation,
    Scope,
    Status,
)
from documents.law.effects.named_days import without_named

# What is added ends nothing, and what is corrected was never meant.
_CHANGING = (TEXT_KINDS | ENDING_KINDS) - {EffectKind.SUPPLEMENTS, EffectKind.CORRECTS}


class ReasonCode(StrEnum):
    OVERRIDE = "override"
    NO_EFFECTIVE_DATE = "no_effective_date"
    EFFECTIVE_FROM = "effective_from"
    EXPIRES_ON = "expires_on"
    EFFECT = "effect"


@dataclass(frozen=True, slots=True)
class Reason:
    """One fact a status rests on, with the words that state it where they are known."""

    code: ReasonCode
    on: date | None = None
    effect: Effect | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class StatusOn:
    """The status on a day. `supplemented` says that only additions were made,
    `partly_ended` that of a partly suspended act other parts have ended, `begins_later`
    that a part of it has not begun.
    """

    status: Status
    on: date
    reasons: tuple[Reason, ...]
    supplemented: bool = False
    partly_ended: bool = False
    begins_later: bool = False


def status(regulation: Regulation, on: date) -> StatusOn:
    """The status that day with every fact used. The first rule that fits decides.

    Only confirmed effects of this act count; being a basis, a guide, a reference or an
    announcement never changes a status. What is not known is said to be unknown. An act
    that ends before it begins has ended, and is not still to come. One that was put off
    to no day waits until another act that counts names one.
    """
    if regulation.override:
        quoted = Reason(ReasonCode.OVERRIDE, quote=regulation.override.source)
        return StatusOn(regulation.override.status, on, (quoted,))
    if regulation.effective_from is None:
        reasons = (Reason(ReasonCode.NO_EFFECTIVE_DATE),)
        return StatusOn(Status.UNKNOWN, on, reasons)
    reaching = _reaching(regulation, on)
    counting = [effect for effect in reaching if effect.counts_on(on)]
    ended = (*_reasons(counting, _ends_whole), *_expiry(regulation, reaching, on))
    if ended:
        return StatusOn(_ended_status(regulation, ended), on, ended)
    start = _start(regulation, reaching, on)
    if start.on is None:
        return StatusOn(Status.PUT_OFF, on, (start,))
    if on < start.on:
        return StatusOn(Status.NOT_YET, on, (start,))
    return _begun(regulation, on, counting, start)


def begins_on(regulation: Regulation, on: date) -> date | None:
    """The day the whole act takes effect, put off by what counts on a day; None where
    it is not known, or not known any more.
    """
    return _start(regulation, _reaching(regulation, on), on).on


def ends_on(regulation: Regulation, on: date) -> date | None:
    """The first day after the act's term, made longer by what counts on a day; None
    where it has none, or none any more.
    """
    return _term_end(regulation, _reaching(regulation, on), on)


def _reaching(regulation: Regulation, on: date) -> list[Effect]:
    found = [e for e in regulation.effects if e.target == regulation.id]
    return sorted(without_named(found, on), key=lambda effect: effect.order)


def _begun(
    regulation: Regulation, on: date, counting: list[Effect], start: Reason
) -> StatusOn:
    stopped = _reasons(counting, _suspends(Scope.WHOLE))
    if stopped:
        return StatusOn(Status.SUSPENDED, on, stopped)
    held = _reasons(counting, _suspends(Scope.PART))
    changed = _reasons(counting, _changes_part)
    later = _reasons(counting, _begins_later)
    partly = bool(changed) and regulation.is_normative
    if held:
        return StatusOn(
            Status.PARTLY_SUSPENDED,
            on,
            (*held, *changed, *later),
            partly_ended=partly,
            begins_later=bool(later),
        )
    if changed:
        result = _changed_status(regulation)
        return StatusOn(result, on, (*changed, *later), begins_later=bool(later))
    added = _reasons(counting, lambda e: e.kind is EffectKind.SUPPLEMENTS)
    applying = Status.IN_FORCE if regulation.is_normative else Status.APPLIED
    return StatusOn(
        applying,
        on,
        (start, *added, *later),
        supplemented=bool(added),
        begins_later=bool(later),
    )


def _start(regulation: Regulation, reaching: list[Effect], on: date) -> Reason:
    """The day it takes effect, or the last day to which that was put off; no day of an
    effect that puts it off to none.
    """
    first = regulation.effective_from
    openly = [e for e in reaching if e.is_put_off_openly and e.has_begun(on)]
    if openly and first:
        return Reason(ReasonCode.EFFECT, None, openly[-1], openly[-1].clause)
    put_off = [
        (effect.until, effect)
        for effect in reaching
        if effect.kind is EffectKind.POSTPONES
        and effect.scope is Scope.WHOLE
        and effect.until
        and effect.has_begun(on)
    ]
    if put_off and first:
        until, effect = max(put_off, key=lambda pair: pair[0])
        if until > first:
            return Reason(ReasonCode.EFFECT, until, effect, effect.clause)
    return Reason(ReasonCode.EFFECTIVE_FROM, first, quote=regulation.effective_clause)


def _expiry(
    regulation: Regulation, reaching: list[Effect], on: date
) -> tuple[Reason, ...]:
    """The end of its term, if that has come."""
    end = _term_end(regulation, reaching, on)
    return (Reason(ReasonCode.EXPIRES_ON, end),) if end and end <= on else ()


def _term_end(regulation: Regulation, reaching: list[Effect], on: date) -> date | None:
    if not regulation.expires_on:
        return None
    extended = [
        effect
        for effect in reaching
        if effect.kind is EffectKind.EXTENDS
        and effect.scope is Scope.WHOLE
        and effect.has_begun(on)
    ]
    if any(effect.until is None for effect in extended):
        return None
    ends = [effect.until for effect in extended if effect.until]
    return max([*ends, regulation.expires_on])


def _ends_whole(effect: Effect) -> bool:
    return effect.kind in ENDING_KINDS and effect.scope is Scope.WHOLE


def _begins_later(effect: Effect) -> bool:
    return effect.kind is EffectKind.POSTPONES and effect.scope is Scope.PART


def _changes_part(effect: Effect) -> bool:
    """Amended counts as partly ended in law, even where the scope is the whole act."""
    return effect.kind in _CHANGING


def _suspends(scope: Scope) -> Callable[[Effect], bool]:
    return lambda effect: effect.kind is EffectKind.SUSPENDS and effect.scope is scope


def _reasons(
    effects: Iterable[Effect], wanted: Callable[[Effect], bool]
) -> tuple[Reason, ...]:
    return tuple(
        Reason(ReasonCode.EFFECT, _day(effect), effect, effect.clause)
        for effect in effects
        if wanted(effect)
    )


def _day(effect: Effect) -> date | None:
    """The day to tell: of what is put off the one on which it begins."""
    return effect.until if effect.kind is EffectKind.POSTPONES else effect.on


def _ended_status(regulation: Regulation, reasons: tuple[Reason, ...]) -> Status:
    if regulation.is_normative:
        return Status.ENDED
    replaced = any(r.effect and r.effect.kind is EffectKind.REPLACES for r in reasons)
    return Status.REPLACED if replaced else Status.TIME_OVER


def _changed_status(regulation: Regulation) -> Status:
    """A plan or a guidance amended in part still applies."""
    return Status.PARTLY_ENDED if regulation.is_normative else Status.APPLIED
