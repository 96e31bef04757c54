"""How long ago, and how long yet, as the first screen says it. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.vietnamese.dates import local, short_date, short_time

_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
#: Nearer than this a clock warns.
SOON = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Clock:
    """Words for a deadline, and its tone: `bad` when over, `todo` when near."""

    words: str
    tone: str


def since(at: datetime, now: datetime) -> str:
    """today 07:30, yesterday 21:05, 3 days ago, or the day."""
    days = (local(now).date() - local(at).date()).days
    if days <= 0:
        return _("today %(time)s") % {"time": short_time(at)}
    if days == 1:
        return _("yesterday %(time)s") % {"time": short_time(at)}
    if days < 7:
        return ngettext("%(count)d day ago", "%(count)d days ago", days) % {
            "count": days
        }
    return short_date(at)


def clock(due: datetime, now: datetime) -> Clock:
    """How a deadline stands at a moment."""
    left = due - now
    if left <= timedelta(0):
        return Clock(_("%(time)s overdue") % {"time": _length(-left)}, "bad")
    if local(due).date() == local(now).date():
        return Clock(_("until %(time)s today") % {"time": short_time(due)}, "bad")
    tone = "todo" if left <= SOON else "wait"
    return Clock(_("%(time)s left") % {"time": _length(left)}, tone)


def working_clock(left: int, *, is_late: bool = False) -> Clock:
    """The same in working days: below zero it is late by so many, 0 on the last day.

    Where only days off have passed since the last day, it is 0 and late.
    """
    if left < 0:
        words = ngettext(
            "%(count)d working day overdue", "%(count)d working days overdue", -left
        )
        return Clock(words % {"count": -left}, "bad")
    if not left:
        passed = _("overdue since the last working day")
        return Clock(passed if is_late else _("answer today"), "bad")
    words = ngettext("%(count)d working day left", "%(count)d working days left", left)
    return Clock(words % {"count": left}, "todo" if left == 1 else "wait")


def _length(span: timedelta) -> str:
    """The largest unit that is full: 2 days, 3 hours, 20 minutes."""
    if days := span // _DAY:
        return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}
    if hours := span // _HOUR:
        return ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours}
    minutes = max(span // timedelta(minutes=1), 1)
    text = ngettext("%(count)d minute", "%(count)d minutes", minutes)
    return text % {"count": minutes}
