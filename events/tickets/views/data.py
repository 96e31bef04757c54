"""One's own data: seen, downloaded, taken back, erased."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from events.enums import Purpose
from events.personal_data import consents, export
from events.personal_data.erasure import forget
from events.registration.forms.registration import ConsentsForm
from events.seats.errors import SeatsBusy
from events.tickets.access import ticket_busy, ticket_view, to_ticket
from events.tickets.ticket import Ticket
from events.tickets.views.ticket import ticket_context
from portal.file_names import saved_as

PAGE = "events/ticket_data.html"
ERASE = "events/ticket_erase.html"


@ticket_view
def show(request: HttpRequest, ticket: Ticket, now: datetime) -> HttpResponse:
    """The list of all that is kept, with the consents to change."""
    if ticket.is_nameless:
        return to_ticket(ticket)
    row = ticket.registration
    said = consents.agreed_now(row)
    given = [p for p in consents.OPTIONAL if p in said and said[p].given]
    form = ConsentsForm(
        request.POST if request.method == "POST" else None, initial={"purposes": given}
    )
    if form.is_bound and form.is_valid():
        consents.choose(row, map(Purpose, form.cleaned_data["purposes"]), now=now)
        return redirect(f"{reverse('ticket_data', args=[row.token])}?da=chon")
    return render(
        request,
        PAGE,
        ticket_context(ticket, request)
        | {
            "form": form,
            "saved": "da" in request.GET,
            "details": export.details(row),
            "seat": export.seat(row),
            "history": export.history(row),
            "agreements": export.agreements(row),
            "notices": export.notices(row),
        },
    )


@ticket_view
def download(request: HttpRequest, ticket: Ticket, now: datetime) -> HttpResponse:
    if ticket.is_nameless:
        return to_ticket(ticket)
    response = JsonResponse(
        export.as_document(ticket.registration),
        json_dumps_params={"ensure_ascii": False, "indent": 2},
    )
    response["Content-Disposition"] = saved_as("du-lieu-cua-toi.json")
    return response


@ticket_view
def erase(request: HttpRequest, ticket: Ticket, now: datetime) -> HttpResponse:
    """Asks once, then erases for good."""
    if ticket.is_nameless:
        return to_ticket(ticket)
    context = ticket_context(ticket, request)
    if request.method != "POST":
        return render(request, ERASE, context)
    try:
        forget(ticket.registration, now=now)
    except SeatsBusy as error:
        return ticket_busy(request, ERASE, context, error)
    return to_ticket(ticket)
