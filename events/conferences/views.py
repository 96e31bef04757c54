"""What the pages of an event and of a series show."""

from datetime import datetime

from django.http import HttpRequest

from events.conferences.status import show, standing
from events.models.pages import EventPage

MOST_SIBLINGS = 6


def programme(page) -> dict:
    """The same lists of an event and of a series."""
    return {
        "agenda": page.what_happens(),
        "speakers": page.who_speaks(),
        "regulations": page.regulations_presented(),
        "initiatives": page.initiatives_presented(),
        "organisers": page.who_organises(),
        "materials": page.what_to_read(),
    }


def event_context(event: EventPage, request: HttpRequest, *, now: datetime) -> dict:
    base = event.get_url(request) or ""
    return programme(event) | {
        "standing": standing(event, now),
        "register_url": f"{base}dang-ky/",
        "calendar_url": f"{base}lich.ics" if event.starts_on else "",
        "siblings": _siblings(event, now),
    }


def _siblings(event: EventPage, now: datetime) -> list[EventPage]:
    """The other conferences of its series, the soonest first."""
    if not event.series_id:
        return []
    others = EventPage.objects.sibling_of(event, inclusive=False).for_listing()
    return show(others.with_days().order_by("starts_on", "path")[:MOST_SIBLINGS], now)


def series_context(series, *, now: datetime) -> dict:
    events = EventPage.objects.child_of(series).for_listing()
    events = show(events.with_days().order_by("starts_on", "path"), now)
    return programme(series) | {"events": events}
