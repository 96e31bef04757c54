"""Conferences with their numbers, in as many queries for one as for many."""

from datetime import datetime

from django.db.models import Count, Q

from events.conferences.status import show
from events.enums import LIVE, RegistrationState
from events.letters.calls import waiting_counts
from events.letters.outbox import undelivered
from events.models import Registration
from events.organising.permissions import visible_events

_COUNTED = {
    "live": Count("pk", filter=Q(state__in=LIVE)),
    "pending": Count("pk", filter=Q(state=RegistrationState.PENDING)),
    "waiting": Count("pk", filter=Q(state=RegistrationState.WAITING)),
}


def summaries(user, *, now: datetime, past: bool = False, limit: int) -> list:
    """The user's conferences, each with `status`, `numbers`, `failed`, `to_call`.

    What the series of each is called comes with it, as `subject`.
    """
    events = visible_events(user).filter(
        Q(registration_on=True) | Q(registrations__isnull=False)
    )
    events = events.distinct().select_related("seats", "locality").with_subject()
    events = events.past(now) if past else events.upcoming(now)
    shown = show(events[:limit], now)
    ids = [event.pk for event in shown]
    rows = Registration.objects.filter(event__in=ids).order_by().values("event")
    numbers = {row["event"]: row for row in rows.annotate(**_COUNTED)}
    letters = undelivered().filter(registration__event__in=ids)
    failed = dict(
        letters.values_list("registration__event").annotate(
            Count("registration", distinct=True)
        )
    )
    calls = waiting_counts(ids)
    nothing = dict.fromkeys(_COUNTED, 0)
    for event in shown:
        event.numbers = numbers.get(event.pk, nothing)
        event.failed = failed.get(event.pk, 0)
        event.to_call = calls.get(event.pk, 0)
    return shown
