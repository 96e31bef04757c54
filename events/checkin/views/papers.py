"""The day's papers as PDF."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from events.checkin import papers
from events.checkin.parts import parts_of
from events.conferences.facts import when_in_words
from events.enums import Seen
from events.models import EventPage
from events.organising import access_log
from events.organising.permissions import event_for
from portal import pdf
from portal.file_names import saved_as
from portal.models import SiteSettings
from portal.vietnamese.names import superior_of


def sign_in(request: HttpRequest, event_id: int) -> HttpResponse:
    """The list to sign: grouped by agency, with room for who comes new."""
    event = event_for(request.user, event_id)
    house, _lines = SiteSettings.for_request(request, timezone.localdate())
    sheets = papers.sign_sheets(event)
    for sheet in sheets:
        path = reverse("attendance_paper", args=[event.pk, sheet.number])
        sheet.address = f"{settings.SITE_URL}{path}"
    parts = parts_of(event)
    context = {
        "event": event,
        "house": house,
        "superior": superior_of(house.unit_name),
        "sheets": sheets,
        "parts": parts,
        "columns": 5 + len(parts),
        "when": when_in_words(event),
    }
    people = sum(len(sheet.ids) for sheet in sheets)
    return _paper(request, event, "sign_in", context, _("Sign-in list"), people)


def badges(request: HttpRequest, event_id: int) -> HttpResponse:
    """Badges, eight to a sheet."""
    event = event_for(request.user, event_id)
    made = papers.badges(event)
    context = {"event": event, "sheets": papers.by_sheet(made)}
    return _paper(request, event, "badges", context, _("Badges"), len(made))


def table_signs(request: HttpRequest, event_id: int) -> HttpResponse:
    """A sign for the table of each who speaks."""
    event = event_for(request.user, event_id)
    signs = papers.speakers(event)
    context = {"event": event, "signs": signs}
    return _paper(request, event, "table_signs", context, _("Table signs"), len(signs))


def _paper(
    request: HttpRequest,
    event: EventPage,
    template: str,
    context: dict,
    name: str,
    people: int,
) -> HttpResponse:
    if not people:
        return _back(request, event, _("Nobody is on this paper yet."))
    content = pdf.printed(
        lambda: render_to_string(f"pdf/events/door/{template}.html", context, request),
        settings.SITE_URL,
        name=template,
    )
    if content is None:
        words = _("The sheet cannot be made right now. Try again in a minute.")
        return _back(request, event, words)
    access_log.note(
        Seen.EXPORT,
        user=request.user,
        event_id=event.pk,
        how_many=people,
        now=timezone.now(),
        asked=name,
    )
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = saved_as(f"{name}, {event.title}.pdf")
    return response


def _back(request: HttpRequest, event: EventPage, why: str) -> HttpResponse:
    messages.warning(request, why)
    return redirect("attendance", event.pk)
