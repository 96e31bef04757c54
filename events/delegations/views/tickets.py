"""All tickets of a delegation as one file."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from events.delegations.tickets import sheets, tickets_of
from events.delegations.views.delegation import (
    NO_PDF,
    Delegation,
    back,
    for_delegation,
)
from portal import pdf
from portal.file_names import saved_as

SHEETS = "pdf/events/delegation_tickets.html"


@for_delegation("GET", "HEAD")
def delegation_tickets(request: HttpRequest, mine: Delegation) -> HttpResponse:
    """Four on an A4 sheet, to be cut; back to the page where there is none to print."""
    tickets = tickets_of(mine.event, mine.members, now=mine.now)
    if not tickets:
        return back(mine)

    def papers() -> str:
        context = {"mine": mine, "event": mine.event, "sheets": sheets(tickets)}
        return render_to_string(SHEETS, context | {"total": len(tickets)}, request)

    content = pdf.printed(papers, settings.SITE_URL, name="a delegation's tickets")
    if content is None:
        return back(mine, NO_PDF)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = saved_as(f"ve-doan-{mine.event.slug}.pdf")
    return response
