"""What whoever comes is told of a conference: one list for page, ticket and letter.

A fact that is added here stands on all of them.
"""

from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from events.enums import Circumstance
from portal.vietnamese.dates import short_date, short_days, short_time, weekday

WHEN, PLACE, DIRECTIONS = "when", "place", "directions"


class Fact(NamedTuple):
    """`in_words` is how a letter writes it, where that is not the `value`."""

    name: str
    label: str
    value: str
    in_words: str = ""


def of(event) -> list[Fact]:
    """The facts in their order; what nobody has written down is left out."""
    known = (
        Fact(WHEN, _("When"), when(event), when_in_words(event)),
        Fact(PLACE, _("Venue"), event.place),
        Fact(DIRECTIONS, _("How to get there"), event.directions),
    )
    return [fact for fact in known if fact.value or fact.in_words]


def besides(event, *names: str) -> list[Fact]:
    """The facts without those that are shown in another way."""
    return [fact for fact in of(event) if fact.name not in names]


def when(event) -> str:
    """07:30, thứ Sáu, 25/01/2030: as much as is known, on one line."""
    if event.date_text or not event.starts_on:
        return event.date_text
    day = short_days(event.starts_on, event.ends_on)
    if event.ends_on in (None, event.starts_on):
        day = f"{weekday(event.starts_on)}, {day}"
    if not event.start_time:
        return day[0].upper() + day[1:]
    return f"{short_time(event.start_time)}, {day}"


def when_in_words(event) -> str:
    """Thứ Năm, 22/03/2030, 07:30–11:30: as much as is known."""
    if event.circumstance == Circumstance.POSTPONED:
        return _("postponed; the new day will be told")
    if event.date_text or not event.starts_on:
        return event.date_text
    hours = [short_time(hour) for hour in (event.start_time, event.end_time) if hour]
    if event.ends_on in (None, event.starts_on):
        day = _day(event.starts_on)
        return f"{day}, {'–'.join(hours)}" if event.start_time else day
    days = f"{_day(event.starts_on)} – {_day(event.ends_on)}"
    if not event.start_time:
        return days
    start = _("starts at %(time)s") % {"time": short_time(event.start_time)}
    return f"{days}, {start}"


def day_in_words(event) -> str:
    """Thứ Năm, 22/03/2030, without the hour: as much as is known."""
    if event.circumstance == Circumstance.POSTPONED or event.date_text:
        return when_in_words(event)
    if not event.starts_on:
        return ""
    if event.ends_on in (None, event.starts_on):
        return _day(event.starts_on)
    return f"{_day(event.starts_on)} – {_day(event.ends_on)}"


def hours(event) -> str:
    """07:30–11:30, or only the first of them; empty where none is known."""
    if not event.start_time or event.circumstance == Circumstance.POSTPONED:
        return ""
    known = (event.start_time, event.end_time)
    return "–".join(short_time(hour) for hour in known if hour)


def _day(day) -> str:
    return f"{date_format(day, 'l')}, {short_date(day)}"
