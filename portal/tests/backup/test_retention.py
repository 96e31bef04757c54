"""A fortnight of days and a year of months, whatever was skipped."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from portal.backup.retention import DAYS, MONTHS, expired

NIGHT = datetime(2026, 3, 1, 1)
TIMES = st.lists(
    st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1)), max_size=60, unique=True
)


def test_after_two_years_of_nights_a_fortnight_and_the_ends_of_months_are_left():
    nights = [NIGHT + timedelta(days=number) for number in range(730)]
    left = sorted({*nights} - expired(nights))
    assert left[-DAYS:] == nights[-DAYS:]
    months = [moment for moment in left if (moment + timedelta(days=1)).day == 1]
    assert len(left) == DAYS + len(months) == DAYS + MONTHS - 1


def test_of_one_day_the_last_is_kept():
    day = [NIGHT + timedelta(hours=hour) for hour in range(5)]
    assert expired(day) == {*day[:4]}


@given(TIMES)
def test_the_newest_is_always_kept_and_no_more_than_promised(taken):
    kept = {*taken} - expired(taken)
    assert len(kept) <= DAYS + MONTHS
    assert not taken or max(taken) in kept
    assert expired(kept) == set()
