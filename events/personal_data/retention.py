"""When the time of personal data is over, and removing all of it then."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from events.enums import Circumstance
from events.letters import invitations
from events.models import (
    Announcement,
    EventPage,
    Invitation,
    Registration,
    SurveyAnswer,
)
from events.personal_data import erasure

# People wait to hear of another day, but not for ever.
LONGEST_WITHOUT_A_DAY = timedelta(days=365)

_NAMED = Q(forgotten_at=None)
_WRITTEN = ~Q(contact="") | ~Q(note="") | ~Q(email="") | ~Q(mail_id=None)
_SAID = ~Q(subject="") | ~Q(text="")
_REMARKED = ~Q(remark="")


@dataclass(frozen=True, slots=True)
class Due:
    """A conference whose time is over, and how many people are still named in it."""

    event_id: int
    title: str
    since: datetime
    people: int


def forget_at(
    *,
    ends_at: datetime | None,
    last_heard: datetime,
    postponed: bool,
    retention_days: int,
) -> datetime:
    """The moment from which nobody's data of a conference is kept.

    One that is put off, or lost its day, has no end to count from: it counts as over
    a year after the day it had, or after somebody last registered or was invited.
    """
    over = ends_at
    if over is None:
        over = last_heard + LONGEST_WITHOUT_A_DAY
    elif postponed:
        over += LONGEST_WITHOUT_A_DAY
    return over + timedelta(days=retention_days)


def due(now: datetime) -> Iterator[Due]:
    """The conferences that still hold what is to be forgotten by now."""
    for event in _holding():
        since = forget_at(
            ends_at=event.ends_at,
            last_heard=event.last_heard,
            postponed=event.circumstance == Circumstance.POSTPONED,
            retention_days=event.retention_days,
        )
        if since <= now:
            people = Registration.objects.filter(_NAMED, event=event).count()
            yield Due(event.pk, event.title, since, people)


def forget_due(now: datetime) -> int:
    """Forget everybody whose time is over; return how many. Again changes nothing."""
    return sum(_forget_all(found.event_id, now) for found in list(due(now)))


def _forget_all(event_id: int, now: datetime) -> int:
    """People in short transactions, then what was written about them by hand."""
    people = 0
    while few := erasure.forget_next(event_id, now=now):
        people += few
    with transaction.atomic():
        Invitation.objects.filter(_WRITTEN, event=event_id).update(contact="", note="")
        invitations.forget(event_id)
        said = Announcement.objects.filter(_SAID, event=event_id)
        # What nobody was told in all that time, nobody is told without its words.
        said.filter(done_at=None).update(done_at=now)
        said.update(subject="", text="")
        # Read or not: only what somebody has taken the names out of stays.
        SurveyAnswer.objects.filter(_REMARKED, event=event_id).update(remark="")
    return people


def _holding():
    """Conferences that hold anything, with when they last heard of somebody."""
    rows = Registration.objects.filter(event=OuterRef("pk")).order_by("-created_at")
    invited = Invitation.objects.filter(event=OuterRef("pk")).order_by("-created_at")
    news = Announcement.objects.filter(event=OuterRef("pk")).order_by("-created_at")
    heard = [
        Subquery(found.values("created_at")[:1]) for found in (rows, invited, news)
    ]
    return (
        EventPage.objects.filter(
            Exists(rows.filter(_NAMED))
            | Exists(invited.filter(_WRITTEN))
            | Exists(news.filter(_SAID))
            | Exists(
                SurveyAnswer.objects.filter(_REMARKED, event=OuterRef("pk")).order_by()
            )
        )
        .annotate(last_heard=Coalesce(*heard))
        .defer("body")
        .order_by("pk")
    )
