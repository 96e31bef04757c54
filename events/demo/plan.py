"""When the invented conferences take place: always some weeks ahead. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
WEEKS_AHEAD = 3
MORNING, NOON = time(7, 30), time(11, 30)
OFFICE_OPENS, OFFICE_CLOSES = time(8), time(17)


@dataclass(frozen=True, slots=True)
class Days:
    """The day of one conference, and between when people register for it."""

    on: date
    opens_at: datetime
    closes_at: datetime


def first_day(today: date) -> date:
    """A Tuesday at least three weeks ahead."""
    day = today + timedelta(weeks=WEEKS_AHEAD)
    return day + timedelta(days=(1 - day.weekday()) % 7)


def days(number: int, *, today: date, closed: bool) -> Days:
    """The days of the conference of that number in the series, from 0.

    A closed one stopped taking registrations yesterday.
    """
    on = first_day(today) + timedelta(days=number)
    until = today - timedelta(days=1) if closed else on - timedelta(days=2)
    return Days(
        on=on,
        opens_at=_moment(today - timedelta(days=10), OFFICE_OPENS),
        closes_at=_moment(until, OFFICE_CLOSES),
    )


def _moment(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, ZONE)
