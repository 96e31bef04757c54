"""One person's place as a calendar entry: put in with a seat, struck out without."""

from dataclasses import replace

from events.conferences.calendar_files import entry_of, host
from events.conferences.calendars import Method, event_calendar
from events.models import EventPage, Registration
from portal.mail import Attachment

NAME = "lich-hoi-nghi.ics"


def place_calendar(
    row: Registration, event: EventPage, *, url: str, is_out: bool = False
) -> tuple[bytes, Method]:
    """The conference under the UID of the place; each change of either counts up.

    `is_out` tells programs to strike the place out.
    """
    entry = entry_of(event)
    entry = replace(
        entry,
        uid=f"registration-{row.pk}@{host()}",
        sequence=entry.sequence + row.revision,
        stamp=max(entry.stamp, row.changed_at),
        url=url,
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
