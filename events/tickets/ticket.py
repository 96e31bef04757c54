"""What a ticket shows at a moment: pure functions of a registration and its event."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import segno
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.conferences import facts
from events.enums import LIVE, SEATED, Circumstance, RegistrationState
from events.models import Certificate, EventPage, Registration
from events.models.history import Departure, departures
from events.models.surveys import may_answer
from events.models.terms import Terms

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
    EXCHANGED = "exchanged"
    FORGOTTEN = "forgotten"
    CALLED_OFF = "called_off"
    POSTPONED = "postponed"
    PAST = "past"
    MISSED = "missed"


_ENDED = {
    State.TRANSFERRED: Face.TRANSFERRED,
    State.EXCHANGED: Face.EXCHANGED,
    State.REJECTED: Face.REJECTED,
    State.CANCELLED: Face.CANCELLED,
}
_LEFT = frozenset({Face.CANCELLED, Face.LAPSED})
#: Tickets that show nothing of whoever held them.
NAMELESS = frozenset({Face.TRANSFERRED, Face.EXCHANGED, Face.FORGOTTEN})


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
    departure: Departure | None = None
    certificate: Certificate | None = None
    has_survey: bool = False

    @property
    def event(self) -> EventPage:
        return self.registration.event

    @property
    def opens_doors(self) -> bool:
        """Whether there is a seat, and so a picture to scan."""
        confirmed = self.registration.state == State.CONFIRMED
        return confirmed and self.face in (Face.CONFIRMED, Face.POSTPONED)

    @property
    def has_seat(self) -> bool:
        """Whether there is a seat to give back, and not only a place in line."""
        return self.registration.state in SEATED

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
    def event_facts(self) -> list[facts.Fact]:
        """Of the conference; the way there stands apart from the ticket's face."""
        return facts.besides(self.event, facts.DIRECTIONS)

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Label and value, as the ticket on paper and as a picture lists them."""
        row = self.registration
        known = [(fact.label, fact.value) for fact in self.event_facts]
        known += [
            (_("Attendee"), row.name),
            (pgettext("form", "Organisation"), row.organisation_name),
        ]
        return [(label, value) for label, value in known if value]

    @property
    def share_text(self) -> str:
        """What to paste into a message: never the address, which is the key.

        With the code and the telephone number its holder opens the ticket.
        """
        lines = (
            self.event.full_title,
            *(fact.value for fact in self.event_facts),
            _("Attendee: %(name)s") % {"name": self.registration.name},
            _("Ticket code: %(code)s") % {"code": self.code},
            _("Open the ticket with your telephone number and the code: %(url)s")
            % {"url": settings.SITE_URL + reverse("ticket_lookup")},
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
        rank=Registration.objects.rank(registration) if shown == Face.WAITING else None,
        reason=_reason(registration) if shown == Face.REJECTED else "",
        departure=_departure(registration) if shown in _LEFT else None,
        certificate=_certificate(registration) if shown == Face.PAST else None,
        has_survey=shown == Face.PAST
        and may_answer(registration, registration.event, now),
    )


def _certificate(registration: Registration) -> Certificate | None:
    rows = Certificate.objects.valid().filter(registration=registration)
    return rows.exclude(name="").first()


def _reason(registration: Registration) -> str:
    rejected = registration.changes.filter(after=State.REJECTED).order_by("-at", "-pk")
    return rejected.values_list("reason", flat=True).first() or ""


def _departure(registration: Registration) -> Departure | None:
    return departures([registration]).get(registration.pk)


def qr_rows(text: str) -> list[str]:
    """The picture to scan, row by row, `#` for dark; without its quiet zone."""
    code = segno.make(text, error="m", micro=False)
    return ["".join("#" if dark else "." for dark in row) for row in code.matrix]
