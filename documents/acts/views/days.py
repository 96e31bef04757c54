"""The day a reader asks for, from an address."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from portal.vietnamese.dates import typed_day

_YEARS = range(1945, 2201)


@dataclass(frozen=True, slots=True)
class RequestedDay:
    """`on` is always a day to show; `problem` says why it is not the one asked."""

    on: date
    problem: str = ""
    is_asked: bool = False


def requested_day(value: str | None, today: date) -> RequestedDay:
    """Read 25/01/2030 or 2030-01-25; anything else shows today, and says so."""
    value = (value or "").strip()[:40]
    if not value:
        return RequestedDay(today)
    day = typed_day(value)
    if day is None:
        message = _("“%(day)s” is no day. The text below is today's.")
        return RequestedDay(today, message % {"day": value})
    if day.year not in _YEARS:
        message = _("The library begins in 1945. The text below is today's.")
        return RequestedDay(today, message)
    return RequestedDay(day, is_asked=True)
