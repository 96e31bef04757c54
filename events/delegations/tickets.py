"""The tickets of a delegation: on sheets of paper, and as one message to its people."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from events.conferences import facts
from events.enums import RegistrationState
from events.models import EventPage, Registration
from events.tickets.ticket import Ticket, ticket_of

#: How many fit on an A4 sheet.
EACH_SHEET = 4


class NumberedTicket(NamedTuple):
    """`number` is its place in the delegation, sorted by tên."""

    number: int
    ticket: Ticket


def tickets_of(
    event: EventPage, members: Sequence[Registration], *, now: datetime
) -> list[Ticket]:
    """The tickets that open doors, in the order of the members; no query."""
    seated = [row for row in members if row.state == RegistrationState.CONFIRMED]
    for row in seated:
        row.event = event
    tickets = [ticket_of(row, now=now) for row in seated]
    return [ticket for ticket in tickets if ticket.opens_doors]


def sheets(tickets: Sequence[Ticket]) -> list[list[NumberedTicket]]:
    """Four to a sheet, numbered through."""
    numbered = [NumberedTicket(*pair) for pair in enumerate(tickets, 1)]
    return [
        numbered[start : start + EACH_SHEET]
        for start in range(0, len(numbered), EACH_SHEET)
    ]


def message(event: EventPage, tickets: Sequence[Ticket]) -> str:
    """What the agency's own group is told: names and codes, no ticket's address.

    Whoever reads it opens a ticket with the code and the telephone number it was
    registered with; an address would let everybody in the group change it.
    """
    lines = [
        event.full_title,
        *(fact.in_words or fact.value for fact in facts.of(event)),
        "",
        _("Name – ticket code:"),
        *(
            f"{number}. {ticket.registration.name} – {ticket.code}"
            for number, ticket in enumerate(tickets, 1)
        ),
        "",
        _("Open the ticket with your telephone number and the code: %(url)s")
        % {"url": settings.SITE_URL + reverse("ticket_lookup")},
    ]
    return "\n".join(lines)
