"""The ticket as files: a picture, a sheet of paper, a calendar entry."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone

from events.conferences.calendars import MEDIA_TYPE
from events.enums import LIVE
from events.letters.calendar import place_calendar
from events.tickets.access import ticket_view, to_ticket
from events.tickets.picture import draw
from events.tickets.ticket import Face, Ticket
from events.tickets.views.ticket import ticket_context
from portal import pdf
from portal.file_names import saved_as
from portal.models import SiteSettings


@ticket_view
def picture(request: HttpRequest, ticket: Ticket, now: datetime) -> HttpResponse:
    if not ticket.opens_doors:
        return to_ticket(ticket)
    house, _lines = SiteSettings.for_request(request, timezone.localdate())
    content = draw(ticket, portal=house.portal_name, unit=house.unit_short_name)
    return _file(content, "image/png", f"ve-{ticket.registration.code}.png")


@ticket_view
def paper(request: HttpRequest, ticket: Ticket, now: datetime) -> HttpResponse:
    if not ticket.opens_doors:
        return to_ticket(ticket)

    def sheet() -> str:
        context = ticket_context(ticket, request) | {"printed_at": now}
        return render_to_string("pdf/events/ticket.html", context, request)

    content = pdf.printed(sheet, settings.SITE_URL, name="a ticket")
    if content is None:
        return to_ticket(ticket, "in")
    return _file(content, "application/pdf", f"ve-{ticket.registration.code}.pdf")


@ticket_view
def calendar(request: HttpRequest, ticket: Ticket, now: datetime) -> HttpResponse:
    """The seat for a calendar program; given back, the file strikes it out."""
    row, event = ticket.registration, ticket.event
    is_out = row.state not in LIVE or ticket.face in (Face.CALLED_OFF, Face.FORGOTTEN)
    if not event.starts_on or not (is_out or ticket.opens_doors):
        return to_ticket(ticket)
    url = "" if ticket.is_nameless else ticket.url
    content, _method = place_calendar(row, event, url=url, is_out=is_out)
    return _file(content, MEDIA_TYPE, f"ve-{row.code}.ics")


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = saved_as(name, inline=True)
    return response
