"""What to say on the telephone, read aloud or pasted into a chat."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.conferences import facts
from events.enums import Circumstance, NoticeKind
from events.models import EventPage
from portal.vietnamese.dates import short_date, short_moment


def heading(notice: NoticeKind, event: EventPage, *, left: EventPage | None = None):
    """What the calls are about, in a few words."""
    match notice:
        case NoticeKind.EVENT_CANCELLED:
            return pgettext("calls", "called off")
        case NoticeKind.EVENT_MOVED if event.circumstance == Circumstance.POSTPONED:
            return pgettext("calls", "postponed")
        case NoticeKind.EVENT_MOVED if event.starts_on:
            day = short_date(event.starts_on)
            return pgettext("calls", "changed, now on %(day)s") % {"day": day}
        case NoticeKind.EXCHANGED if left:
            return pgettext("calls", "moved here from “%(title)s”") % {
                "title": left.title
            }
        case NoticeKind.PROMOTED:
            return pgettext("calls", "a seat from the waiting list")
        case NoticeKind.OFFERED:
            return pgettext("calls", "a seat on offer")
        case NoticeKind.REJECTED:
            return pgettext("calls", "not approved")
        case NoticeKind.CANCELLED:
            return pgettext("calls", "cancelled by the organisers")
    return str(notice.label)


def script(
    notice: NoticeKind,
    event: EventPage,
    *,
    unit: str,
    text: str = "",
    left: EventPage | None = None,
) -> str:
    """The words for one call: who calls, what holds now, and what is asked.

    `text` is what the organisers wrote to everybody; `left` the conference somebody
    was moved away from. Days are the conference's own: none is made up.
    """
    greeting = _("Good day, I am calling from %(unit)s.") % {"unit": unit}
    parts = [
        greeting,
        _news(notice, event, left),
        text.strip(),
        _question(notice, event),
    ]
    return " ".join(part for part in parts if part)


def _news(notice: NoticeKind, event: EventPage, left: EventPage | None) -> str:
    names = {
        "title": event.title,
        "when": facts.when_in_words(event),
        "place": event.place,
        "left": left.title if left else "",
        "left_when": facts.when_in_words(left) if left else "",
    }
    match notice:
        case NoticeKind.EVENT_CANCELLED:
            return _("%(title)s does not take place.") % names
        case NoticeKind.EVENT_MOVED if event.circumstance == Circumstance.POSTPONED:
            return _postponed(event)
        case NoticeKind.EVENT_MOVED:
            return _("Something has changed about %(title)s. Now it is:") % names + (
                f" {_where(names)}"
            )
        case NoticeKind.EXCHANGED if left:
            return _(
                "Your registration for %(left)s (%(left_when)s) was moved to "
                "%(title)s. You come to this one:"
            ) % names + (f" {_where(names)}")
        case NoticeKind.PROMOTED:
            return _("You have got a seat at %(title)s:") % names + f" {_where(names)}"
        case NoticeKind.OFFERED:
            return _(
                "A seat has become free at %(title)s and is kept for you for some "
                "hours:"
            ) % names + (f" {_where(names)}")
        case NoticeKind.REJECTED:
            return _("Your registration for %(title)s was not approved.") % names
    return _("Your registration for %(title)s was cancelled.") % names


def _postponed(event: EventPage) -> str:
    words = _("%(title)s is postponed. The new day will be told.")
    if event.starts_on:
        words = _(
            "%(title)s is postponed and does not take place on %(day)s. The new day "
            "will be told."
        )
    said = words % {"title": event.title, "day": short_date(event.starts_on)}
    return f"{said} {event.circumstance_note}".strip()


def _where(names: dict[str, str]) -> str:
    parts = [part for part in (names["when"], names["place"]) if part]
    return f"{', '.join(parts)}." if parts else ""


def _question(notice: NoticeKind, event: EventPage) -> str:
    if event.circumstance != Circumstance.PLANNED:
        return ""
    if notice in (NoticeKind.EVENT_MOVED, NoticeKind.EXCHANGED, NoticeKind.PROMOTED):
        return _("Can you come?")
    if notice == NoticeKind.OFFERED:
        return _("Do you want the seat?")
    return ""


def until_words(until: datetime | None) -> str:
    """How long an offer stands, beside the person's name."""
    return _("kept until %(when)s") % {"when": short_moment(until)} if until else ""
