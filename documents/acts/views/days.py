"""The day a reader asks for, from an address."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from portal.forms.fields import unread_day
from portal.vietnamese.dates import typed_day

_YEARS = range(1945, 2201)


@dataclass(frozen=True, slots=True)
class RequestedDay:
    """`on` is always a day to show; `problem` says why it is not the one asked.

    `typed` is what the reader wrote, to be corrected; nothing where nothing was asked.
    """

    on: date
    problem: str = ""
    is_asked: bool = False
    typed: str = ""


def requested_day(value: str | None, today: date) -> RequestedDay:
    """Read 25/01/2030 or 2030-01-25; anything else gives today and the problem."""
    value = (value or "").strip()[:40]
    if not value:
        return RequestedDay(today)
    day = typed_day(value)
    if day is None:
        return RequestedDay(today, unread_day(value), typed=value)
    if day.year < _YEARS.start:
        return RequestedDay(today, _("The library begins in 1945."), typed=value)
    if day.year not in _YEARS:
        words = _("Nobody knows the law of so late a day: choose one up to %(year)s.")
        problem = words % {"year": _YEARS[-1]}
        return RequestedDay(today, problem, typed=value)
    return RequestedDay(day, is_asked=True, typed=value)
