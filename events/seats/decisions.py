"""What organisers, and the hour, decide about the line: the rest of the seats' verbs.

Each is one transaction that locks the conference first, as those of `verbs` are.
"""

from datetime import datetime

from events.enums import Action, Channel, NoticeKind, RegistrationState
from events.models import Registration
from events.seats.conditions import require
from events.seats.errors import ReasonNeeded
from events.seats.transaction import locked, one_locked
from portal.models import User

State = RegistrationState


def approve(registration_id: int, *, now: datetime, actor: User) -> Registration:
    """Let a pending registration into the line it has stood in since it was made.

    Raises NotPossible when it is not pending, EventFull where no list is kept.
    """
    with one_locked(registration_id, now, Channel.ORGANISER, actor) as (seating, row):
        require(row, State.PENDING)
        seating.move(row, State.WAITING, Action.APPROVED)
        seating.admit([row])
    return row


def reject(
    registration_id: int, *, reason: str, now: datetime, actor: User
) -> Registration:
    """Refuse a pending registration; the reason is told. Raises ReasonNeeded."""
    if not reason.strip():
        raise ReasonNeeded
    with one_locked(registration_id, now, Channel.ORGANISER, actor) as (seating, row):
        require(row, State.PENDING)
        seating.move(
            row,
            State.REJECTED,
            Action.REJECTED,
            notice=NoticeKind.REJECTED,
            reason=reason,
        )
        seating.fill()
    return row


def promote(
    registration_id: int, *, reason: str, now: datetime, actor: User
) -> Registration:
    """Seat somebody past the queue, a quota or the hour, never past the capacity.

    Raises ReasonNeeded, NotPossible unless waiting or pending, EventFull.
    """
    if not reason.strip():
        raise ReasonNeeded
    with one_locked(registration_id, now, Channel.ORGANISER, actor) as (seating, row):
        require(row, State.WAITING, State.PENDING)
        seating.fill(by_hand=row, reason=reason)
    return row


def lapse_offers(event_id: int, *, now: datetime) -> None:
    """Pass on the seats whose offers were not accepted in time."""
    with locked(event_id, now=now, channel=Channel.SYSTEM) as seating:
        seating.fill()


def follow_page(event_id: int, *, now: datetime) -> int | None:
    """Have the seats follow the published page, and fill those that were added.

    Nobody is unseated: where more people are seated than the page now allows, the
    seats stay as many as are taken, and that number is returned.
    """
    with locked(event_id, now=now, channel=Channel.ORGANISER) as seating:
        wanted, taken = seating.terms.capacity, seating.taken()
        too_few = wanted is not None and wanted < taken
        seating.count.capacity = taken if too_few else wanted
        seating.fill()
    return taken if too_few else None
