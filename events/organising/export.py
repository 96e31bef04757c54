"""Lists of attendees as spreadsheets: XLSX for offices, CSV for programs.

The headings are those of the list that offices keep, “Danh sách đại biểu”, and stay
Vietnamese whoever exports: what goes out can be read in again as a delegation.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import IO

from django.utils import timezone
from django.utils.translation import gettext as _

from events.enums import SEATED, RegistrationState
from events.models import EventPage, Registration
from events.organising.columns import STANDARD, Column, Said, said_by
from portal.tabular import Sheet, write_book, write_csv
from portal.vietnamese import sort_key
from portal.vietnamese.dates import short_moment

HEADINGS = ("TT", *(column.heading for column in STANDARD))
TOTALS = ("Đơn vị", "Có chỗ", "Đang chờ", "Không dự", "Cộng")


def by_agency(registrations: Iterable[Registration]) -> list[Registration]:
    """Agency by agency; within one by tên, họ, đệm in Vietnamese order."""

    def place(row: Registration):
        return sort_key(row.organisation_name), row.agency_key, row.name_key, row.pk

    return sorted(registrations, key=place)


def attendee_rows(
    registrations: Iterable[Registration],
    columns: Iterable[Column] = STANDARD,
    said: Said | None = None,
) -> Iterator[tuple]:
    """One row a person under "TT" and the columns, numbered through; asks no query."""
    said, columns = said or {}, list(columns)
    for number, row in enumerate(by_agency(registrations), 1):
        agreed = said.get(row.pk, {})
        yield (number, *(column.value(row, agreed) for column in columns))


def agency_totals(registrations: Iterable[Registration]) -> Iterator[tuple]:
    """How many of each agency have a seat, wait, or do not come; then the sum."""
    counts: dict[str, Counter[str]] = {}
    names: dict[str, str] = {}
    for row in by_agency(registrations):
        names.setdefault(row.agency_key, row.organisation_name)
        counts.setdefault(row.agency_key, Counter())[_part(row.state)] += 1
    for key, counted in counts.items():
        yield (names[key], *_counted(counted))
    yield ("Cộng", *_counted(sum(counts.values(), Counter())))


def write_attendees_xlsx(
    file: IO[bytes],
    event: EventPage,
    registrations: Iterable[Registration],
    now: datetime,
    columns: Collection[Column] = STANDARD,
) -> None:
    """Write a workbook: the list, and how many of each agency."""
    rows = list(registrations)
    about = [
        (),
        (_("Conference: %(title)s") % {"title": event.title},),
        (_("List of %(moment)s") % {"moment": short_moment(now)},),
    ]
    listed = attendee_rows(rows, columns, said_by(event, columns))
    file.write(
        write_book(
            [
                Sheet("Danh sách đại biểu", _headings(columns), listed),
                Sheet("Cộng theo đơn vị", TOTALS, [*agency_totals(rows), *about]),
            ]
        )
    )


def write_attendees_csv(
    file: IO[bytes],
    event: EventPage,
    registrations: Iterable[Registration],
    now: datetime,
    columns: Collection[Column] = STANDARD,
) -> None:
    """Write the list alone; `now` is in the name of the file."""
    listed = attendee_rows(registrations, columns, said_by(event, columns))
    file.write(write_csv(_headings(columns), listed))


def attendees_filename(event: EventPage, now: datetime, suffix: str) -> str:
    """`danh-sach-dai-bieu-<event>-2030-03-01.xlsx`."""
    day = timezone.localdate(now).isoformat()
    return f"danh-sach-dai-bieu-{event.slug}-{day}.{suffix}"


def _headings(columns: Iterable[Column]) -> list[str]:
    return ["TT", *(column.heading for column in columns)]


def _part(state: str) -> str:
    if state in SEATED:
        return "seated"
    waits = (RegistrationState.WAITING, RegistrationState.PENDING)
    return "waiting" if state in waits else "gone"


def _counted(counted: Counter[str]) -> Sequence[int]:
    parts = [counted[part] for part in ("seated", "waiting", "gone")]
    return [*parts, sum(parts)]
