"""How long there is yet to answer a request, in the same words on every screen."""

from collections.abc import Collection
from datetime import date, datetime

from events.privacy.clock import days_left
from portal.errands.wording import Clock, clock, working_clock
from portal.vietnamese.dates import local


def answer_clock(due: datetime, now: datetime, holidays: Collection[date]) -> Clock:
    """In working days; within one, in hours. `holidays` are the office's days off."""
    left = days_left(local(now).date(), local(due).date(), holidays)
    return working_clock(left) if left else clock(due, now)
