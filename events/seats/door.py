"""Seats given at the door, on the day: to who was not on the list, or not yet."""

from datetime import datetime
from uuid import UUID

from events.enums import Action, Channel, RegistrationState
from events.models import Registration
from events.models.attendees import Agreed, Attendee
from events.seats.conditions import require
from events.seats.transaction import locked
from portal.models import User

State = RegistrationState


def enter_at_door(
    event_id: int,
    attendee: Attendee,
    *,
    agreed: Agreed | None,
    key: UUID,
    now: datetime,
    actor: User | None,
    reason: str = "",
) -> Registration:
    """Register somebody who came without being registered, with a seat at once.

    The same `key` again answers with the first registration. In a full hall a reason
    adds a chair. Raises EventFull, AlreadyRegistered, SeatsBusy.
    """
    with locked(event_id, now=now, channel=Channel.DOOR, actor=actor) as seating:
        if replay := seating.sent_before(key):
            return replay[0]
        row = seating.append(
            attendee,
            agreed=agreed,
            submission=seating.submit(key),
            reason=reason,
            has_namesakes=True,
        )
        seating.seat_at_door(row, reason=reason)
    return row


def admit_at_door(
    registration_id: int, *, now: datetime, actor: User | None, reason: str = ""
) -> Registration:
    """Seat somebody who awaits approval or waits in line, and stands at the door.

    In a full hall a reason adds a chair. Raises NotPossible in any other state,
    EventFull, SeatsBusy.
    """
    found = Registration.objects.values_list("event_id", flat=True)
    event_id = found.get(pk=registration_id)
    with locked(event_id, now=now, channel=Channel.DOOR, actor=actor) as seating:
        row = seating.registrations.get(pk=registration_id)
        require(row, State.PENDING, State.WAITING)
        if row.state == State.PENDING:
            seating.move(row, State.WAITING, Action.APPROVED, reason=reason)
        seating.seat_at_door(row, reason=reason)
    return row
