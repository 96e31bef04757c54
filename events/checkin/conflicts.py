"""What happened without a connection and only a person can judge."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from events.checkin import record
from events.checkin.devices import CLOCK_TOLERANCE
from events.checkin.results import ADMITTING
from events.checkin.verbs import let_in, successor_of
from events.enums import ScanResult, ScanSource, UndoReason
from events.models import DoorDevice, EventPage, Scan
from events.seats.lock import short_wait
from portal.models import User

R = ScanResult
KEEP, DROP, SUCCESSOR = "keep", "drop", "successor"


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing to decide: `kind` is a result, `twice`, or `clock`."""

    kind: str
    scan: Scan | None = None
    other: Scan | None = None
    device: DoorDevice | None = None
    scans: int = 1


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """`offline` scans in all, how many matched by themselves, and what did not."""

    offline: int
    matched: int
    conflicts: list[Conflict]
    waiting: list[DoorDevice]


def reconciliation(event: EventPage) -> Reconciliation:
    """All of it; four queries, however many scans there are."""
    rows = Scan.objects.filter(event=event, offline=True)
    rows = list(rows.select_related("registration__event", "device", "by"))
    conflicts = [*_refused(rows), *_twice(rows), *_clocks(event, rows)]
    mine = {one.scan.pk for one in conflicts if one.scan}
    mine |= {one.other.pk for one in conflicts if one.other}
    waiting = list(DoorDevice.objects.filter(event=event, waiting__gt=0))
    return Reconciliation(len(rows), len(rows) - len(mine), conflicts, waiting)


def _refused(rows: list[Scan]) -> Iterator[Conflict]:
    for scan in rows:
        if scan.result not in ADMITTING and scan.settled_at is None:
            yield Conflict(scan.result, scan)


def _twice(rows: list[Scan]) -> Iterator[Conflict]:
    """One ticket let in by two devices that did not know of each other."""
    by_ticket: dict[tuple, list[Scan]] = defaultdict(list)
    for scan in rows:
        if scan.admits and scan.settled_at is None and scan.result in ADMITTING:
            by_ticket[scan.registration_id, scan.part].append(scan)
    for scans in by_ticket.values():
        scans.sort(key=lambda scan: (scan.scanned_at, scan.pk))
        other = next(
            (one for one in scans if one.device_id != scans[0].device_id), None
        )
        if other:
            yield Conflict("twice", scans[0], other, scans=len(scans))


def _clocks(event: EventPage, rows: list[Scan]) -> Iterator[Conflict]:
    for device in DoorDevice.objects.filter(event=event).order_by("pk"):
        scans = [scan for scan in rows if scan.device_id == device.pk]
        if abs(device.clock_off) > CLOCK_TOLERANCE and scans:
            yield Conflict("clock", device=device, scans=len(scans))


def decide(
    event: EventPage, scan_id: int, choice: str, *, now: datetime, actor: User
) -> None:
    """Keep an arrival, drop it, or give it to whoever has the ticket now.

    Decided once; again changes nothing. Raises SeatError where a seat is needed.
    """
    with short_wait():
        rows = Scan.objects.select_related("registration__event")
        scan = rows.get(pk=scan_id, event=event, settled_at=None)
        row = record.hold(scan.registration_id)
        if choice == DROP:
            _drop(scan, now, actor)
        elif choice == SUCCESSOR:
            _drop(scan, now, actor)
            _enter(event, successor_of(row).pk, scan, now, actor)
        elif choice == KEEP and scan.result in (R.PENDING, R.WAITING, R.WRONG_EVENT):
            _enter(event, row.pk, scan, now, actor)
        same = Scan.objects.filter(
            event=event, registration=row, part=scan.part, offline=True
        )
        same.filter(settled_at=None).update(settled_at=now, settled_by=actor)


def mend_clock(event: EventPage, device_key: str, *, actor: User) -> int:
    """Put right the hour of all scans of one device; return how many.

    The clock's own word stays beside. A second call finds nothing to mend.
    """
    with short_wait():
        device = DoorDevice.objects.filter(event=event, pk=device_key).first()
        if device is None or not device.clock_off:
            return 0
        off = timedelta(seconds=device.clock_off)
        scans = Scan.objects.filter(device=device, offline=True)
        for scan in scans.select_related("registration"):
            said = scan.clock_at or scan.scanned_at
            scan.clock_at = said
            scan.scanned_at = min(said - off, scan.received_at)
            scan.save(update_fields=["clock_at", "scanned_at"])
            if scan.registration.event_id == event.pk:
                record.settle(scan.registration, scan.part)
        many = scans.count()
        DoorDevice.objects.filter(pk=device.pk).update(clock_off=0)
    return many


def _drop(scan: Scan, now: datetime, actor: User) -> None:
    if not scan.admits:
        return
    first = record.first_of(scan.registration, scan.part)
    if first:
        record.take_back(
            first,
            nonce=uuid4(),
            undone_for=UndoReason.WRONG_PERSON,
            now=now,
            actor=actor,
        )


def _enter(
    event: EventPage, registration_id: int, scan: Scan, now: datetime, actor: User
) -> None:
    """Note as present at the hour of the scan, with a seat; a chair if need be."""
    shown = record.Shown(
        scan.part, ScanSource(scan.source), scan.scanned_at, device_id=scan.device_id
    )
    reason = scan.get_result_display()
    let_in(event, registration_id, shown, reason=reason, now=now, actor=actor)
