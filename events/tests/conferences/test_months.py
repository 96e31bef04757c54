"""Months in addresses and the calendar sheet."""

from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.conferences.months import Month, calendar


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_a_month_is_read_back_from_its_text(day):
    month = Month.of(day)
    assert Month.parse(str(month)) == month
    assert month.first <= day <= month.last
    assert month.shifted(5).shifted(-5) == month


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-13", "2026-00", "26-12", "2026-12-01", "١٢٣٤-12", "\0"]
)
def test_nonsense_is_no_month(text):
    assert Month.parse(text) is None


def test_an_event_stands_on_its_first_day_within_the_month():
    def event(first, last=None):
        return SimpleNamespace(starts_on=first, ends_on=last or first)

    one, long = event(date(2026, 12, 8)), event(date(2026, 11, 29), date(2026, 12, 2))
    unknown = event(None)
    days = calendar(Month(2026, 12), [long, one, unknown])
    assert len(days) == 31
    assert {day.date.day: day.events for day in days if day.events} == {
        1: [long],
        8: [one],
    }
    assert days[0].column == 2  # 1 December 2026 is a Tuesday
