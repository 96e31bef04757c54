"""Days and hours as they are written in Vietnam: the day before the month.

A moment with a zone is told in Vietnam's; one without is taken as it stands.
"""

import re
from datetime import date, datetime, time
from typing import TypeVar
from zoneinfo import ZoneInfo

Moment = TypeVar("Moment", date, datetime, time)
Clock = TypeVar("Clock", datetime, time)

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_WEEKDAYS = (
    "thứ Hai",
    "thứ Ba",
    "thứ Tư",
    "thứ Năm",
    "thứ Sáu",
    "thứ Bảy",
    "Chủ nhật",
)
_TYPED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
#: Of the months; a 1 or 2 without a zero could be made a 11 or 12 by hand.
_LAST_WITH_ZERO = 2


def short_date(day: date | None) -> str:
    """25/01/2021; nothing for no day."""
    if day is None:
        return ""
    day = local(day)
    return f"{day:%d/%m}/{day.year}"


def weekday(day: date) -> str:
    """thứ Năm, chủ nhật: as it stands within a sentence."""
    return _WEEKDAYS[local(day).weekday()]


def typed_day(text: str) -> date | None:
    """A day as people type it, 25/1/2030, or as addresses have it, 2030-01-25."""
    if found := _TYPED.fullmatch(text.strip()):
        day, month, year = map(int, found.groups())
    elif found := _ISO.fullmatch(text.strip()):
        year, month, day = map(int, found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def long_date(day: date | None) -> str:
    """ngày 25 tháng 01 năm 2021, ngày 05 tháng 6 năm 2021; nothing for no day."""
    if not day:
        return ""
    known = local(day)
    return f"ngày {known:%d} tháng {month_numeral(known.month)} năm {known.year}"


def month_numeral(month: int) -> str:
    """01, 02, 3 … 12: only January and February have a zero (Decree 30/2020)."""
    return f"{month:02d}" if month <= _LAST_WITH_ZERO else str(month)


def short_time(at: Clock) -> str:
    """07:30"""
    return f"{local(at):%H:%M}"


def short_moment(at: datetime) -> str:
    """07:30, 25/01/2021"""
    return f"{short_time(at)}, {short_date(at)}"


def short_days(first: date, last: date | None = None) -> str:
    """25/01/2030, 25–28/01/2030, or 30/01–02/02/2030 where the month changes."""
    if last is None or last == first:
        return short_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day}/{last:%m}/{last.year}"
    return f"{first:%d/%m}–{short_date(last)}"


def day_numerals(first: date, last: date | None = None) -> str:
    """25, 25–28, or 30/1–2/2 where the month changes."""
    if last is None or last == first:
        return f"{first.day}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day}"
    return f"{first.day}/{first.month}–{last.day}/{last.month}"


def spoken_day(day: date) -> str:
    """ngày 5/1: as a day of this year is asked for, without zeros."""
    known = local(day)
    return f"ngày {known.day}/{known.month}"


def local(moment: Moment) -> Moment:
    """In Vietnam's zone."""
    if isinstance(moment, datetime) and moment.tzinfo:
        return moment.astimezone(ZONE)
    return moment
