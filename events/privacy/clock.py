"""Working days, and until when a request must be answered. Pure."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta

# Month and day. Tết and the Hùng kings' day follow the moon, and days off are moved
# each year: those are the office's own list.
FIXED_HOLIDAYS = frozenset({(1, 1), (4, 30), (5, 1), (9, 2)})
DAYS_TO_ANSWER = 2
CLOSING = time(17)
_SATURDAY = 5


def is_working_day(day: date, holidays: Collection[date] = ()) -> bool:
    """Whether offices work that day; `holidays` are the office's own days off."""
    if day.weekday() >= _SATURDAY or (day.month, day.day) in FIXED_HOLIDAYS:
        return False
    return day not in holidays


def due_at(
    received: datetime,
    holidays: Collection[date] = (),
    *,
    days: int = DAYS_TO_ANSWER,
) -> datetime:
    """The close of the last working day for an answer; the day it came is not counted.

    `received` is in the office's own time, and so is the answer.
    """
    day, left = received.date(), days
    while left:
        day += timedelta(days=1)
        left -= is_working_day(day, holidays)
    return datetime.combine(day, CLOSING, tzinfo=received.tzinfo)


def days_left(today: date, due: date, holidays: Collection[date] = ()) -> int:
    """Working days until the day; below zero those it is late by, 0 on the day."""
    first, last = sorted((today, due))
    between = (
        first + timedelta(days=step) for step in range(1, (last - first).days + 1)
    )
    count = sum(is_working_day(day, holidays) for day in between)
    return count if today <= due else -count
