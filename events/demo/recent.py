"""An invented series of the day itself: one class of yesterday, one of today.

That of yesterday is finished: attendance closed, certificates, answers; it stays on
its day for good. That of today has its door open. On a later day it moves to that day,
with those who have arrived, until somebody has worked at its door.
"""

from datetime import date, datetime, time, timedelta
from importlib import resources

from django.db.models import F
from django.utils import timezone

from events.demo import agencies, arrivals, people, plan, programme
from events.enums import DayPart
from events.models import (
    AttendanceClosing,
    CalendarEntry,
    ConferenceSeriesPage,
    DoorDevice,
    EventIndexPage,
    EventPage,
    Reception,
    Scan,
    SeriesMaterial,
)
from portal.demo import content
from portal.demo.markup import Text, parse

PLACE = ("Hữu Lũng", "commune")
VENUE = "Nhà văn hóa trung tâm (minh họa)"
#: Names in this step come from different families.
FAMILIES = 137
STARTS, ENDS = time(7, 30), time(17)
#: Of which number in the text each is.
YESTERDAY, TODAY = 0, 1


def load(*, today: date) -> None:
    """Add both classes with their people; nothing lies in the future of the clock."""
    agencies.add_all()
    text, yesterday = _read(), today - timedelta(days=1)
    page = programme.series(text, yesterday, today)
    page.materials = [SeriesMaterial(document=programme.checklist())]
    series = content.publish(EventIndexPage.objects.get(), page)
    for number, on in ((YESTERDAY, yesterday), (TODAY, today)):
        title, slug, capacity, count = programme.cells(text.lines("places")[number])
        event = _event(title, slug, int(capacity), on)
        event = content.publish(series, event)
        people.fill(event, int(count), today=on, step=FAMILIES)
        if number == YESTERDAY:
            arrivals.held(event)
        else:
            Reception.objects.create(event=event, parts=DayPart.WHOLE)
            arrivals.at_the_door(event, now=timezone.now())


def refresh(*, today: date) -> None:
    """Move the class at the door to `today`, unless somebody has worked there."""
    text = _read()
    _title, slug, *_numbers = programme.cells(text.lines("places")[TODAY])
    rows = EventPage.objects.filter(slug=slug, is_sample=True, live=True)
    event = rows.filter(starts_on__lt=today).first()
    if event is None or event.starts_on is None or _is_in_use(event):
        return
    days = today - event.starts_on
    _set_day(event, today)
    event.save_revision().publish()
    # Nobody is to be told: the people are invented, and so is the change.
    first = event.registrations.order_by("created_at").first()
    if first is not None:
        entries = CalendarEntry.objects.filter(event=event)
        entries.update(changed_at=first.created_at)
    Scan.objects.filter(event=event).update(
        scanned_at=F("scanned_at") + days, received_at=F("received_at") + days
    )
    DoorDevice.objects.filter(event=event).update(heard_at=F("heard_at") + days)
    series = ConferenceSeriesPage.objects.filter(pk=event.series_id).first()
    if series is not None:
        series.ends_on = today
        series.save_revision().publish()


def _is_in_use(event: EventPage) -> bool:
    """Whether an official let somebody in, took somebody back, or closed it."""
    by_hand = Scan.objects.filter(event=event, by__isnull=False)
    return by_hand.exists() or AttendanceClosing.objects.filter(event=event).exists()


def _read() -> Text:
    source = resources.files(__package__) / "recent.txt"
    return parse(source.read_text(encoding="utf-8"))


def _event(title: str, slug: str, capacity: int, on: date) -> EventPage:
    event = EventPage(
        title=title,
        slug=slug,
        summary="Một trong hai lớp minh họa, để thử bàn đón tiếp và các việc sau lớp.",
        is_sample=True,
        locality=programme.locality(*PLACE),
        venue=VENUE,
        registration_on=True,
        capacity=capacity,
        contact_name=agencies.ORGANISER,
    )
    _set_day(event, on)
    return event


def _set_day(event: EventPage, on: date) -> None:
    """On that day, with registration closed at the end of the day before."""
    event.starts_on = event.ends_on = on
    event.start_time, event.end_time = STARTS, ENDS
    opened, closed = on - timedelta(days=10), on - timedelta(days=1)
    event.opens_at = datetime.combine(opened, plan.OFFICE_OPENS, plan.ZONE)
    event.closes_at = datetime.combine(closed, plan.OFFICE_CLOSES, plan.ZONE)
