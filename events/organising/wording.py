"""What the organiser is told when a seat verb refuses; and how states are coloured."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from events.enums import RegistrationState
from events.seats.errors import (
    AgencyFull,
    AlreadyRegistered,
    EventFull,
    NotPossible,
    QuotaExceeded,
    ReasonNeeded,
    RegistrationClosed,
    SeatError,
    SeatsBusy,
    Stale,
    WrongSeries,
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
    State.EXCHANGED: "off",
}

BUSY = gettext_lazy(
    "Many people are registering right now. Nothing was changed; press the button "
    "again in a few seconds."
)


def exchange_refusal(error: SeatError) -> str:
    """Why somebody was not moved to another conference; here they keep their place."""
    match error:
        case EventFull(capacity=capacity):
            return _(
                "No seat is free there: all %(capacity)s are taken. The place here is "
                "kept. Raise the number of seats there, or choose another conference."
            ) % {"capacity": capacity}
        case AgencyFull(quota=quota):
            return _(
                "The agency has all the seats there that one agency may have "
                "(%(quota)s). The place here is kept."
            ) % {"quota": quota}
        case QuotaExceeded(quota=quota):
            return _(
                "The agency's invitation there is for %(quota)s people, and they are "
                "registered already. The place here is kept."
            ) % {"quota": quota}
        case AlreadyRegistered(registration=other):
            return _(
                "This person is registered there already, under the code %(code)s. "
                "Cancel the place here if it is one too many."
            ) % {"code": other.code}
        case WrongSeries():
            return _("Choose another conference of the same series.")
        case RegistrationClosed():
            return _(
                "Nobody can be moved there: it has begun, does not take place as "
                "planned or takes no registrations. The place here is kept."
            )
    return refusal(error)


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


def people_in_words(count: int) -> str:
    """1 person, 40 people."""
    words = ngettext("%(count)d person", "%(count)d people", count)
    return words % {"count": count}
