"""The other units that apply an initiative, as readers may see them."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from documents.models.initiative_enums import ReplicationStatus as Status
from documents.models.replications import Replication

_COLUMNS = (
    "unit",
    "locality__name",
    "locality__kind",
    "status",
    "started_on",
    "ended_on",
    "adaptation",
    "result",
    "lesson",
)


@dataclass(frozen=True, slots=True)
class Adopter:
    """One unit: nothing of whoever wrote for it."""

    unit: str
    place: str
    since: date | None
    until: date | None
    adaptation: str
    result: str
    lesson: str

    @property
    def has_words(self) -> bool:
        return bool(self.adaptation or self.result or self.lesson)


@dataclass(frozen=True, slots=True)
class Adopters:
    """`applied` are counted; who tries, waits or stopped is only numbered."""

    applied: tuple[Adopter, ...]
    interested: int
    trying: int
    stopped: int

    @property
    def count(self) -> int:
        return len(self.applied)


def adopters_of(initiative_id: int | None) -> Adopters:
    """One query, over confirmed rows only."""
    rows = Replication.objects.confirmed().filter(initiative_id=initiative_id)
    rows = rows.select_related("locality").order_by("started_on", "pk")
    applied, counted = [], Counter()
    for row in rows.only(*_COLUMNS) if initiative_id else ():
        counted[row.status] += 1
        if row.status == Status.APPLIED:
            applied.append(_adopter(row))
    return Adopters(
        tuple(applied),
        counted[Status.INTERESTED],
        counted[Status.TRIAL],
        counted[Status.STOPPED],
    )


def _adopter(row: Replication) -> Adopter:
    return Adopter(
        unit=row.unit,
        place=row.locality.name if row.locality else "",
        since=row.started_on,
        until=row.ended_on,
        adaptation=row.adaptation,
        result=row.result,
        lesson=row.lesson,
    )
