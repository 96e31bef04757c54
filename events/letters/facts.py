"""What all letters about one conference say alike: read once, in one query."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.enums import Circumstance
from events.models import EventPage
from portal.vietnamese.dates import short_date, short_time


@dataclass(frozen=True, slots=True)
class Facts:
    """`lines` are label and value; `title` is one line, fit for a subject."""

    event: EventPage
    title: str
    when: str
    lines: tuple[tuple[str, str], ...]
    url: str


def facts_of(event_ids: Collection[int]) -> dict[int, Facts]:
    events = EventPage.objects.filter(pk__in=event_ids).defer("body")
    events = events.select_related("locality", "calendar_entry")
    return {event.pk: _facts(event) for event in events}


def _facts(event: EventPage) -> Facts:
    title, when = _title(event), when_in_words(event)
    lines = (
        (_("Conference"), title),
        (pgettext("letter", "When"), when),
        (pgettext("letter", "Where"), event.place),
        (_("How to get there"), event.directions),
    )
    url = event.full_url if event.live else ""
    return Facts(
        event, title, when, tuple(line for line in lines if line[1]), url or ""
    )


def _title(event: EventPage) -> str:
    title, label = " ".join(event.title.split()), pgettext("reader", "sample")
    if event.is_sample and label not in title:
        return f"{title} ({label})"
    return title


def when_in_words(event: EventPage) -> str:
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


def _day(day) -> str:
    return f"{date_format(day, 'l')}, {short_date(day)}"
