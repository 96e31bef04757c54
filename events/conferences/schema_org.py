"""Conferences as schema.org data."""

from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone

from events.conferences.status import Status, status_of
from events.enums import Circumstance
from events.models import ConferenceSeriesPage, EventPage
from events.models.terms import Phase
from portal import jsonld
from portal.page_views import page_schema

_SCHEMA = "https://schema.org/"
_STATUS = {
    Circumstance.PLANNED: "EventScheduled",
    Circumstance.POSTPONED: "EventPostponed",
    Circumstance.CANCELLED: "EventCancelled",
}
_AVAILABILITY = {
    Phase.OPEN: "InStock",
    Phase.NEARLY_FULL: "LimitedAvailability",
    Phase.WAITING_LIST: "BackOrder",
    Phase.NOT_YET_OPEN: "PreOrder",
    Phase.FULL: "SoldOut",
    Phase.CLOSED: "OutOfStock",
}


@page_schema(EventPage)
def event_data(event: EventPage, request: HttpRequest) -> dict:
    """An event with its days; one whose day nobody knows is a page and no more."""
    if not event.starts_on:
        return jsonld.web_page(event, request, "WebPage")
    data = jsonld.web_page(event, request) | _days(event)
    data["eventStatus"] = _SCHEMA + _STATUS[Circumstance(event.circumstance)]
    data["eventAttendanceMode"] = f"{_SCHEMA}OfflineEventAttendanceMode"
    if place := _place(event):
        data["location"] = place
    data["organizer"] = jsonld.office(request)
    if offer := _offer(event, request, status_of(event, timezone.now())):
        data["offers"] = offer
        data["isAccessibleForFree"] = True
    if event.cover and (image := event.cover.share_url):
        data["image"] = jsonld.absolute(request, image)
    if event.capacity:
        data["maximumAttendeeCapacity"] = event.capacity
    return data


def _days(page) -> dict:
    """Moments where hours are known, else days."""
    starts, ends = page.starts_on, page.ends_on or page.starts_on
    if getattr(page, "start_time", None):
        starts = page.starts_at
    if getattr(page, "end_time", None):
        ends = page.ends_at
    return {"startDate": starts.isoformat(), "endDate": ends.isoformat()}


def _place(event: EventPage) -> dict | None:
    if not event.place:
        return None
    address = {"@type": "PostalAddress", "addressCountry": "VN"}
    if event.address:
        address["streetAddress"] = event.address
    if event.locality:
        address["addressLocality"] = str(event.locality)
    return {
        "@type": "Place",
        "name": event.venue or str(event.locality or event.address),
        "address": address,
    }


def _offer(event: EventPage, request: HttpRequest, shown: Status) -> dict | None:
    if shown.phase not in _AVAILABILITY:
        return None
    offer = {
        "@type": "Offer",
        "price": 0,
        "priceCurrency": "VND",
        "availability": _SCHEMA + _AVAILABILITY[shown.phase],
        "url": jsonld.absolute(request, f"{event.get_url(request)}dang-ky/"),
    }
    if event.opens_at:
        offer["validFrom"] = event.opens_at.isoformat()
    if deadline := shown.terms.deadline:
        last = deadline - timedelta(seconds=1)
        offer["validThrough"] = last.isoformat()
    return offer


@page_schema(ConferenceSeriesPage)
def series_data(series: ConferenceSeriesPage, request: HttpRequest) -> dict:
    """A series with its days and its published events."""
    data = jsonld.web_page(series, request)
    if series.starts_on:
        data |= _days(series)
    events = EventPage.objects.child_of(series).for_listing()
    data["organizer"] = jsonld.office(request)
    data["subEvent"] = [
        {
            "@type": "Event",
            "name": event.title,
            "url": jsonld.absolute(request, event.get_url(request)),
            "location": _place(event),
            **_days(event),
        }
        for event in events.filter(starts_on__isnull=False).order_by("starts_on")
    ]
    return data
