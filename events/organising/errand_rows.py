"""Which people and conferences each errand is about.

The admin's first screen counts them over all conferences somebody runs, the list of
conferences shows them beside each: both ask here, so that they never disagree. Each
takes the conferences it looks among.
"""

from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from events.enums import Circumstance, NoticeKind, RegistrationState
from events.letters.outbox import undelivered
from events.models import Announcement, AttendanceClosing, Registration
from events.models.pages import EventPageQuerySet
from events.models.registrations import RegistrationQuerySet

#: So long before its day a conference should have all that readers ask for; and so
#: long after it somebody still has the signed paper and remembers what came of it.
PREPARED = timedelta(days=30)
WITHOUT_PLACE = Q(venue="", address="")
WITHOUT_CAPACITY = Q(registration_on=True, capacity=None)


def without_registration(now: datetime) -> Q:
    """Nobody can register, or not yet."""
    return Q(registration_on=False) | Q(opens_at__gt=now)


def to_approve(events: EventPageQuerySet, now: datetime) -> RegistrationQuerySet:
    """People who wait for the organiser's yes."""
    pending = Registration.objects.filter(state=RegistrationState.PENDING)
    return pending.filter(event__in=_ahead(events, now))


def in_line(events: EventPageQuerySet, now: datetime) -> RegistrationQuerySet:
    """People who wait although seats are left."""
    planned = _ahead(events, now).filter(circumstance=Circumstance.PLANNED, live=True)
    return Registration.objects.filter(
        state=RegistrationState.WAITING,
        event__in=planned,
        event__seats__taken__lt=F("event__seats__capacity"),
    )


def unreached(events: EventPageQuerySet, now: datetime) -> RegistrationQuerySet:
    """People who come and whose last letter did not get out."""
    ahead = _ahead(events, now)
    failed = undelivered().filter(registration__event__in=ahead)
    return Registration.objects.live().filter(pk__in=failed.values("registration"))


def unannounced(events: EventPageQuerySet, now: datetime) -> RegistrationQuerySet:
    """People who registered before the time or place changed and were not told."""
    announced = Announcement.objects.filter(
        event=OuterRef("event"),
        notice__in=(NoticeKind.EVENT_MOVED, NoticeKind.EVENT_CANCELLED),
        created_at__gte=OuterRef("event__calendar_entry__changed_at"),
    )
    return Registration.objects.live().filter(
        ~Exists(announced),
        event__in=_ahead(events, now),
        event__calendar_entry__sequence__gt=0,
        created_at__lt=F("event__calendar_entry__changed_at"),
    )


def unprepared(events: EventPageQuerySet, now: datetime) -> EventPageQuerySet:
    """Published and ahead within the month: those that may lack something."""
    planned = events.filter(live=True, circumstance=Circumstance.PLANNED).upcoming(now)
    return planned.filter(starts_on__lte=timezone.localdate(now) + PREPARED)


def attendance_open(events: EventPageQuerySet, now: datetime) -> EventPageQuerySet:
    """Held, with people registered, and not closed: papers and news wait for it."""
    today = timezone.localdate(now)
    closed = AttendanceClosing.objects.filter(event=OuterRef("pk"), reopened_at=None)
    return events.filter(
        Q(ends_on__lt=today)
        | Q(ends_on=today, end_time__lte=timezone.localtime(now).time()),
        ~Exists(closed),
        Exists(Registration.objects.filter(event=OuterRef("pk"))),
        live=True,
        circumstance=Circumstance.PLANNED,
        ends_on__gte=today - PREPARED,
    )


def unwritten(events: EventPageQuerySet, now: datetime) -> EventPageQuerySet:
    """Over for less than a month, and the page says nothing of what came of it."""
    over = events.filter(live=True, circumstance=Circumstance.PLANNED).past(now)
    return over.filter(ends_on__gte=timezone.localdate(now) - PREPARED, body=[])


def _ahead(events: EventPageQuerySet, now: datetime) -> EventPageQuerySet:
    return events.upcoming(now).order_by()
