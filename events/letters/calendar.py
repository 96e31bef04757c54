"""One person's place as a calendar entry: put in with a seat, struck out without."""

from dataclasses import replace
from datetime import timedelta
from email.utils import parseaddr

from django.conf import settings

from events.conferences.calendar_files import entry_of
from events.conferences.calendars import Method, event_calendar
from events.models import EventPage, Registration
from portal.mail import Attachment

NAME = "lich-hoi-nghi.ics"
#: How long before it a telephone rings.
ALARM = timedelta(days=1)


def place_calendar(
    row: Registration, event: EventPage, *, url: str, is_out: bool = False
) -> tuple[bytes, Method]:
    """The conference under its own UID: who also has its feed sees it once.

    Each change of it or of the place counts up, and it rings the day before. `is_out`
    tells programs to strike the place out.
    """
    entry = entry_of(event)
    sender, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    entry = replace(
        entry,
        sequence=entry.sequence + row.revision,
        stamp=max(entry.stamp, row.changed_at),
        url=url,
        alarm=None if is_out else ALARM,
        organiser=entry.organiser or entry.organiser_email or sender,
        organiser_email=entry.organiser_email or address,
        cancelled=is_out or entry.cancelled,
    )
    method = Method.CANCEL if is_out else Method.PUBLISH
    return event_calendar([entry], method=method), method


def calendar_of(
    row: Registration,
    event: EventPage,
    *,
    url: str,
    is_out: bool = False,
    name: str = NAME,
) -> Attachment:
    """The file beside a letter."""
    content, method = place_calendar(row, event, url=url, is_out=is_out)
    return Attachment(name, content, f"text/calendar; method={method.value}")
