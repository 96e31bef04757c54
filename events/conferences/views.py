"""What the pages of an event, of a series and of the index show."""

from datetime import datetime

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from events.conferences import facts
from events.conferences.calendar_files import google_calendar_url
from events.conferences.listing import Listing
from events.conferences.status import show, status_of
from events.models import ConferenceSeriesPage, EventIndexPage, EventPage
from portal import feeds
from portal.page_tree.public_queries import public_rows
from portal.page_views import page_context, page_view

MOST_SIBLINGS = 6
MOST_IN_FEED = 30
#: What the page shows in places of its own; other facts stand in a row.
SHOWN_APART = (facts.WHEN, facts.PLACE, facts.DIRECTIONS)


def programme(page) -> dict:
    """The same lists of an event and of a series."""
    return {
        "agenda": page.get_agenda(),
        "speakers": page.get_speakers(),
        "regulations": page.get_regulations(),
        "initiatives": page.get_initiatives(),
        "organisers": page.get_organisers(),
        "materials": page.get_materials(),
    }


@page_context(EventPage)
def event_context(event: EventPage, request: HttpRequest) -> dict:
    base, now = event.get_url(request) or "", timezone.now()
    return programme(event) | {
        "facts": facts.besides(event, *SHOWN_APART),
        "status": status_of(event, now),
        "register_url": f"{base}dang-ky/",
        "calendar_url": f"{base}lich.ics" if event.starts_on else "",
        "google_calendar_url": google_calendar_url(event),
        "siblings": _siblings(event, now),
    }


def _siblings(event: EventPage, now: datetime) -> list[EventPage]:
    """The other conferences of its series, the soonest first."""
    if not event.series_id:
        return []
    above = event.path[: -event.steplen]
    first, last = EventPage._get_children_path_interval(above)
    return show(public_rows(_others, event.depth, first, last, event.pk), now)


def _others(depth: int, first: str, last: str, event: int) -> QuerySet:
    pages = EventPage.objects.filter(depth=depth, path__range=(first, last))
    pages = pages.exclude(pk=event).for_listing().with_days()
    return pages.order_by("starts_on", "path")[:MOST_SIBLINGS]


@page_context(ConferenceSeriesPage)
def series_context(series: ConferenceSeriesPage, request: HttpRequest) -> dict:
    events = EventPage.objects.child_of(series).for_listing()
    events = show(events.with_days().order_by("starts_on", "path"), timezone.now())
    return programme(series) | {"events": events}


@page_context(EventIndexPage)
def index_context(index: EventIndexPage, request: HttpRequest) -> dict:
    base = index.get_url(request) or ""
    listing = Listing(request.GET, base_url=base, now=timezone.now())
    urls = {
        "feed_url": f"{base}rss/",
        "calendar_url": f"{base}lich.ics",
        "subscribe_url": f"webcal://{request.get_host()}{base}lich.ics",
    }
    return listing.context(index) | urls


@page_view(EventIndexPage, "rss/", name="rss")
def rss(index: EventIndexPage, request: HttpRequest) -> HttpResponse:
    """The conferences to come, the soonest first."""
    coming = index.events().for_listing().upcoming(timezone.now())
    items = [_feed_item(event, request) for event in coming[:MOST_IN_FEED]]
    about = index.description or index.title
    return feeds.feed(index, index.title, about, items, request)


def _feed_item(event: EventPage, request: HttpRequest) -> feeds.Item:
    """When and where first; its moment is that of the news, not of the conference."""
    link = request.build_absolute_uri(event.get_url(request))
    words = (facts.when_in_words(event), event.place, event.description)
    return feeds.Item(
        title=event.full_title,
        link=link,
        words=". ".join(filter(None, words)),
        key=link,
        at=event.first_published_at,
    )
