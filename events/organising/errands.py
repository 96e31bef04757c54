"""What conferences need next, of those the user runs or may edit."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import Count, Min
from django.urls import reverse
from django.utils.translation import gettext as _

from events.enums import RegistrationState
from events.organising import errand_rows
from events.organising.permissions import edited_events, visible_events
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


@states_errands
def to_approve(user: Any, now: datetime) -> Iterator[Errand]:
    """People who wait for the organiser's yes."""
    found = _by_event(errand_rows.to_approve(visible_events(user), now))
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
    found = _by_event(errand_rows.in_line(visible_events(user), now))
    if found:
        named = _named(found, RegistrationState.WAITING)
        button = Link(_("Give them seats"), named[0].url)
        what = _("Conferences with seats left and people in line")
        detail = _("%(title)s: %(people)s in line") % _first(found)
        yield Errand(len(found), what, button, detail, named=_several(named))


@states_errands
def letters_not_arrived(user: Any, now: datetime) -> Iterator[Errand]:
    """People whose last letter about a conference to come did not get out."""
    found = _by_event(errand_rows.unreached(visible_events(user), now))
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
    found = _by_event(errand_rows.unannounced(visible_events(user), now))
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
    ahead = errand_rows.unprepared(edited_events(user), now)
    # No day, hall or number is made up: each row leads to the page where it is typed.
    lacking = (
        (errand_rows.WITHOUT_PLACE, _("Conferences without a place"), _("Say where")),
        (
            errand_rows.WITHOUT_CAPACITY,
            _("Conferences without a number of seats"),
            _("Say how many"),
        ),
        (
            errand_rows.without_registration(now),
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
    over = errand_rows.unwritten(edited_events(user), now)
    if count := over.count():
        rows = over.values_list("pk", "title", "starts_on")[:NAMED]
        what = _("Conferences that are over, their page says nothing of it")
        yield _pages(what, _("Write what came of it"), rows, count, now)


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
