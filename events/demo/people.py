"""Invented people at the invented conferences, seated as anybody is."""

from datetime import date, datetime, time, timedelta
from itertools import count
from uuid import uuid4

from events import seats
from events.demo import agencies, plan
from events.demo.generation import somebody
from events.models import EventPage, Invitation
from events.models.attendees import Agreed
from events.personal_data import consents

PER_DELEGATION = 8
QUOTA = 12
AGREED = Agreed(consents.CURRENT)
# Two days ago every one of these conferences took registrations.
REGISTERED = timedelta(days=2)


def fill(event: EventPage, people: int, *, today: date, step: int = 1) -> None:
    """Seat that many: two delegations, then one by one; a third agency is invited.

    The third agency's link has nobody behind it yet, so that it can be tried.
    Of names a thousand differ: with a `step` prime to it the first few mix families.
    """
    now = datetime.combine(today - REGISTERED, time(9), plan.ZONE)
    numbers = (event.pk * 1_000 + place * step % 1_000 for place in count())
    first, second, idle = (agencies.agency(name) for name in agencies.INVITED[:3])
    Invitation.objects.create(
        event=event, organisation=idle, quota=QUOTA, created_at=now
    )
    coming = min(people // 2, PER_DELEGATION)
    for agency in (first, second):
        invitation = Invitation.objects.create(
            event=event, organisation=agency, quota=QUOTA, created_at=now
        )
        seats.settle_delegation(
            invitation.pk,
            added=[somebody(next(numbers), agency) for _ in range(coming)],
            agreed=AGREED,
            key=uuid4(),
            now=now,
        )
    others = [agencies.agency(name) for name in agencies.INVITED[3:]]
    for place in range(people - 2 * coming):
        seats.register(
            event.pk,
            somebody(next(numbers), others[place % len(others)]),
            agreed=AGREED,
            key=uuid4(),
            now=now + timedelta(minutes=place),
        )
