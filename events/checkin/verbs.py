"""What is done at the door: each is one transaction, and answers with rows.

Seats change only through `events.seats`, and only then is the conference locked. Each
raises a `DoorError` or a `SeatError` and then wrote nothing.
"""

from datetime import datetime
from uuid import UUID

from events import seats
from events.checkin import record
from events.checkin.close import close, ensure_open, mark_from_paper, reopen
from events.checkin.errors import NotPresent, ReasonMissing
from events.checkin.record import Shown
from events.enums import (
    Channel,
    RegistrationState,
    ScanResult,
    ScanSource,
    UndoReason,
)
from events.models import EventPage, Registration, Scan
from events.models.attendees import Agreed, Attendee
from events.seats.errors import AlreadyRegistered, OfferLapsed
from events.seats.lock import short_wait
from portal.models import User

__all__ = [
    "check_in",
    "close",
    "instead_of",
    "let_in",
    "mark_from_paper",
    "reopen",
    "undo",
    "walk_in",
]

State = RegistrationState
R = ScanResult
#: Who comes again after these needs a place of their own.
_GONE = (R.WRONG_EVENT, R.CANCELLED, R.REJECTED)


def check_in(
    event: EventPage,
    registration_id: int,
    shown: Shown,
    *,
    now: datetime,
    actor: User | None,
) -> Scan:
    """Answer a ticket that is shown, and let its holder in where it is good.

    The same nonce again answers with the first row. What happened without a
    connection is accepted as fact, whatever has been decided since. Raises
    AttendanceClosed, SeatsBusy.
    """
    with short_wait():
        # Held first: the same form sent twice at once finds what it wrote.
        row = record.hold(registration_id)
        if replay := record.written_before(shown.nonce):
            return replay
        if not shown.offline:
            ensure_open(event)
        if row.state == State.OFFERED and row.event_id == event.pk:
            row = _take_offer(row, now)
        return record.write(event, row, shown, now=now, actor=actor)


def let_in(
    event: EventPage,
    registration_id: int,
    shown: Shown,
    *,
    reason: str,
    now: datetime,
    actor: User | None,
) -> Scan:
    """Let in somebody whom the ticket alone does not; the reason is logged.

    A ticket of another conference, cancelled or declined, makes a registration here
    with the same details; one that awaits approval or a seat gets it; one that was
    handed on lets in whoever has it now. Raises ReasonMissing, AttendanceClosed,
    EventFull in a full hall unless a reason is given, AlreadyRegistered, SeatsBusy.
    """
    with short_wait():
        row = record.hold(registration_id)
        if replay := record.written_before(shown.nonce):
            return replay
        ensure_open(event)
        is_here = row.event_id == event.pk
        result = record.answer(row.state, is_here=is_here, is_present=False)
        if result in _GONE:
            if not reason.strip():
                raise ReasonMissing
            row = _entered_anew(event, row, shown.nonce, reason, now, actor)
        elif result in (R.PENDING, R.WAITING):
            row = seats.admit_at_door(row.pk, now=now, actor=actor, reason=reason)
        elif result == R.TRANSFERRED:
            row = record.hold(successor_of(row).pk)
        return record.write(event, row, shown, now=now, actor=actor, reason=reason)


def walk_in(
    event: EventPage,
    attendee: Attendee,
    *,
    part: str,
    key: UUID,
    agreed: Agreed | None,
    now: datetime,
    actor: User | None,
    device_id: UUID | None = None,
    reason: str = "",
) -> Scan:
    """Register somebody who was not on the list, and let them in.

    Raises EventFull in a full hall unless a reason is given, AlreadyRegistered,
    AttendanceClosed, SeatsBusy.
    """
    shown = Shown(part, ScanSource.WALK_IN, now, nonce=key, device_id=device_id)
    with short_wait():
        if replay := record.written_before(key):
            return replay
        ensure_open(event)
        row = seats.enter_at_door(
            event.pk,
            attendee,
            agreed=agreed,
            key=key,
            now=now,
            actor=actor,
            reason=reason,
        )
        return record.write(event, row, shown, now=now, actor=actor, reason=reason)


def instead_of(
    event: EventPage,
    registration_id: int,
    attendee: Attendee,
    *,
    part: str,
    key: UUID,
    agreed: Agreed | None,
    now: datetime,
    actor: User | None,
    device_id: UUID | None = None,
) -> Scan:
    """Hand a place to the colleague who came, and let them in; the old ticket is dead.

    Raises NotPossible, AlreadyRegistered, AttendanceClosed, SeatsBusy.
    """
    shown = Shown(part, ScanSource.NAME, now, nonce=key, device_id=device_id)
    with short_wait():
        if replay := record.written_before(key):
            return replay
        ensure_open(event)
        row = seats.transfer(
            registration_id,
            attendee,
            agreed=agreed,
            key=key,
            now=now,
            channel=Channel.ORGANISER,
            actor=actor,
        )
        if row.state in (State.PENDING, State.WAITING):
            row = seats.admit_at_door(row.pk, now=now, actor=actor)
        return record.write(event, row, shown, now=now, actor=actor)


def undo(
    event: EventPage,
    registration_id: int,
    *,
    part: str,
    undone_for: UndoReason,
    nonce: UUID,
    now: datetime,
    actor: User | None,
    reason: str = "",
) -> Scan:
    """Take an arrival back: a row of its own, and the ticket is good again.

    Whoever was on no list before gives the seat back. Raises ReasonMissing without
    words for another reason, NotPresent, AttendanceClosed, SeatsBusy.
    """
    if undone_for == UndoReason.OTHER and not reason.strip():
        raise ReasonMissing
    with short_wait():
        if replay := record.written_before(nonce):
            return replay
        ensure_open(event)
        row = record.hold(registration_id)
        first = record.first_of(row, part)
        if first is None or row.event_id != event.pk:
            raise NotPresent
        undone = record.take_back(
            first,
            nonce=nonce,
            undone_for=undone_for,
            now=now,
            actor=actor,
            reason=reason,
        )
        _give_back(row, now, actor)
    return undone


def successor_of(row: Registration) -> Registration:
    """Who has the place now, however often it was handed on."""
    while replaced_by := getattr(row, "replaced_by", None):
        row = replaced_by
    return row


def _take_offer(row: Registration, now: datetime) -> Registration:
    """Who was asked and comes has accepted; too late, the seat has gone on."""
    try:
        return seats.accept_offer(row.pk, now=now, channel=Channel.DOOR)
    except OfferLapsed:
        return record.hold(row.pk)


def _entered_anew(
    event: EventPage,
    row: Registration,
    nonce: UUID,
    reason: str,
    now: datetime,
    actor: User | None,
) -> Registration:
    """A registration here with the same details; the one there is, where there is."""
    try:
        return seats.enter_at_door(
            event.pk,
            row.attendee,
            agreed=None,
            key=nonce,
            now=now,
            actor=actor,
            reason=reason,
        )
    except AlreadyRegistered as error:
        return record.hold(error.registration.pk)


def _give_back(row: Registration, now: datetime, actor: User | None) -> None:
    """The seat of who was entered at the door and is nowhere in the hall."""
    is_gone = not row.scans.filter(first=True).exists()
    if row.channel == Channel.DOOR and row.is_live and is_gone:
        seats.cancel(row.pk, now=now, channel=Channel.ORGANISER, actor=actor)
