"""How a conference stands at a moment: its phase, and the seats that are left."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist
from django.utils import timezone

from events.conferences.wording import ShownPhase, shown_phase
from events.models import ConferenceSeriesPage, EventPage
from events.models.terms import TAKES_REGISTRATIONS, Phase, Terms


@dataclass(frozen=True, slots=True)
class Status:
    """What a row or a panel shows; numbers are those of the last count."""

    terms: Terms
    phase: Phase
    taken: int
    waiting: int

    @property
    def shown(self) -> ShownPhase:
        return shown_phase(self.phase)

    @property
    def capacity(self) -> int | None:
        return self.terms.capacity

    @property
    def left(self) -> int | None:
        """Free seats; None where as many as come are let in."""
        if self.terms.capacity is None:
            return None
        return max(self.terms.capacity - self.taken, 0)

    @property
    def takes_registrations(self) -> bool:
        return self.phase in TAKES_REGISTRATIONS

    @property
    def shows_seats(self) -> bool:
        """Whether a number of seats helps the reader decide anything."""
        counted = {Phase.OPEN, Phase.NEARLY_FULL, Phase.WAITING_LIST, Phase.FULL}
        return self.terms.capacity is not None and self.phase in counted


def status_of(event, now: datetime) -> Status:
    """The status of an event fetched with its seats."""
    try:
        taken, waiting = event.seats.taken, event.seats.waiting
    except ObjectDoesNotExist:  # nobody has registered yet
        taken = waiting = 0
    terms = event.terms
    phase = terms.phase(now, taken=taken, waiting=waiting)
    if _has_passed_with_its_series(event, now):
        phase = Phase.PAST
    return Status(terms, phase, taken, waiting)


def _has_passed_with_its_series(event, now: datetime) -> bool:
    """Of an event whose own day nobody knows, fetched `with_days`."""
    last = getattr(event, "happens_to", None)
    return (
        event.starts_on is None and last is not None and last < timezone.localdate(now)
    )


def upcoming_or_latest(now: datetime, *, limit: int) -> tuple[list, bool]:
    """Return the next events or, with none ahead, the latest series; and if past."""
    upcoming = EventPage.objects.for_listing().upcoming(now)[:limit]
    if upcoming := show(upcoming, now):
        return upcoming, False
    series = list(ConferenceSeriesPage.objects.for_listing().past(now)[:1])
    for page in series:
        page.row_key = page.pk, None
    return series, True


def show(events: Iterable, now: datetime) -> list:
    """The events, each with its `status` noted for the template.

    An event's row is drawn alike as long as its `row_key` is the same.
    """
    shown = list(events)
    for event in shown:
        event.status = status_of(event, now)
        event.row_key = event.pk, event.status
    return shown
