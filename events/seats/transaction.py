"""The transaction that gives and takes seats: it holds the conference's lock."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from events.enums import Channel
from events.models import EventPage, Registration, SeatCount
from events.seats import queries
from events.seats.lock import short_wait
from events.seats.seating import Seating
from portal.models import User


@contextmanager
def locked(
    event_id: int, *, now: datetime, channel: Channel, actor: User | None = None
) -> Iterator[Seating]:
    """Hold the conference's seats until the block commits.

    The first statement writes the row of `SeatCount`: a row lock on PostgreSQL, the
    one write lock on SQLite. Everything logged and told in the block is written
    with it or not at all. Raises SeatsBusy when the lock takes too long, and
    EventPage.DoesNotExist.
    """
    with short_wait():
        count = _lock(event_id)
        seating = Seating(count.event, count, now=now, channel=channel, actor=actor)
        seating.lapse_offers()
        yield seating
        seating.write_down()


@contextmanager
def one_locked(
    registration_id: int, now: datetime, channel: Channel, actor: User | None = None
) -> Iterator[tuple[Seating, Registration]]:
    """The registration's conference, locked, and the row as it then is."""
    found = Registration.objects.values_list("event_id", flat=True)
    event_id = found.get(pk=registration_id)
    with locked(event_id, now=now, channel=channel, actor=actor) as seating:
        yield seating, seating.registrations.get(pk=registration_id)


def _lock(event_id: int) -> SeatCount:
    """Write the conference's row first: whoever comes next waits here."""
    if not queries.next_version.write(pk=event_id):
        capacity = EventPage.objects.values_list("capacity", flat=True).get(pk=event_id)
        SeatCount.objects.bulk_create(
            [SeatCount(pk=event_id, capacity=capacity)], ignore_conflicts=True
        )
        queries.next_version.write(pk=event_id)
    count: SeatCount = queries.seat_count.get(pk=event_id)
    return count
