"""What must hold before a seat changes hands: asked under the lock."""

from events.enums import Channel, RegistrationState
from events.models import Registration
from events.models.terms import TAKES_REGISTRATIONS, Phase
from events.seats.errors import EventFull, NotPossible, RegistrationClosed
from events.seats.seating import Seating


def ensure_open(seating: Seating, *, invited: bool = False) -> None:
    """Raise RegistrationClosed or EventFull unless somebody new may come now."""
    terms, count = seating.terms, seating.count
    phase = terms.phase(seating.now, taken=count.taken, waiting=count.waiting)
    if invited and phase == Phase.BY_INVITATION:
        return
    if phase == Phase.FULL and not invited:
        raise EventFull(count.capacity)
    if phase not in TAKES_REGISTRATIONS and phase != Phase.FULL:
        raise RegistrationClosed(phase, terms.opens_at, terms.deadline)


def ensure_not_begun(seating: Seating, row: Registration) -> None:
    """Raise NotPossible once it has started, for all but the organiser."""
    by_organiser = seating.channel == Channel.ORGANISER
    if seating.terms.has_started(seating.now) and not by_organiser:
        raise NotPossible(row)


def require(row: Registration, *states: RegistrationState) -> None:
    """Raise NotPossible unless the registration is in one of these states."""
    if row.state not in states:
        raise NotPossible(row)
