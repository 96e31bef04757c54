"""Conferences with their numbers, in as many queries for one as for many."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.conferences.status import show
from events.enums import LIVE, RegistrationState
from events.letters.calls import waiting_counts
from events.models import EventPage, Registration
from events.organising import errand_rows
from events.organising.permissions import edited_events, visible_events

_COUNTED = {
    "live": Count("pk", filter=Q(state__in=LIVE)),
    "waiting": Count("pk", filter=Q(state=RegistrationState.WAITING)),
}


@dataclass(frozen=True, slots=True)
class EventErrand:
    """What one conference needs, in a few words, and the screen where it is done."""

    words: str
    url: str
    tone: str = "todo"


def summaries(user, *, now: datetime, past: bool = False, limit: int) -> list:
    """The user's conferences, each with `status`, `numbers` and its `errands`.

    What the series of each is called comes with it, as `subject`.
    """
    events = visible_events(user).filter(
        Q(registration_on=True) | Q(registrations__isnull=False)
    )
    events = events.distinct().select_related("seats", "locality").with_subject()
    events = events.past(now) if past else events.upcoming(now)
    shown = show(events[:limit], now)
    ids = [event.pk for event in shown]
    rows = Registration.objects.filter(event__in=ids).order_by().values("event")
    numbers = {row["event"]: row for row in rows.annotate(**_COUNTED)}
    needed = event_errands(ids, user, now)
    nothing = dict.fromkeys(_COUNTED, 0)
    for event in shown:
        event.numbers = numbers.get(event.pk, nothing)
        event.errands = needed[event.pk]
    return shown


def event_errands(ids: list[int], user, now: datetime) -> dict[int, list[EventErrand]]:
    """By conference what it needs, of what the first screen asks this user for."""
    needed: dict[int, list[EventErrand]] = {pk: [] for pk in ids}
    for rows, tell, screen, query, tone in _OF_PEOPLE:
        found = rows(EventPage.objects.filter(pk__in=ids), now).order_by()
        for pk, count in found.values_list("event").annotate(Count("pk")):
            url = f"{reverse(screen, args=[pk])}{query}"
            needed[pk].append(EventErrand(tell(count), url, tone))
    for pk, count in waiting_counts(ids).items():
        words = ngettext("call %(count)s person", "call %(count)s people", count)
        url = reverse("event_calls", args=[pk])
        needed[pk].append(EventErrand(words % {"count": count}, url))
    held = errand_rows.attendance_open(EventPage.objects.filter(pk__in=ids), now)
    for pk in _keys(held):
        url = reverse("attendance", args=[pk])
        needed[pk].append(EventErrand(_("close the attendance"), url))
    for pk, words in _of_pages(ids, user, now):
        url = reverse("wagtailadmin_pages:edit", args=[pk])
        needed[pk].append(EventErrand(words, url))
    return needed


def _of_pages(ids: list[int], user, now: datetime) -> list[tuple[int, str]]:
    """What the pages of conferences lack that the user may edit."""
    edited = edited_events(user).filter(pk__in=ids)
    ahead = errand_rows.unprepared(edited, now)
    lacking = (
        (ahead.filter(errand_rows.WITHOUT_PLACE), _("say where it is held")),
        (ahead.filter(errand_rows.WITHOUT_CAPACITY), _("say how many seats")),
        (
            ahead.filter(errand_rows.without_registration(now)),
            _("registration is not open"),
        ),
        (errand_rows.unwritten(edited, now), _("write what came of it")),
    )
    return [(pk, words) for rows, words in lacking for pk in _keys(rows)]


def _keys(rows: QuerySet[EventPage]) -> list[int]:
    return list(rows.order_by().values_list("pk", flat=True))


def _to_approve(count: int) -> str:
    words = ngettext("%(count)s to approve", "%(count)s to approve", count)
    return words % {"count": count}


def _in_line(count: int) -> str:
    words = ngettext(
        "give %(count)s person in line a seat",
        "give %(count)s people in line seats",
        count,
    )
    return words % {"count": count}


def _unreached(count: int) -> str:
    words = ngettext(
        "%(count)s letter did not arrive", "%(count)s letters did not arrive", count
    )
    return words % {"count": count}


def _unannounced(count: int) -> str:
    words = ngettext(
        "tell %(count)s person of the change",
        "tell %(count)s people of the change",
        count,
    )
    return words % {"count": count}


#: Of people: which, in what words, on which screen, narrowed how, and the chip's tone.
_OF_PEOPLE = (
    (errand_rows.to_approve, _to_approve, "registrations", "?state=pending", "todo"),
    (errand_rows.in_line, _in_line, "registrations", "?state=waiting", "todo"),
    (errand_rows.unreached, _unreached, "registrations", "?mail=failed", "bad"),
    (errand_rows.unannounced, _unannounced, "event_news", "", "todo"),
)
