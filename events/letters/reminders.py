"""Reminders: a week before and the day before, to those who have a seat."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from events.enums import Circumstance, NoticeKind, RegistrationState
from events.letters import outbox
from events.models import EventPage, Message, Registration
from events.seats.notices import Notice

WEEK, EVE = 7, 1
#: Nobody's telephone rings at night.
WAKING_HOURS = (time(6), time(21))
CHUNK = outbox.AT_ONCE


def remind(now: datetime) -> int:
    """Tell those who are due to be reminded; return how many were.

    May run at any moment and any number of times: each reminder is sent once. One
    that was missed is made up for until the next one is due, and never once the
    conference has begun. Whoever got a notice of the seat within the days of a reminder
    does not get it, only the next.
    """
    from_hour, to_hour = WAKING_HOURS
    if not from_hour <= timezone.localtime(now).time() < to_hour:
        return 0
    return sum(_remind(event, days, now) for event, days in _coming(now))


def due(left: int) -> int | None:
    """Which reminder is due with so many days left: a week's, the eve's or none."""
    if left < 0 or left > WEEK:
        return None
    return EVE if left <= EVE else WEEK


def key_of(days: int, starts_on: date) -> str:
    """One reminder of each kind for a day; a conference that moved has another."""
    return f"{days}:{starts_on:%Y-%m-%d}"


def _coming(now: datetime) -> Iterator[tuple[EventPage, int]]:
    today = timezone.localdate(now)
    events = EventPage.objects.live().filter(
        circumstance=Circumstance.PLANNED,
        starts_on__range=(today, today + timedelta(days=WEEK)),
    )
    for event in events.defer("body").order_by("starts_on", "pk"):
        days = due((event.starts_on - today).days)
        if days and not event.terms.has_started(now):
            yield event, days


def _remind(event: EventPage, days: int, now: datetime) -> int:
    key = key_of(days, event.starts_on)
    first_day = datetime.combine(event.starts_on - timedelta(days=days), time.min)
    sent = Message.objects.filter(
        registration=OuterRef("pk"), notice=NoticeKind.REMINDER, key=key
    )
    rows = Registration.objects.filter(
        ~Exists(sent),
        event=event,
        state=RegistrationState.CONFIRMED,
        # Later changes were told in letters that name day and place.
        changed_at__lt=timezone.make_aware(first_day),
    ).order_by("pk")
    reminded = 0
    while True:
        with transaction.atomic():
            some = list(rows[:CHUNK])
            notices = [Notice(row, NoticeKind.REMINDER, key=key) for row in some]
            outbox.send(notices, now=now)
        reminded += len(some)
        if len(some) < CHUNK:
            return reminded
