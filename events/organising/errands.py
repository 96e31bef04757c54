"""What conferences need next, of those the user runs or may edit."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, F, Min, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.permissions import page_permission_policy

from events.enums import Circumstance, NoticeKind, RegistrationState
from events.letters.outbox import undelivered
from events.models import Announcement, EventPage, Registration
from events.organising.permissions import visible_events
from events.organising.wording import people_in_words
from portal.errands.registry import (
    NAMED,
    Errand,
    Link,
    Named,
    Urgency,
    states_errands,
)
from portal.errands.wording import since
from portal.vietnamese.dates import short_date

#: So long before its day a conference should have all that readers ask for.
PREPARED = timedelta(days=30)


@states_errands
def to_approve(user: Any, now: datetime) -> Iterator[Errand]:
    """People who wait for the organiser's yes."""
    rows = Registration.objects.filter(
        state=RegistrationState.PENDING, event__in=_upcoming_run(user, now)
    )
    found = _by_event(rows)
    if found:
        detail = _("%(title)s, longest since %(when)s") % {
            "title": found[0]["event__title"],
            "when": since(found[0]["first"], now),
        }
        named = _named(found, RegistrationState.PENDING)
        # Each of them is decided by itself; what is told all at once counts once.
        total = sum(row["people"] for row in found)
        what, button = _("Registrations to approve"), Link(_("Approve"), named[0].url)
        yield Errand(
            total,
            what,
            button,
            detail,
            named=_several(named),
            named_in_all=len(found),
        )


@states_errands
def free_seats(user: Any, now: datetime) -> Iterator[Errand]:
    """People in line for a conference that has seats left."""
    rows = Registration.objects.filter(
        state=RegistrationState.WAITING,
        event__in=_upcoming_run(user, now).filter(
            circumstance=Circumstance.PLANNED, live=True
        ),
        event__seats__taken__lt=F("event__seats__capacity"),
    )
    found = _by_event(rows)
    if found:
        named = _named(found, RegistrationState.WAITING)
        button = Link(_("Give them seats"), named[0].url)
        what = _("Conferences with seats left and people in line")
        detail = _("%(title)s: %(people)s in line") % _first(found)
        yield Errand(len(found), what, button, detail, named=_several(named))


@states_errands
def letters_not_arrived(user: Any, now: datetime) -> Iterator[Errand]:
    """People whose last letter about a conference to come did not get out."""
    events = _upcoming_run(user, now)
    failed = undelivered().filter(registration__event__in=events)
    rows = Registration.objects.live().filter(pk__in=failed.values("registration"))
    found = _by_event(rows)
    if found:
        detail = _("%(title)s: call them, or mend the address") % {
            "title": found[0]["event__title"]
        }
        first = found[0]["event"]
        url = f"{reverse('registrations', args=[first])}?mail=failed"
        total = sum(row["people"] for row in found)
        button = Link(_("See whom"), url)
        yield Errand(total, _("People whose letter did not arrive"), button, detail)


@states_errands
def unannounced(user: Any, now: datetime) -> Iterator[Errand]:
    """Conferences whose time or place changed after people registered, untold."""
    announced = Announcement.objects.filter(
        event=OuterRef("event"),
        notice__in=(NoticeKind.EVENT_MOVED, NoticeKind.EVENT_CANCELLED),
        created_at__gte=OuterRef("event__calendar_entry__changed_at"),
    )
    rows = Registration.objects.live().filter(
        ~Exists(announced),
        event__in=_upcoming_run(user, now),
        event__calendar_entry__sequence__gt=0,
        created_at__lt=F("event__calendar_entry__changed_at"),
    )
    found = _by_event(rows)
    if found:
        named = tuple(
            Named(
                row["event__title"],
                reverse("event_news", args=[row["event"]]),
                people_in_words(row["people"]),
            )
            for row in found[:NAMED]
        )
        button = Link(_("Tell them"), named[0].url)
        what = _("Conferences that changed, those registered not told")
        detail = _("%(title)s: %(people)s registered before the change")
        detail %= _first(found)
        yield Errand(len(found), what, button, detail, named=_several(named))


