"""The last day of an answer, and whether the office is open."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.privacy.clock import days_left, is_working_day
from questions.clock import Hours, due_on, opening

HERE = ZoneInfo("Asia/Ho_Chi_Minh")
SATURDAY = date(2026, 11, 28)
HOURS = Hours(((time(7, 30), time(11, 30)), (time(13, 30), time(17))))
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
OFF = st.sets(DAYS, max_size=8)


@pytest.mark.parametrize(
    ("received", "days", "off", "due"),
    [
        (SATURDAY, 5, (), date(2026, 12, 4)),
        (date(2026, 11, 30), 5, (), date(2026, 12, 7)),
        (SATURDAY, 5, (date(2026, 12, 2),), date(2026, 12, 7)),
        # New Year's Day falls on a Friday.
        (date(2026, 12, 31), 1, (), date(2027, 1, 4)),
        (SATURDAY, None, (), None),
    ],
)
def test_the_last_day_of_an_answer(received, days, off, due):
    assert due_on(received, days, off) == due


@given(DAYS, st.integers(1, 30), OFF)
def test_so_many_working_days_lie_between(received, days, off):
    due = due_on(received, days, off)
    assert is_working_day(due, off)
    between = [
        received + timedelta(days=n) for n in range(1, (due - received).days + 1)
    ]
    assert sum(is_working_day(day, off) for day in between) == days
    assert days_left(received, due, off) == days
    assert days_left(due, due, off) == 0


@given(DAYS, st.integers(1, 20), OFF)
def test_a_late_answer_is_late_by_working_days(due, late, off):
    assert days_left(due_on(due, late, off), due, off) == -late


@pytest.mark.parametrize(
    ("now", "is_open", "until", "is_day_off"),
    [
        ("2026-11-27 09:00", True, "2026-11-27 11:30", False),
        ("2026-11-27 11:30", False, "2026-11-27 13:30", False),
        ("2026-11-27 06:00", False, "2026-11-27 07:30", False),
        ("2026-11-27 17:00", False, "2026-11-30 07:30", False),
        ("2026-11-28 09:00", False, "2026-11-30 07:30", True),
    ],
)
def test_the_office_is_open_until_or_closed_until(now, is_open, until, is_day_off):
    found = opening(_at(now), HOURS)
    assert (found.is_open, found.until, found.is_day_off) == (
        is_open,
        _at(until),
        is_day_off,
    )


def test_nothing_is_said_without_hours_or_without_an_end_of_holidays():
    now = _at("2026-11-28 09:00")
    assert opening(now, Hours(())) is None
    off = [SATURDAY + timedelta(days=n) for n in range(70)]
    assert opening(now, HOURS, off) is None


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HERE)
