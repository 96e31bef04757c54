"""What there is to tell of the acts that readers can see, on a day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from documents.enums import AlertPhase, Confidence
from documents.law.effects.model import (
    TEXT_KINDS,
    TIME_KINDS,
    EffectKind,
    Scope,
    puts_off_openly,
)
from documents.models import RegulationEffect, RegulationPage

_KINDS = [kind.value for kind in (*TEXT_KINDS, *TIME_KINDS)]
ADDED, STARTS, EXPIRES, STATUS, RESUMES = "added", "starts", "expires", "status", "ends"
# An act is put off to a day that no act has named.
NO_DAY = "no_day"


@dataclass(frozen=True, slots=True)
class NoticedChange:
    """One thing to tell of an act. `what` is one of the above or a kind of effect."""

    regulation: int
    phase: AlertPhase
    what: str
    on: date | None = None
    source: int | None = None
    provision: str = ""
    detail: str = ""

    @property
    def key(self) -> str:
        """Equal for the same fact seen again, from whatever row."""
        day = self.on.isoformat() if self.on else ""
        parts = (self.regulation, self.phase, self.what, day, self.source or "")
        return ":".join(map(str, (*parts, self.detail, self.provision)))


def noticed_changes(on: date) -> Iterator[NoticedChange]:
    """Every fact as it stands that day; two queries. An act that was put off starts
    once, on the last of its days, and a term that was made longer ends once.
    """
    public = RegulationPage.objects.live().public().order_by("pk")
    columns = ("pk", "effective_from", "expires_on", "confidence", "override_status")
    facts = list(public.values_list(*columns))
    effects = _effect_rows(on, {pk for pk, *_days in facts})
    put_off, longer = _put_off(effects, on), _made_longer(effects, on)
    for pk, starts, ends, confidence, override in facts:
        yield NoticedChange(pk, AlertPhase.NEW, ADDED)
        if override:
            yield NoticedChange(pk, AlertPhase.BEGINS, STATUS, detail=override)
        if confidence == Confidence.VERIFIED and starts:
            if put_off.get(pk, starts) <= starts:
                yield NoticedChange(pk, _phase(starts, on), STARTS, starts)
            last = max(ends, longer.get(pk, ends)) if ends else None
            if last and last != date.max:
                yield NoticedChange(pk, _phase(last, on), EXPIRES, last)
    yield from _effects(effects, on, put_off)


def _effect_rows(on: date, acts: set[int]) -> list[tuple]:
    """What acts among these do to others among them."""
    rows = (
        RegulationEffect.objects.confirmed()
        .filter(kind__in=_KINDS)
        .that_begin(on)
        .order_by("effective_on", "pk")
    )
    columns = ("target_id", "kind", "effective_on", "source_id", "provision", "until")
    found = rows.values_list(*columns, "scope")
    return [row for row in found if row[0] in acts and row[3] in acts]


def _put_off(effects: list[tuple], on: date) -> dict[int, date]:
    """Of each act that is put off whole by then, the last day to which it is;
    `date.max` while the last to put it off has named none.
    """
    moved = list(_moved(effects, EffectKind.POSTPONES, on))
    named = _latest((act, starts) for act, until, starts in moved if until)
    return _latest(
        (act, until or date.max)
        for act, until, starts in moved
        if until or named.get(act, date.min) < starts
    )


def _made_longer(effects: list[tuple], on: date) -> dict[int, date]:
    """Of each act whose term is longer by then, its last end; `date.max` for none."""
    moved = _moved(effects, EffectKind.EXTENDS, on)
    return _latest((act, until or date.max) for act, until, _starts in moved)


def _moved(
    effects: list[tuple], wanted: EffectKind, on: date
) -> Iterator[tuple[int, date | None, date]]:
    """The acts that effects of a kind reach whole by then, until and from when."""
    for act, kind, starts, _source, _provision, until, scope in effects:
        if kind == wanted and scope == Scope.WHOLE and starts and starts <= on:
            yield act, until, starts


def _latest(days: Iterable[tuple[int, date]]) -> dict[int, date]:
    found: dict[int, date] = {}
    for act, day in days:
        found[act] = max(day, found.get(act, day))
    return found


def _effects(
    rows: list[tuple], on: date, put_off: dict[int, date]
) -> Iterator[NoticedChange]:
    for act, kind, starts, source, provision, until, scope in rows:
        is_last = scope != Scope.WHOLE or not until or until >= put_off.get(act, until)
        counts = kind == EffectKind.POSTPONES and (starts or source == act)
        if counts and until and is_last:
            phase = _phase(until, on)
            yield NoticedChange(act, phase, STARTS, until, provision=provision)
        if starts is None or source == act:
            continue
        what = NO_DAY if puts_off_openly(kind, scope, until) else kind
        yield NoticedChange(act, _phase(starts, on), what, starts, source, provision)
        if kind == EffectKind.SUSPENDS and until and until <= on:
            yield NoticedChange(
                act, AlertPhase.BEGINS, RESUMES, until, source, provision
            )


def _phase(day: date, on: date) -> AlertPhase:
    return AlertPhase.BEGINS if day <= on else AlertPhase.AHEAD
