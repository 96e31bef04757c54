"""What a ticket shows at a moment: pure functions of a registration and its event."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import segno
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from events.enums import LIVE, Circumstance, RegistrationState
from events.models import EventPage, Registration
from events.models.terms import Terms
from portal.vietnamese.dates import short_days, short_time

State = RegistrationState


class Face(StrEnum):
    """What its holder is told first."""

    CONFIRMED = "confirmed"
    WAITING = "waiting"
    PENDING = "pending"
    OFFERED = "offered"
    CANCELLED = "cancelled"
    LAPSED = "lapsed"
    REJECTED = "rejected"
    TRANSFERRED = "transferred"
    FORGOTTEN = "forgotten"
    CALLED_OFF = "called_off"
    POSTPONED = "postponed"
    PAST = "past"
    MISSED = "missed"


_ENDED = {
    State.TRANSFERRED: Face.TRANSFERRED,
    State.REJECTED: Face.REJECTED,
    State.CANCELLED: Face.CANCELLED,
}
#: Tickets that show nothing of whoever held them.
NAMELESS = frozenset({Face.TRANSFERRED, Face.FORGOTTEN})


def face(registration: Registration, terms: Terms, now: datetime) -> Face:
    """Which of the ticket's faces is to be shown."""
    state = registration.state
    if registration.forgotten_at:
        return Face.FORGOTTEN
    if registration.has_lapsed:
        return Face.LAPSED
    if state in _ENDED:
        return _ENDED[State(state)]
    if terms.circumstance == Circumstance.CANCELLED:
        return Face.CALLED_OFF
    if terms.is_over(now):
        return Face.PAST if state == State.CONFIRMED else Face.MISSED
    if terms.circumstance == Circumstance.POSTPONED:
        return Face.POSTPONED
    if state != State.CONFIRMED and terms.has_started(now):
        return Face.MISSED
    # The seat has gone on in all but name: the next change of a seat writes it down.
    if state == State.OFFERED and registration.offer_until <= now:
        return Face.LAPSED
    return Face(state)


@dataclass(frozen=True, slots=True)
class Ticket:
    """A registration as its holder sees it; `rank` counts those in front, plus one."""

    registration: Registration
    face: Face
    may_change: bool
    rank: int | None = None
    reason: str = ""

    @property
    def event(self) -> EventPage:
        return self.registration.event

    @property
    def opens_doors(self) -> bool:
        """Whether there is a seat, and so a picture to scan."""
        confirmed = self.registration.state == State.CONFIRMED
        return confirmed and self.face in (Face.CONFIRMED, Face.POSTPONED)

    @property
    def is_nameless(self) -> bool:
        return self.face in NAMELESS

    @property
    def number(self) -> str:
        return f"{self.registration.sequence:04d}"

    @property
    def code(self) -> str:
        """In two halves, as people read it out."""
        code = self.registration.code
        return f"{code[:3]} {code[3:]}"

    @property
    def path(self) -> str:
        return reverse("ticket", args=[self.registration.token])

    @property
    def url(self) -> str:
        return settings.SITE_URL + self.path

    @property
    def share_text(self) -> str:
        """What to paste into a message, to oneself or to whoever keeps the list."""
        event = self.event
        lines = (
            event.title,
            when(event),
            event.place,
            _("Attendee: %(name)s") % {"name": self.registration.name},
            _("Ticket code: %(code)s") % {"code": self.code},
            self.url,
        )
        return "\n".join(line for line in lines if line)


def ticket_of(registration: Registration, *, now: datetime) -> Ticket:
    """Read what the ticket needs besides its row: the rank of one who waits."""
    terms = registration.event.terms
    shown = face(registration, terms, now)
    is_open = not terms.has_started(now) and shown not in (*NAMELESS, Face.LAPSED)
    return Ticket(
        registration,
        shown,
        may_change=is_open and registration.state in LIVE,
        rank=_rank(registration) if shown == Face.WAITING else None,
        reason=_reason(registration) if shown == Face.REJECTED else "",
    )


def _rank(registration: Registration) -> int:
    waiting = Registration.objects.waiting().filter(event_id=registration.event_id)
    return waiting.filter(sequence__lt=registration.sequence).count() + 1


def _reason(registration: Registration) -> str:
    told = registration.changes.filter(after=State.REJECTED).order_by("-at", "-pk")
    return told.values_list("reason", flat=True).first() or ""


def when(event: EventPage) -> str:
    """07:30, 25/01/2030: as much as is known, on one line."""
    if event.date_text or not event.starts_on:
        return event.date_text
    day = short_days(event.starts_on, event.ends_on)
    return f"{short_time(event.start_time)}, {day}" if event.start_time else day


def qr_rows(text: str) -> list[str]:
    """The picture to scan, row by row, `#` for dark; without its quiet zone."""
    code = segno.make(text, error="m", micro=False)
    return ["".join("#" if dark else "." for dark in row) for row in code.matrix]