@states_errands
def unprepared(user: Any, now: datetime) -> Iterator[Errand]:
    """Published conferences ahead that lack what readers ask for first."""
    ahead = (
        _edited(user)
        .filter(live=True, circumstance=Circumstance.PLANNED)
        .upcoming(now)
        .filter(starts_on__lte=timezone.localdate(now) + PREPARED)
    )
    # No day, hall or number is made up: each row leads to the page where it is typed.
    lacking = (
        (Q(venue="", address=""), _("Conferences without a place"), _("Say where")),
        (
            Q(registration_on=True, capacity=None),
            _("Conferences without a number of seats"),
            _("Say how many"),
        ),
        (
            Q(registration_on=False) | Q(opens_at__gt=now),
            _("Conferences whose registration is not open"),
            _("Look at it"),
        ),
    )
    columns = ("pk", "title", "starts_on")
    counted = ahead.order_by().aggregate(
        **{
            f"lacking_{number}": Count("pk", filter=condition)
            for number, (condition, _what, _button) in enumerate(lacking)
        }
    )
    for number, (condition, what, button) in enumerate(lacking):
        if count := counted[f"lacking_{number}"]:
            rows = ahead.filter(condition).values_list(*columns)[:NAMED]
            yield _pages(what, button, rows, count, now)


@states_errands
def unwritten(user: Any, now: datetime) -> Iterator[Errand]:
    """Conferences over for less than a month whose page says nothing of what came."""
    first = timezone.localdate(now) - PREPARED
    over = _edited(user).filter(live=True, circumstance=Circumstance.PLANNED)
    over = over.past(now).filter(ends_on__gte=first, body=[])
    if count := over.count():
        rows = over.values_list("pk", "title", "starts_on")[:NAMED]
        what = _("Conferences that are over, their page says nothing of it")
        yield _pages(what, _("Write what came of it"), rows, count, now)


def _upcoming_run(user: Any, now: datetime):
    """Conferences not yet over whose attendees the user may see."""
    return visible_events(user).upcoming(now).order_by()


def _edited(user: Any):
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    return EventPage.objects.filter(page_ptr__in=pages.order_by().values("pk"))


def _by_event(rows) -> list[dict]:
    """Of each conference how many people, the one that comes first in front."""
    grouped = rows.order_by().values("event", "event__title", "event__starts_on")
    counted = grouped.annotate(people=Count("pk"), first=Min("created_at"))
    return list(counted.order_by("event__starts_on", "event"))


def _first(found: list[dict]) -> dict[str, str]:
    """The conference that comes first, and how many people of it, in words."""
    row = found[0]
    people = people_in_words(row["people"])
    return {"title": row["event__title"], "people": people}


def _named(found: list[dict], state: RegistrationState) -> tuple[Named, ...]:
    return tuple(
        Named(
            row["event__title"],
            f"{reverse('registrations', args=[row['event']])}?state={state.value}",
            people_in_words(row["people"]),
        )
        for row in found[:NAMED]
    )


def _several(named: tuple[Named, ...]) -> tuple[Named, ...]:
    """One alone is told in the row itself."""
    return named if len(named) > 1 else ()


def _pages(
    what: str, button: str, rows: Iterable[tuple], count: int, now: datetime
) -> Errand:
    """Conferences to be mended, the soonest first; in a week it is today's."""
    named = tuple(
        Named(title, reverse("wagtailadmin_pages:edit", args=[pk]), short_date(day))
        for pk, title, day in rows
    )
    detail = f"{named[0].title}, {named[0].note}"
    return Errand(
        count,
        what,
        Link(button, named[0].url),
        detail,
        urgency=Urgency.WEEK,
        named=named if count > 1 else (),
    )
