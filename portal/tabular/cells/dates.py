"""Dates as people type them, and as Excel keeps them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any

from portal.tabular.cells.words import as_text
from portal.tabular.errors import CellProblem
from portal.vietnamese import fold

EARLIEST = date(1900, 1, 1)
LATEST = date(2200, 12, 31)

# Days since this one are what Excel stores.
_EPOCH = date(1899, 12, 30)
# A smaller number is more likely a year, or a day without its month.
_SERIALS = range(10_000, 110_000)
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{1,5})")
_YEAR_FIRST = re.compile(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})(?:[T ][\d:.+Zz-]*)?")
_IN_WORDS = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{1,5})")
_TIME = re.compile(r"\s+\d{1,2}:\d{2}(?::\d{2})?$")


def parse_date(value: Any, *, earliest: date = EARLIEST, latest: date = LATEST) -> date:
    """A day: 19/4/2018, 2018-04-19, "ngày 19 tháng 4 năm 2018", a date of Excel.

    The day comes first, and a day that does not exist (31/2, the year 219) is refused
    rather than mended.
    """
    day = _day(value)
    if not earliest <= day <= latest:
        raise CellProblem(
            "date_out_of_range", earliest=as_text(earliest), latest=as_text(latest)
        )
    return day


def _day(value: Any) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, bool):
        raise CellProblem("not_a_date")
    text = _TIME.sub("", " ".join(as_text(value).split()))
    if text.isascii() and text.isdecimal() and len(text) <= 6:
        return _serial(int(text))
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = found.groups()
    elif found := _DAY_FIRST.fullmatch(text) or _IN_WORDS.fullmatch(fold(text)):
        day, month, year = found.groups()
    else:
        raise CellProblem("not_a_date")
    if len(year) == 2:
        raise CellProblem("two_digit_year")
    try:
        if len(year) != 4:
            raise ValueError
        return date(int(year), int(month), int(day))
    except ValueError:
        raise CellProblem("impossible_date") from None


def _serial(number: int) -> date:
    if number not in _SERIALS:
        raise CellProblem("not_a_date")
    return _EPOCH + timedelta(days=number)
