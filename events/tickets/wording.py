"""The words of a ticket's faces."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from events.models.history import Departure
from events.tickets.ticket import Face, Ticket
from portal.vietnamese.dates import short_date, short_time


@dataclass(frozen=True, slots=True)
class ShownFace:
    """`css` chooses sign and colour, as for the status of an act."""

    heading: str
    sentence: str
    css: str


_FACES = {
    Face.CONFIRMED: (
        _("You have a seat"),
        _("Show this code at the door, on the screen or on paper."),
        "ok",
    ),
    Face.WAITING: (_("You are on the waiting list"), "", "part"),
    Face.PENDING: (
        _("The organisers are looking at your registration"),
        _("They approve each one. This page shows the ticket once they have."),
        "soon",
    ),
    Face.OFFERED: (_("A seat is kept for you"), "", "soon"),
    Face.CANCELLED: (
        _("This registration is cancelled"),
        _("The code opens no door."),
        "off",
    ),
    Face.LAPSED: (
        _("The seat kept for you has gone on"),
        _("It was not accepted in time."),
        "off",
    ),
    Face.REJECTED: (_("The registration was not approved"), "", "off"),
    Face.TRANSFERRED: (
        _("This ticket is no longer valid"),
        _("The place was handed on, with a new ticket. This code opens no door."),
        "off",
    ),
    Face.EXCHANGED: (
        _("This registration was moved to another conference"),
        _("The ticket's own address and code now open the one there."),
        "off",
    ),
    Face.FORGOTTEN: (
        _("The data of this ticket has been erased"),
        _("Nothing is left here that names anybody."),
        "chk",
    ),
    Face.CALLED_OFF: (
        _("The conference does not take place"),
        _("You need not do anything: all places are void."),
        "off",
    ),
    Face.POSTPONED: (
        _("The conference is postponed"),
        _("It does not take place on the day given. Your registration stays valid."),
        "part",
    ),
    Face.PAST: (
        _("The conference is over"),
        _("Thank you for registering. Its materials stay on the conference's page."),
        "chk",
    ),
    Face.MISSED: (
        _("No seat became free"),
        _("The conference has begun, and the waiting list has ended with that."),
        "chk",
    ),
}


_HELD = _(
    "Many registrations came from one place in a short time, so the organisers confirm "
    "this one first. Your place in line is kept."
)
_AFTER = {
    Departure.PASSED_ON: _("The seat has gone to the next in line."),
    Departure.FREE: _("The seat is free again."),
    Departure.NO_SEAT: _("You no longer stand in line."),
}


def shown_face(ticket: Ticket) -> ShownFace:
    heading, sentence, css = _FACES[ticket.face]
    if ticket.face == Face.WAITING:
        sentence = _in_line(ticket.rank)
    elif ticket.face == Face.OFFERED:
        sentence = _kept_until(ticket)
    elif ticket.face == Face.REJECTED:
        sentence = ticket.reason
    elif ticket.face == Face.PENDING and ticket.registration.is_held:
        sentence = _HELD
    elif ticket.departure:
        sentence = f"{_AFTER[ticket.departure]} {sentence}"
    return ShownFace(heading, sentence, css)


def _in_line(rank: int) -> str:
    # Not by ngettext: Vietnamese has one form for all numbers.
    if rank == 1:
        return _("You are first in line for a seat that is given back.")
    return _(
        "You are number %(rank)d in line. Seats given back go to the first in line."
    ) % {"rank": rank}


def _kept_until(ticket: Ticket) -> str:
    until = ticket.registration.offer_until
    return _(
        "Accept it by %(time)s on %(day)s; after that it is no longer kept for you."
    ) % {"time": short_time(until), "day": short_date(until)}
