"""Who was present: what the door, the papers and the reports all read."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import datetime

from django.db.models import Count, Exists, FilteredRelation, Min, OuterRef, Q
from django.utils.translation import gettext as _

from events.enums import LIVE, SEATED, Audience, Channel
from events.models import (
    AttendanceClosing,
    EventPage,
    Invitation,
    Registration,
    Scan,
)
from events.models.keys import agency_key


@dataclass(slots=True)
class Headcount:
    """Numbers of people. `absent` had a seat and did not come; `unregistered` came
    without being registered and is part of `present`."""

    invited: int = 0
    registered: int = 0
    confirmed: int = 0
    present: int = 0
    absent: int = 0
    unregistered: int = 0

    def add(self, other: "Headcount") -> None:
        for column in fields(self):
            total = getattr(self, column.name) + getattr(other, column.name)
            setattr(self, column.name, total)

    @property
    def expected(self) -> int:
        """Who has come and who is still to: the number the door counts towards."""
        return self.present + self.absent


@dataclass(slots=True)
class AttendanceRow:
    """One agency or group, and its numbers. `key` is the agency's or the group's."""

    key: str
    label: str
    tally: Headcount = field(default_factory=Headcount)


@dataclass(slots=True)
class Counts:
    """The numbers of one conference; groups are not invited, agencies are."""

    total: Headcount
    agencies: list[AttendanceRow]
    groups: list[AttendanceRow]


@dataclass(frozen=True, slots=True)
class AtDoor:
    """What the door shows beside one answer: who has come, and who has or still is to
    (`Headcount.expected`); of all, and of one agency."""

    present: int
    expected: int
    agency_present: int = 0
    agency_expected: int = 0


def present(event: EventPage) -> set[int]:
    """The ids of the registrations of who was there in any part.

    Whoever came unregistered has a registration by then, and is among them.
    """
    return set(_arrived(event).values_list("registration_id", flat=True))


def arrivals(event: EventPage) -> dict[int, dict[str, datetime]]:
    """When each person present arrived, by registration and part."""
    found: dict[int, dict[str, datetime]] = {}
    rows = _arrived(event).values_list("registration_id", "part", "scanned_at")
    for registration_id, part, at in rows:
        found.setdefault(registration_id, {})[part] = at
    return found


def present_in(event: EventPage, part: str) -> set[int]:
    """The ids of the registrations of who was there in this part."""
    rows = _arrived(event).filter(part=part)
    return set(rows.values_list("registration_id", flat=True))


def counts(event: EventPage, part: str = "") -> Counts:
    """How many were invited, registered, seated, present and absent; three queries
    at most, however many they are. With a part: present in that one."""
    agencies: dict[str, AttendanceRow] = {}
    groups = {one.value: AttendanceRow(one.value, str(one.label)) for one in Audience}
    total = Headcount()
    for key, label, audience, tally in _registered(event, part):
        line = agencies.setdefault(key, AttendanceRow(key, label))
        line.label = line.label or label
        for one in (line.tally, groups[audience].tally, total):
            one.add(tally)
    for name, quota in _invited(event):
        key = agency_key(name)
        agencies.setdefault(key, AttendanceRow(key, name)).tally.invited += quota
        total.invited += quota
    return Counts(total, _in_order(agencies.values()), list(groups.values()))


def at_door(event: EventPage, part: str, agency: str = "") -> AtDoor:
    """The numbers of a part, and among them those of an agency by its key.

    One query, answered from two indexes: it is asked for with every scan.
    """
    arrived = FilteredRelation(
        "scans", condition=Q(scans__first=True, scans__part=part)
    )
    rows = Registration.objects.filter(event=event).annotate(arrived=arrived)
    is_seated = Q(state__in=SEATED) & ~Q(channel=Channel.DOOR)
    is_expected, is_mine = Q(arrived__isnull=False) | is_seated, Q(agency_key=agency)
    numbers = rows.order_by().aggregate(
        present=Count("arrived"),
        expected=Count("pk", filter=is_expected),
        agency_present=Count("arrived", filter=is_mine),
        agency_expected=Count("pk", filter=is_mine & is_expected),
    )
    return AtDoor(**numbers)


def closed(event: EventPage) -> AttendanceClosing | None:
    """The closing that holds now; None while attendance is open."""
    return AttendanceClosing.objects.filter(event=event, reopened_at=None).first()


def has_changed(event: EventPage, closing: AttendanceClosing) -> bool:
    """Whether the number is another one than that it was closed with."""
    return len(present(event)) != closing.present


def _arrived(event: EventPage, part: str = ""):
    rows = Scan.objects.filter(event=event, first=True).order_by()
    return rows.filter(part=part) if part else rows


def _registered(event: EventPage, part: str):
    """Agency, its name, group, and the numbers of those who share all of them."""
    inside = _arrived(event, part).filter(registration=OuterRef("pk"))
    rows = (
        Registration.objects.filter(event=event)
        .annotate(inside=Exists(inside))
        .order_by()
        .values("agency_key", "audience", "state", "channel", "inside")
        .annotate(people=Count("pk"), name=Min("organisation_name"))
    )
    for row in rows:
        label = row["name"] if row["agency_key"] else _("Agency no longer known")
        yield row["agency_key"], label, row["audience"], _tally(row)


def _tally(row: dict) -> Headcount:
    many: int = row["people"]
    at_door, inside = row["channel"] == Channel.DOOR, row["inside"]
    is_seated = row["state"] in SEATED and not at_door
    return Headcount(
        registered=many if row["state"] in LIVE and not at_door else 0,
        confirmed=many if is_seated else 0,
        present=many if inside else 0,
        absent=many if is_seated and not inside else 0,
        unregistered=many if inside and at_door else 0,
    )


def _invited(event: EventPage) -> Iterable[tuple[str, int]]:
    rows = Invitation.objects.filter(event=event, revoked_at=None)
    return rows.values_list("organisation__name", "quota")


def _in_order(lines: Iterable[AttendanceRow]) -> list[AttendanceRow]:
    """The largest first."""
    return sorted(
        lines,
        key=lambda line: (
            -max(line.tally.registered, line.tally.present, line.tally.invited),
            line.label,
        ),
    )
