"""Conferences as iCalendar (RFC 5545): a pure function of plain values.

Program and people compare two files by UID and SEQUENCE: both are the caller's, and
neither follows the clock, so the same facts give the same bytes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from icalendar import (
    Alarm,
    Calendar,
    Event,
    Timezone,
    TimezoneStandard,
    vCalAddress,
    vText,
)

ZONE_NAME = "Asia/Ho_Chi_Minh"
ZONE = ZoneInfo(ZONE_NAME)
PRODUCT = "-//Lang Son innovation portal//Conferences//VI"
MEDIA_TYPE = "text/calendar; charset=utf-8"


class Method(StrEnum):
    PUBLISH = "PUBLISH"
    CANCEL = "CANCEL"


@dataclass(frozen=True, slots=True)
class Entry:
    """One conference, or one person's place at it.

    A day without hours is a `date`; `ends` is then the last day itself. `stamp` is
    when these facts were written down, aware.
    """

    uid: str
    title: str
    starts: datetime | date
    stamp: datetime
    ends: datetime | date | None = None
    sequence: int = 0
    place: str = ""
    description: str = ""
    url: str = ""
    organiser: str = ""
    organiser_email: str = ""
    alarm: timedelta | None = None
    cancelled: bool = False


def event_calendar(
    entries: Iterable[Entry], *, method: Method = Method.PUBLISH, name: str = ""
) -> bytes:
    """Return the entries as a calendar file; `name` is what a subscriber sees."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method.value)
    if name:
        calendar.add("x-wr-calname", name)
        calendar.add("x-wr-timezone", ZONE_NAME)
    calendar.add_component(_zone())
    for entry in entries:
        calendar.add_component(_event(entry))
    return calendar.to_ical()


def google_calendar(entry: Entry) -> str:
    """The address that puts the entry into Google's calendar."""
    ends = entry.starts if entry.ends is None else entry.ends
    asked = {
        "action": "TEMPLATE",
        "text": entry.title,
        "dates": f"{_google(entry.starts)}/{_google(_end(ends))}",
        "ctz": ZONE_NAME,
        "location": entry.place,
        "details": entry.url,
    }
    known = {name: value for name, value in asked.items() if value}
    return f"https://calendar.google.com/calendar/render?{urlencode(known)}"


def _google(moment: datetime | date) -> str:
    local = _local(moment)
    form = "%Y%m%dT%H%M%S" if isinstance(local, datetime) else "%Y%m%d"
    return f"{local:{form}}"


def _zone() -> Timezone:
    """Seven hours ahead, all year, since 1975."""
    standard = TimezoneStandard()
    standard.add("tzname", "+07")
    standard.add("dtstart", datetime(1975, 6, 13))
    standard.add("tzoffsetfrom", timedelta(hours=7))
    standard.add("tzoffsetto", timedelta(hours=7))
    zone = Timezone()
    zone.add("tzid", ZONE_NAME)
    zone.add_component(standard)
    return zone


def _event(entry: Entry) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.stamp)
    event.add("summary", entry.title)
    event.add("dtstart", _local(entry.starts))
    if entry.ends is not None:
        event.add("dtend", _local(_end(entry.ends)))
    for field, value in (
        ("location", entry.place),
        ("description", entry.description),
        ("url", entry.url),
    ):
        if value:
            event.add(field, value)
    if entry.organiser_email:
        organiser = vCalAddress(f"mailto:{entry.organiser_email}")
        organiser.params["cn"] = vText(entry.organiser or entry.organiser_email)
        event.add("organizer", organiser, encode=0)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    if entry.alarm is not None:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", entry.title)
        alarm.add("trigger", -entry.alarm)
        event.add_component(alarm)
    event.add("transp", "TRANSPARENT" if entry.cancelled else "OPAQUE")
    return event


def _local(moment: datetime | date) -> datetime | date:
    return moment.astimezone(ZONE) if isinstance(moment, datetime) else moment


def _end(ends: datetime | date) -> datetime | date:
    """The first day after: an end in iCalendar is not part of what ends."""
    return ends if isinstance(ends, datetime) else ends + timedelta(days=1)
