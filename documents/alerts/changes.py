"""What there is to tell of the acts that readers can see, on a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from documents.enums import AlertPhase, Confidence
from documents.law.effects.model import TEXT_KINDS, TIME_KINDS, EffectKind
from documents.models import RegulationEffect, RegulationPage

_KINDS = [kind.value for kind in (*TEXT_KINDS, *TIME_KINDS)]
ADDED, STARTS, EXPIRES, STATUS, RESUMES = "added", "starts", "expires", "status", "ends"


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
    """Every fact as it stands that day; two queries."""
    public = RegulationPage.objects.live().public().order_by("pk")
    columns = ("pk", "effective_from", "expires_on", "confidence", "override_status")
    acts = set()
    for pk, starts, ends, confidence, override in public.values_list(*columns):
        acts.add(pk)
        yield NoticedChange(pk, AlertPhase.NEW, ADDED)
        if override:
            yield NoticedChange(pk, AlertPhase.BEGINS, STATUS, detail=override)
        if confidence == Confidence.VERIFIED and starts:
            yield NoticedChange(pk, _phase(starts, on), STARTS, starts)
            if ends:
                yield NoticedChange(pk, _phase(ends, on), EXPIRES, ends)
    yield from _effects(on, acts)


def _effects(on: date, acts: set[int]) -> Iterator[NoticedChange]:
    """What acts among these do to others among them."""
    rows = (
        RegulationEffect.objects.confirmed()
        .filter(kind__in=_KINDS)
        .that_begin(on)
        .order_by("effective_on", "pk")
    )
    columns = ("target_id", "kind", "effective_on", "source_id", "provision", "until")
    for act, kind, starts, source, provision, until in rows.values_list(*columns):
        if act not in acts or source not in acts:
            continue
        if kind == EffectKind.POSTPONES and until and (starts or source == act):
            phase = _phase(until, on)
            yield NoticedChange(act, phase, STARTS, until, provision=provision)
        if starts is None or source == act:
            continue
        yield NoticedChange(act, _phase(starts, on), kind, starts, source, provision)
        if kind == EffectKind.SUSPENDS and until and until <= on:
            yield NoticedChange(
                act, AlertPhase.BEGINS, RESUMES, until, source, provision
            )


def _phase(day: date, on: date) -> AlertPhase:
    return AlertPhase.BEGINS if day <= on else AlertPhase.AHEAD
