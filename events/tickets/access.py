"""Pages whose address is their key: found by it, kept and passed on by nobody."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from events.models import Registration
from events.seats.errors import SeatsBusy
from events.tickets.ticket import Ticket, ticket_of
from portal.guard.address import client_group
from portal.guard.responses import secret, try_later

MISSES = 60
MISSES_PER = timedelta(minutes=15)
UNKNOWN = "events/ticket_unknown.html"

TicketView = Callable[[HttpRequest, Ticket, datetime], HttpResponse]


def ticket_view(view: TicketView):
    """A view of the ticket that the address opens.

    Every other address has one answer, whether its ticket never was or is a guess.
    Who has the address may decide on the ticket; no cookie could say more, and none
    is asked for.
    """

    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def answer(request: HttpRequest, token: str) -> HttpResponse:
        now = timezone.now()
        guesses = _guesses(request)
        if cache.get(guesses, 0) >= MISSES:
            return secret(render(request, UNKNOWN, {"flood": True}, status=429))
        rows = Registration.objects.select_related("event__locality", "organisation")
        row = rows.defer("event__body").filter(token=token).first()
        if row is None:
            _count_miss(guesses)
            return secret(render(request, UNKNOWN, status=404))
        return secret(view(request, ticket_of(row, now=now), now))

    return answer


def to_ticket(ticket: Ticket, said: str = "") -> HttpResponse:
    """Back to the ticket, which then says what was done."""
    return redirect(f"{ticket.path}?da={said}" if said else ticket.path)


def ticket_busy(
    request: HttpRequest, template: str, context: dict, error: SeatsBusy
) -> HttpResponse:
    """The same page, with the form kept, to be sent again in a moment."""
    response = render(request, template, context | {"busy": True})
    return try_later(response, error.retry_after)


def _guesses(request: HttpRequest) -> str:
    """A name for the visitor in this server's memory; reading writes no rows."""
    return "ticket-guess-" + salted_hmac("tickets", client_group(request)).hexdigest()


def _count_miss(guesses: str) -> None:
    seconds = int(MISSES_PER.total_seconds())
    if not cache.add(guesses, 1, seconds):
        try:
            cache.incr(guesses)
        except ValueError:  # the window has just ended
            cache.add(guesses, 1, seconds)
