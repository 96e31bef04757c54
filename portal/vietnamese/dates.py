"""Days and hours as they are written in Vietnam: the day before the month.

A moment with a zone is told in Vietnam's; one without is taken as it stands.
"""

from datetime import date, datetime, time
from typing import TypeVar
from zoneinfo import ZoneInfo

Moment = TypeVar("Moment", date, datetime, time)
Clock = TypeVar("Clock", datetime, time)

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def short_date(day: date | None) -> str:
    """25/01/2021; nothing for no day."""
    if day is None:
        return ""
    day = local(day)
    return f"{day:%d/%m}/{day.year}"


def cited_date(day: date) -> str:
    """19/4/2018, as acts are cited."""
    return f"{day.day}/{day.month}/{day.year}"


def long_date(day: date | None) -> str:
    """ngày 25 tháng 01 năm 2021, as documents write it; nothing for no day."""
    return f"{local(day):ngày %d tháng %m năm %Y}" if day else ""


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


def local(moment: Moment) -> Moment:
    """In Vietnam's zone."""
    if isinstance(moment, datetime) and moment.tzinfo:
        return moment.astimezone(ZONE)
    return moment
