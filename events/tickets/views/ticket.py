"""The ticket: what its holder sees of the seat, and where the rest is done."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from events.conferences.calendar_files import google_calendar_url
from events.conferences.facts import when, when_in_words
from events.tickets.access import ticket_view
from events.tickets.door import door_of
from events.tickets.ticket import Ticket
from events.tickets.wording import shown_face

PAGE = "events/ticket.html"
#: What was done on the way here, by the word in the address.
SAID = {
    "so-moi": _(
        "The telephone number had an old prefix; with the one in force it is %(phone)s."
    ),
    "roi": _(
        "This form was sent before: here is its ticket. To register somebody else, "
        "open the form anew on the conference's page."
    ),
    "co": _(
        "This person has been registered from this device before: here is the ticket, "
        "and no second seat was taken. If a detail has changed, correct it below."
    ),
    "sua": _("The details are saved."),
    "nhan": _("The seat is yours."),
    "tra": _("You have given the seat back."),
    "rut": _("You have withdrawn the registration."),
    "chon": _("What you agree to is saved."),
    "phieu": _("Thank you: your answers are kept, without your name."),
    "muon": _("That is no longer possible: this is how the ticket stands now."),
    "in": _("No PDF can be made at the moment. Print this page from the browser."),
}


@ticket_view
def show(request: HttpRequest, ticket: Ticket, now: datetime) -> HttpResponse:
    said = "" if ticket.is_nameless else str(SAID.get(request.GET.get("da"), ""))
    said = said % {"phone": ticket.registration.phone_display}
    more = {"said": said, "door": door_of(request, ticket, now)}
    return render(request, PAGE, ticket_context(ticket, request) | more)


def ticket_context(ticket: Ticket, request: HttpRequest) -> dict:
    """What every page about a ticket draws from."""
    event = ticket.event
    return {
        "ticket": ticket,
        "registration": ticket.registration,
        "event": event,
        "event_url": event.get_url(request) if event.live else "",
        "when": when_in_words(event) or when(event),
        "google_calendar_url": google_calendar_url(event),
        "shown": shown_face(ticket),
        "keep_title": event.full_title,
        # The address is a key: no page names it as its own.
        "canonical_url": "",
    }
