"""Work of the conferences that comes round."""

from datetime import datetime

from events import seats
from events.letters import announcements, reminders
from events.models import Announcement, Registration
from events.organising import access_log, prints
from events.personal_data import retention
from events.privacy import requests
from events.seats.errors import SeatsBusy
from portal.jobs import daily, every

# Others wait for the worker too: the rest is sent a minute later.
CHUNKS_AT_ONCE = 20


@every(minutes=1)
def tell_announcements(now: datetime) -> None:
    """Go on sending what was announced, the oldest first."""
    left = CHUNKS_AT_ONCE
    for announcement in Announcement.objects.unfinished():
        while left and announcements.send_next(announcement, now=now):
            left -= 1


@every(minutes=10)
def remind_attendees(now: datetime) -> None:
    """A week before, and the day before."""
    reminders.remind(now)


@every(minutes=1)
def pass_on_lapsed_offers(now: datetime) -> None:
    """Give seats nobody accepted in time to the next in line."""
    overdue = Registration.objects.overdue(now).order_by()
    for event_id in overdue.values_list("event_id", flat=True).distinct():
        try:
            seats.lapse_offers(event_id, now=now)
        except SeatsBusy:
            # People are registering; the next round comes in a minute.
            continue


@daily(hour=2)
def forget_attendees(now: datetime) -> None:
    """Erase people whose conference has been over for so long."""
    retention.forget_due(now)


@daily(hour=2)
def forget_answered_requests(now: datetime) -> None:
    requests.forget_answered(now)


@daily(hour=3)
def clear_access_log(now: datetime) -> None:
    access_log.clear(now)


@daily(hour=3)
def forget_prints(now: datetime) -> None:
    """Remove the files of papers that were made to be printed."""
    prints.forget_old(now)
