"""Scans as rows: written once each, and the mark that says who has arrived."""

import sys
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from events.checkin.results import ADMITTING, Mark, answer, arrival
from events.enums import ScanResult, ScanSource, UndoReason
from events.models import EventPage, Registration, Scan
from portal.models import User


@dataclass(frozen=True, slots=True)
class Shown:
    """A ticket, a name or a signature at the door.

    `nonce` is made where it happened: sent twice it is one. `at` is when, by that
    device's clock. `was_let_in`: without a connection somebody decided alone.
    """

    part: str
    source: ScanSource
    at: datetime
    nonce: UUID = field(default_factory=uuid4)
    device_id: UUID | None = None
    offline: bool = False
    was_let_in: bool = False


#: Of a row that is about to be written: the latest there is.
NOT_YET = sys.maxsize


def hold(registration_id: int) -> Registration:
    """The registration; whoever scans the same ticket waits until the commit.

    SQLite has one writer at a time anyway, and reads the lock as nothing.
    """
    rows = Registration.objects.select_for_update(of=("self",))
    return rows.get(pk=registration_id)


def written_before(nonce: UUID) -> Scan | None:
    """The row this scan made the first time."""
    return Scan.objects.filter(nonce=nonce).first()


def write(
    event: EventPage,
    row: Registration,
    shown: Shown,
    *,
    now: datetime,
    actor: User | None,
    reason: str = "",
) -> Scan:
    """Write one scan of a held registration, and who has arrived by it.

    Two queries, unless the mark of an earlier row moves.
    """
    is_here = row.event_id == event.pk
    # A clock that is ahead says what cannot be: nothing is known before it happens.
    at = min(shown.at, now)
    marks, marked = _marks(row, shown.part) if is_here else ([], None)
    result = answer(row.state, is_here=is_here, is_present=marked is not None)
    scan = Scan(
        nonce=shown.nonce,
        event_id=event.pk,
        registration=row,
        part=shown.part,
        source=shown.source,
        result=result,
        admits=result in ADMITTING or (is_here and shown.was_let_in),
        scanned_at=at,
        clock_at=shown.at if shown.at != at else None,
        received_at=now,
        offline=shown.offline,
        device_id=shown.device_id,
        by=actor,
        reason=reason,
    )
    if is_here:
        mine = Mark(NOT_YET, at, scan.admits)
        found = arrival([*marks, mine])
        scan.first = found == mine
        _move(marked, found.id if found and not scan.first else None)
    scan.save(force_insert=True)
    return scan


def take_back(
    scan: Scan,
    *,
    nonce: UUID,
    undone_for: UndoReason,
    now: datetime,
    actor: User | None,
    reason: str = "",
) -> Scan:
    """Write that an arrival is taken back, and who has arrived then."""
    undone = Scan.objects.create(
        nonce=nonce,
        event_id=scan.event_id,
        registration_id=scan.registration_id,
        part=scan.part,
        source=scan.source,
        result=ScanResult.UNDONE,
        scanned_at=max(now, scan.scanned_at),
        received_at=now,
        by=actor,
        undone_for=undone_for,
        reason=reason,
    )
    settle(scan.registration, scan.part)
    return undone


def first_of(row: Registration, part: str) -> Scan | None:
    """By which row somebody counts as present in this part."""
    return row.scans.filter(part=part, first=True).first()


def settle(row: Registration, part: str) -> None:
    """Put the mark of the arrival on the row that the rules say."""
    marks, marked = _marks(row, part)
    found = arrival(marks)
    _move(marked, found.id if found else None)


def _marks(row: Registration, part: str) -> tuple[list[Mark], int | None]:
    """What was written of somebody in this part, and on which row the mark stands."""
    rows = row.scans.filter(part=part, event_id=row.event_id).order_by()
    marks, marked = [], None
    for pk, at, admits, result, first in rows.values_list(
        "pk", "scanned_at", "admits", "result", "first"
    ):
        marks.append(Mark(pk, at, admits, result == ScanResult.UNDONE))
        marked = pk if first else marked
    return marks, marked


def _move(marked: int | None, to: int | None) -> None:
    """Take the mark of the arrival from one row to another, where they differ."""
    if marked == to:
        return
    # First off, then on: the mark stands on one row at a time.
    for pk, first in ((marked, False), (to, True)):
        if pk is not None:
            Scan.objects.filter(pk=pk).update(first=first)
