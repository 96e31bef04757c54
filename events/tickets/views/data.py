"""One's own data: seen, downloaded, taken back, erased."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from events import consents, held_data
from events.enums import Purpose
from events.errors import SeatsBusy
from events.forgetting import forget
from events.forms.registration import ConsentsForm
from events.tickets import Ticket
from events.views.secrecy import busy, ticket_view, to_ticket
from events.views.ticket import ticket_context

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
            "details": held_data.details(row),
            "seat": held_data.seat(row),
            "history": held_data.history(row),
            "agreements": held_data.agreements(row),
            "told": held_data.told(row),
        },
    )


@ticket_view
def download(request: HttpRequest, ticket: Ticket, now: datetime) -> HttpResponse:
    if ticket.is_nameless:
        return to_ticket(ticket)
    response = JsonResponse(
        held_data.as_document(ticket.registration),
        json_dumps_params={"ensure_ascii": False, "indent": 2},
    )
    response["Content-Disposition"] = 'attachment; filename="du-lieu-cua-toi.json"'
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
        return busy(request, ERASE, context, error)
    return to_ticket(ticket)
