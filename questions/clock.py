"""Until when a question is answered, and whether the office is open. Pure.

Working days are those of requests about personal data (`events/privacy/clock.py`): no
Saturday, no Sunday, no fixed holiday, none of the office's own days off.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from events.privacy.clock import is_working_day

# A list of days off that leaves no working day in so long is no list to count by.
_FARTHEST = timedelta(days=60)


def due_on(
    received: date, days: int | None, holidays: Collection[date] = ()
) -> date | None:
    """The last day for an answer, counted from the next working day.

    None where the office has promised no number of days.
    """
    if not days:
        return None
    day, left = received, days
    while left:
        day += timedelta(days=1)
        left -= is_working_day(day, holidays)
    return day


@dataclass(frozen=True, slots=True)
class Hours:
    """The times of a working day between which the office is open."""

    spans: tuple[tuple[time, time], ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """Open until a moment, or closed until one."""

    is_open: bool
    until: datetime
    is_day_off: bool


def opening(
    now: datetime, hours: Hours, holidays: Collection[date] = ()
) -> Opening | None:
    """How it stands at that moment, in the office's own time; None without hours."""
    if not hours.spans:
        return None
    is_day_off = not is_working_day(now.date(), holidays)
    if not is_day_off:
        for opens, closes in hours.spans:
            if now.time() < opens:
                return Opening(False, _at(now, now.date(), opens), False)
            if now.time() < closes:
                return Opening(True, _at(now, now.date(), closes), False)
    day = now.date()
    while day - now.date() < _FARTHEST:
        day += timedelta(days=1)
        if is_working_day(day, holidays):
            return Opening(False, _at(now, day, hours.spans[0][0]), is_day_off)
    return None


def _at(now: datetime, day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, tzinfo=now.tzinfo)
