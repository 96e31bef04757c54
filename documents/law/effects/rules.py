"""Whether an act applies on a day, and why: one pure function."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from documents.law.effects.model import Effect, EffectKind, Regulation, Scope, Status

_ENDING = {EffectKind.REPLACES, EffectKind.REPEALS}
_CHANGING = {
    EffectKind.AMENDS,
    EffectKind.REPLACES_PHRASE,
    EffectKind.RENAMES,
    *_ENDING,
}


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
    """The status on a day. `supplemented` says that only additions were made."""

    status: Status
    on: date
    reasons: tuple[Reason, ...]
    supplemented: bool = False


def status(regulation: Regulation, on: date) -> StatusOn:
    """The status that day with every fact used. The first rule that fits decides.

    Only confirmed effects of this act count; being a basis, a guide, a reference or an
    announcement never changes a status. What is not known is said to be unknown.
    """
    if regulation.override:
        quoted = Reason(ReasonCode.OVERRIDE, quote=regulation.override.source)
        return StatusOn(regulation.override.status, on, (quoted,))
    if regulation.effective_from is None:
        reasons = (Reason(ReasonCode.NO_EFFECTIVE_DATE),)
        return StatusOn(Status.UNKNOWN, on, reasons)
    start = Reason(
        ReasonCode.EFFECTIVE_FROM,
        regulation.effective_from,
        quote=regulation.effective_clause,
    )
    if on < regulation.effective_from:
        return StatusOn(Status.NOT_YET, on, (start,))
    counting = sorted(
        (
            e
            for e in regulation.effects
            if e.target == regulation.id and e.counts_on(on)
        ),
        key=lambda effect: effect.order,
    )
    return _begun(regulation, on, counting, start)


def _begun(
    regulation: Regulation, on: date, counting: list[Effect], start: Reason
) -> StatusOn:
    ended = _reasons(counting, _ends_whole)
    if regulation.expires_on and regulation.expires_on <= on:
        ended = (*ended, Reason(ReasonCode.EXPIRES_ON, regulation.expires_on))
    rules = (
        (ended, _ended_status(regulation, ended)),
        (_reasons(counting, _suspends(Scope.WHOLE)), Status.SUSPENDED),
        (_reasons(counting, _suspends(Scope.PART)), Status.PARTLY_SUSPENDED),
        (_reasons(counting, _changes_part), _changed_status(regulation)),
    )
    for reasons, result in rules:
        if reasons:
            return StatusOn(result, on, reasons)
    added = _reasons(counting, lambda e: e.kind is EffectKind.SUPPLEMENTS)
    applying = Status.IN_FORCE if regulation.is_normative else Status.APPLIED
    return StatusOn(applying, on, (start, *added), supplemented=bool(added))


def _ends_whole(effect: Effect) -> bool:
    return effect.kind in _ENDING and effect.scope is Scope.WHOLE


def _changes_part(effect: Effect) -> bool:
    """Amended counts as partly ended in law, even where the scope is the whole act."""
    return effect.kind in _CHANGING


def _suspends(scope: Scope) -> Callable[[Effect], bool]:
    return lambda effect: effect.kind is EffectKind.SUSPENDS and effect.scope is scope


def _reasons(
    effects: Iterable[Effect], wanted: Callable[[Effect], bool]
) -> tuple[Reason, ...]:
    return tuple(
        Reason(ReasonCode.EFFECT, effect.on, effect, effect.clause)
        for effect in effects
        if wanted(effect)
    )


def _ended_status(regulation: Regulation, reasons: tuple[Reason, ...]) -> Status:
    if regulation.is_normative:
        return Status.ENDED
    replaced = any(r.effect and r.effect.kind is EffectKind.REPLACES for r in reasons)
    return Status.REPLACED if replaced else Status.TIME_OVER


def _changed_status(regulation: Regulation) -> Status:
    """A plan or a guidance amended in part still applies."""
    return Status.PARTLY_ENDED if regulation.is_normative else Status.APPLIED
