"""Days and hours as they are written in Vietnam."""

import re
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from portal.vietnamese.dates import (
    day_numerals,
    long_date,
    short_date,
    short_days,
    short_moment,
    short_time,
    spoken_day,
    typed_day,
    weekday,
)

DAY = date(2021, 1, 5)
LATE = datetime(2021, 1, 4, 18, 30, tzinfo=UTC)  # 01:30 of the fifth in Vietnam


def test_a_day_is_written_day_month_year():
    assert short_date(DAY) == "05/01/2021"
    assert long_date(DAY) == "ngày 05 tháng 01 năm 2021"


def test_only_the_first_two_months_have_a_zero():
    """Decree 30/2020/NĐ-CP: days below ten and the months 1 and 2."""
    months = [long_date(date(2024, month, 1)).split()[3] for month in range(1, 13)]
    assert months == ["01", "02", *(str(month) for month in range(3, 13))]


def test_a_day_is_spoken_of_without_zeros():
    assert spoken_day(DAY) == spoken_day(LATE) == "ngày 5/1"


def test_no_day_is_no_words():
    assert short_date(None) == long_date(None) == ""


def test_a_moment_is_told_in_vietnams_zone_whoever_reads():
    assert short_moment(LATE) == "01:30, 05/01/2021"
    assert short_date(LATE) == "05/01/2021"
    assert long_date(LATE) == "ngày 05 tháng 01 năm 2021"


def test_what_has_no_zone_stands_as_it_is():
    assert short_moment(datetime(2021, 1, 5, 7, 5)) == "07:05, 05/01/2021"
    assert short_time(time(7, 5)) == "07:05"


@pytest.mark.parametrize(
    ("last", "shown"),
    [
        (None, "30/01/2030"),
        (date(2030, 1, 30), "30/01/2030"),
        (date(2030, 1, 31), "30–31/01/2030"),
        (date(2030, 2, 2), "30/01–02/02/2030"),
    ],
)
def test_days_on_one_line(last, shown):
    assert short_days(date(2030, 1, 30), last) == shown


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (date(2021, 1, 25), None, "25"),
        (date(2021, 1, 25), date(2021, 1, 25), "25"),
        (date(2021, 1, 5), date(2021, 1, 8), "5–8"),
        (date(2021, 1, 30), date(2021, 2, 2), "30/1–2/2"),
        (date(2021, 1, 5), date(2022, 1, 8), "5/1–8/1"),
    ],
)
def test_days_as_big_figures(first, last, shown):
    assert day_numerals(first, last) == shown


# What reads dates that people type, and settings of others' programs.
MAY_SPELL_IT_OUT = {
    "portal/vietnamese/dates.py",
    "portal/formats/vi/formats.py",
    "portal/settings/wagtail_admin.py",
    "portal/forms/fields.py",
    "events/reports/prose.py",  # from 30/01 to 02/02/2021: the year once
    "home/handbook/pictures.py",  # types into the admin's own fields
    "home/handbook/conference_pictures.py",  # and so does this
    "events/letters/sms.py",  # no year: every letter of an SMS is paid for
}


def test_no_other_file_says_how_a_date_is_written():
    written = re.compile(r"%d/%m|\.day\}/\{|:%H:%M, ")
    rooms = ("portal", "documents", "events", "questions", "guides", "home")
    files = {
        path.relative_to(settings.BASE_DIR).as_posix(): path
        for room in rooms
        for path in Path(settings.BASE_DIR, room).rglob("*.py")
        if "tests" not in path.parts
    }
    found = {name for name, path in files.items() if written.search(path.read_text())}
    assert found <= MAY_SPELL_IT_OUT


@given(st.dates())
def test_a_typed_day_is_read_as_it_is_written(day):
    assert typed_day(f"{day.day}/{day.month}/{day.year:04}") == day
    assert typed_day(day.isoformat()) == day


@given(st.text(max_size=12))
def test_what_is_no_day_is_none(text):
    assert typed_day(text) is None or any(sign in text for sign in "/.-")


def test_days_no_calendar_has_are_none():
    assert typed_day("31/02/2024") is typed_day("1/13/2024") is None
    assert weekday(date(2026, 12, 22)) == "thứ Ba"
