"""Calendar files: one conference, and all of the last year and to come."""

from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from events.conferences.calendars import (
    MEDIA_TYPE,
    Entry,
    Method,
    event_calendar,
    google_calendar,
)
from events.enums import Circumstance
from events.models import EventIndexPage, EventPage
from portal.file_names import saved_as
from portal.page_views import page_view

LAST = timedelta(days=366)
MOST_EVENTS = 500


@page_view(EventPage, "lich.ics/", name="calendar")
def page_calendar(event: EventPage, request: HttpRequest) -> HttpResponse:
    """One conference; called off, the file tells programs to strike it out."""
    if not event.starts_on:
        raise Http404
    off = event.circumstance == Circumstance.CANCELLED
    method = Method.CANCEL if off else Method.PUBLISH
    content = event_calendar([entry_of(event)], method=method)
    return _answer(content, f"{event.slug}.ics")


@page_view(EventIndexPage, "lich.ics/", name="calendar")
def index_calendar(index: EventIndexPage, request: HttpRequest) -> HttpResponse:
    """The conferences of the last year and to come, for calendar programs."""
    since = timezone.localdate() - LAST
    events = index.events().live().public().select_related("locality", "calendar_entry")
    events = events.filter(ends_on__gte=since).defer("body").with_subject()
    events = events.order_by("starts_on", "pk")
    entries = [entry_of(event) for event in events[:MOST_EVENTS]]
    return _answer(event_calendar(entries, name=index.title), "su-kien.ics")


def entry_of(event: EventPage) -> Entry:
    """A conference with a known day as its calendar entry."""
    sequence, stamp = _version(event)
    is_off = event.circumstance != Circumstance.PLANNED
    ends_on = event.ends_on or event.starts_on
    return Entry(
        uid=f"event-{event.pk}@{host()}",
        title=_titled(event),
        starts=event.starts_at if event.start_time else event.starts_on,
        ends=_end(event, ends_on),
        stamp=stamp,
        sequence=sequence,
        place=event.place,
        description="\n".join(
            part for part in (event.circumstance_note, event.summary) if part
        ),
        url=event.full_url or "",
        organiser=event.contact_name,
        organiser_email=event.contact_email,
        cancelled=is_off,
    )


def google_calendar_url(event: EventPage) -> str:
    """What puts the conference into Google's calendar; empty without a day."""
    if not event.starts_on:
        return ""
    entry = Entry(
        uid="",
        title=_titled(event),
        starts=event.starts_at if event.start_time else event.starts_on,
        ends=_end(event, event.ends_on or event.starts_on),
        stamp=event.starts_at,
        place=event.place,
        url=event.full_url or "",
    )
    return google_calendar(entry)


def _titled(event: EventPage) -> str:
    if event.circumstance == Circumstance.POSTPONED:
        return _("Postponed: %(title)s") % {"title": event.full_title}
    return event.full_title


def _end(event: EventPage, ends_on):
    """Days go with days and hours with hours; an end nobody set is left out."""
    if not event.start_time:
        return ends_on
    if event.end_time or ends_on != event.starts_on:
        return event.ends_at
    return None


def _version(event: EventPage):
    try:
        return event.calendar_entry.sequence, event.calendar_entry.changed_at
    except ObjectDoesNotExist:
        return 0, event.first_published_at or event.starts_at


def host() -> str:
    """What makes a UID the portal's own, whatever name a request came by."""
    return urlsplit(settings.SITE_URL).hostname or "localhost"


def _answer(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=MEDIA_TYPE)
    response["Content-Disposition"] = saved_as(name, inline=True)
    return response
