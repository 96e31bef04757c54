"""What the organiser is told when a seat verb refuses; and how states are coloured."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.enums import RegistrationState
from events.seats.errors import (
    AlreadyRegistered,
    EventFull,
    NotPossible,
    QuotaExceeded,
    ReasonNeeded,
    RegistrationClosed,
    SeatError,
    SeatsBusy,
    Stale,
    WrongSubmission,
)
from portal.vietnamese.dates import short_moment

State = RegistrationState

# How a state is coloured; the words beside it say the same.
TONES = {
    State.PENDING: "todo",
    State.WAITING: "wait",
    State.OFFERED: "wait",
    State.CONFIRMED: "good",
    State.CANCELLED: "off",
    State.REJECTED: "off",
    State.TRANSFERRED: "off",
}

BUSY = gettext_lazy(
    "Many people are registering right now. Nothing was changed; press the button "
    "again in a few seconds."
)


def refusal(error: SeatError) -> str:
    """Why nothing was done, and what can be done instead."""
    match error:
        case SeatsBusy():
            return str(BUSY)
        case EventFull(capacity=capacity):
            return _(
                "All %(capacity)s seats are taken. Raise the number of seats on the "
                "conference's page, or cancel somebody's place first."
            ) % {"capacity": capacity}
        case AlreadyRegistered(registration=other):
            return _(
                "This person is registered already, under the code %(code)s: same "
                "name, same phone."
            ) % {"code": other.code}
        case Stale():
            return _(
                "Somebody changed this registration after you opened the form. What "
                "you typed is kept below; compare it with the details as they are now "
                "and save again."
            )
        case NotPossible(registration=row):
            return _("This cannot be done now: the registration is “%(state)s”.") % {
                "state": row.get_state_display()
            }
        case QuotaExceeded(quota=quota, wanted=wanted):
            return _(
                "The invitation is for %(quota)s people; that would be %(wanted)s."
            ) % {"quota": quota, "wanted": wanted}
        case ReasonNeeded():
            return _("Write down the reason.")
        case RegistrationClosed(closed_at=closed) if closed:
            return _("Registration closed at %(when)s.") % {
                "when": short_moment(closed)
            }
        case WrongSubmission():
            return _("The form belongs to another conference. Open it again.")
    return _("This cannot be done now.")
