"""What the holder of a ticket does: correct it, hand it on, give it back, accept."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from events import seats
from events.enums import Channel
from events.models import Registration
from events.personal_data import consents
from events.registration.forms.details import DetailsForm, details_of
from events.registration.forms.registration import CorrectionForm, TransferForm
from events.registration.views.register import busy_words
from events.seats.errors import AlreadyRegistered, NotPossible, SeatsBusy, Stale
from events.tickets.access import ticket_busy, ticket_view, to_ticket
from events.tickets.ticket import Face, Ticket, ticket_of
from events.tickets.views.ticket import PAGE, ticket_context

CORRECT = "events/ticket_correct.html"
TRANSFER = "events/ticket_transfer.html"
TRANSFERRED = "events/ticket_transferred.html"
CANCEL = "events/ticket_cancel.html"
TOO_LATE = "muon"


@ticket_view
def correct(request: HttpRequest, ticket: Ticket, now: datetime) -> HttpResponse:
    row = ticket.registration
    if not ticket.may_change:
        return to_ticket(ticket, TOO_LATE)
    form = CorrectionForm(
        request.POST if request.method == "POST" else None,
        event=ticket.event,
        current=row,
        initial={**details_of(row), "revision": row.revision},
    )
    context = ticket_context(ticket, request) | {"form": form}
    try:
        if form.is_bound and form.is_valid():
            attendee, revision = form.attendee(), form.cleaned_data["revision"]
            seats.correct(
                row.pk, attendee, revision=revision, now=now, channel=Channel.TICKET
            )
            return to_ticket(ticket, "so-moi" if form.has_old_number else "sua")
    except Stale as error:
        _show_newer(form, context, error)
    except (AlreadyRegistered, NotPossible, SeatsBusy) as error:
        return _refused(request, CORRECT, context, ticket, error)
    return render(request, CORRECT, context)


def _show_newer(form: CorrectionForm, context: dict, error: Stale) -> None:
    """What somebody else has just saved beside what was typed; the reader decides."""
    newer = error.registration
    form.add_error(
        None,
        _(
            "This ticket was changed elsewhere at %(time)s, after you opened this "
            "page. Compare: press the button once more and what you typed replaces it."
        )
        % {"time": f"{timezone.localtime(newer.changed_at):%H:%M:%S}"},
    )
    form.data = form.data.copy()
    form.data["revision"] = newer.revision
    labels = {name: field.label for name, field in form.fields.items()}
    typed, saved = form.attendee(), newer
    context["newer"] = [
        (labels[field], getattr(saved, shown))
        for field, column, shown in _COMPARED
        if getattr(saved, column) != getattr(typed, column)
    ]


#: A field of the form, what is compared of it, and how what was saved is shown.
_COMPARED = (
    ("name", "name", "name"),
    ("phone", "phone", "phone_display"),
    ("organisation", "organisation_name", "organisation_name"),
    ("position", "position", "position"),
    ("email", "email", "email"),
    ("note", "note", "note"),
)


@ticket_view
def transfer(request: HttpRequest, ticket: Ticket, now: datetime) -> HttpResponse:
    """A colleague goes instead; whoever sent the form is shown the new ticket."""
    row = ticket.registration
    form = TransferForm(
        request.POST if request.method == "POST" else None,
        event=ticket.event,
        current=row,
        initial={"organisation": row.organisation_name, "audience": row.audience},
    )
    # Sent twice, the second time finds a dead ticket and is answered all the same.
    again = form.is_bound and ticket.face == Face.TRANSFERRED
    if not (ticket.may_change or again):
        return to_ticket(ticket, TOO_LATE)
    context = ticket_context(ticket, request) | {
        "form": form,
        "explained": consents.explained(request, ticket.event),
    }
    try:
        if form.is_bound and form.is_valid():
            successor = seats.transfer(
                row.pk,
                form.attendee(),
                agreed=form.agreed(),
                key=form.submission_key,
                now=now,
                channel=Channel.TICKET,
            )
            context["successor"] = ticket_of(successor, now=now)
            return render(request, TRANSFERRED, context)
    except (AlreadyRegistered, NotPossible, SeatsBusy) as error:
        return _refused(request, TRANSFER, context, ticket, error)
    return to_ticket(ticket) if again else render(request, TRANSFER, context)


def _refused(
    request: HttpRequest, template: str, context: dict, ticket: Ticket, error
) -> HttpResponse:
    form: DetailsForm = context["form"]
    if isinstance(error, SeatsBusy):
        form.add_error(None, busy_words())
        return ticket_busy(request, template, context, error)
    if isinstance(error, NotPossible):
        return to_ticket(ticket, TOO_LATE)
    form.add_error(
        None,
        _(
            "Somebody of this name and telephone number holds another place at this "
            "conference already."
        ),
    )
    return render(request, template, context)


@ticket_view
def cancel(request: HttpRequest, ticket: Ticket, now: datetime) -> HttpResponse:
    if not ticket.may_change:
        return to_ticket(ticket, TOO_LATE)
    context = ticket_context(ticket, request)
    if request.method != "POST":
        return render(request, CANCEL, context | _who_is_next(ticket, now))
    try:
        seats.cancel(ticket.registration.pk, now=now, channel=Channel.TICKET)
    except NotPossible:
        return to_ticket(ticket, TOO_LATE)
    except SeatsBusy as error:
        return ticket_busy(request, CANCEL, context, error)
    return to_ticket(ticket, "tra" if ticket.has_seat else "rut")


def _who_is_next(ticket: Ticket, now: datetime) -> dict[str, bool]:
    """Whether a seat given back goes to somebody, stays free, or stays empty."""
    waiting = Registration.objects.waiting().filter(event=ticket.event.pk)
    return {
        "is_closed": not ticket.event.terms.window_is_open(now),
        "is_awaited": waiting.exists(),
    }


@ticket_view
def accept(request: HttpRequest, ticket: Ticket, now: datetime) -> HttpResponse:
    """Take the seat that is kept; too late, the ticket says so."""
    if request.method != "POST":
        return to_ticket(ticket)
    try:
        seats.accept_offer(ticket.registration.pk, now=now)
    except NotPossible:
        return to_ticket(ticket)
    except SeatsBusy as error:
        return ticket_busy(request, PAGE, ticket_context(ticket, request), error)
    return to_ticket(ticket, "nhan")
