"""Attendance set right from the signed paper, closed, and opened again."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID, uuid5

from events.checkin import attendance, record
from events.checkin.errors import AttendanceClosed, ReasonMissing
from events.checkin.record import Shown
from events.enums import ScanSource, UndoReason
from events.models import AttendanceClosing, EventPage, Registration
from events.seats.lock import short_wait
from portal.models import User


def ensure_open(event: EventPage) -> None:
    """Raise AttendanceClosed once the number has been given out."""
    if closing := attendance.closed(event):
        raise AttendanceClosed(closing.closed_at)


def mark_from_paper(
    event: EventPage,
    *,
    part: str,
    signed: Collection[int],
    unsigned: Collection[int],
    key: UUID,
    now: datetime,
    actor: User | None,
) -> tuple[int, int]:
    """Bring attendance to what the signed paper says, for the people of one sheet.

    `signed` and `unsigned` are ids of registrations here; others stay as they are.
    Returns how many arrivals were added and how many taken back. The same `key`
    again changes nothing. Raises AttendanceClosed, SeatsBusy.
    """
    added = taken = 0
    with short_wait():
        ensure_open(event)
        here = Registration.objects.filter(event=event)
        inside = attendance.present_in(event, part)
        for pk in here.filter(pk__in={*signed} - inside).values_list("pk", flat=True):
            nonce = uuid5(key, f"{pk} signed")
            if not record.written_before(nonce):
                shown = Shown(part, ScanSource.PAPER, now, nonce=nonce, was_let_in=True)
                row = record.hold(pk)
                record.write(event, row, shown, now=now, actor=actor)
                added += 1
        for pk in here.filter(pk__in={*unsigned} & inside).values_list("pk", flat=True):
            nonce = uuid5(key, f"{pk} unsigned")
            if not record.written_before(nonce):
                first = record.first_of(record.hold(pk), part)
                why = UndoReason.NOT_SIGNED
                record.take_back(
                    first, nonce=nonce, undone_for=why, now=now, actor=actor
                )
                taken += 1
    return added, taken


def close(event: EventPage, *, now: datetime, actor: User | None) -> AttendanceClosing:
    """Close attendance with the number there is now; closed already is closed."""
    with short_wait():
        if already := attendance.closed(event):
            return already
        return AttendanceClosing.objects.create(
            event_id=event.pk,
            closed_at=now,
            closed_by=actor,
            present=len(attendance.present(event)),
        )


def reopen(
    event: EventPage, *, reason: str, now: datetime, actor: User | None
) -> AttendanceClosing | None:
    """Open attendance again; None where it was open. Raises ReasonMissing."""
    if not reason.strip():
        raise ReasonMissing
    with short_wait():
        closing = attendance.closed(event)
        if closing:
            closing.reopened_at, closing.reopened_by = now, actor
            closing.reason = reason.strip()[:300]
            closing.save(update_fields=["reopened_at", "reopened_by", "reason"])
    return closing
