"""A series held in further places: several conferences from a few lines."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import chain

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from events.enums import Circumstance
from events.models import ConferenceSeriesPage, EventPage
from portal.models import Locality
from portal.slugs import ascii_slug, free_slug, numbered

LAST_MINUTE = time(23, 59)


@dataclass(frozen=True, slots=True)
class NewPlace:
    """Where and when one of them is held."""

    locality: Locality
    starts_on: date
    start_time: time | None = None
    end_time: time | None = None
    venue: str = ""
    capacity: int | None = None


@dataclass(frozen=True, slots=True)
class Shared:
    """What all of them have in common; `model` is the conference they are like."""

    model: EventPage | None = None
    registration_on: bool = True
    closes_days_before: int = 1


class PlaceRefused(ValidationError):
    """The row of that number makes no valid conference; nothing was added."""

    def __init__(self, number: int, error: ValidationError) -> None:
        super().__init__(error.messages)
        self.number = number
        self.by_field = getattr(error, "message_dict", {"__all__": error.messages})


def hold_elsewhere(
    series: ConferenceSeriesPage,
    places: Iterable[NewPlace],
    *,
    shared: Shared,
    user,
    publish: bool,
) -> list[EventPage]:
    """Add a conference a place, as drafts or published; all of them or none.

    Raises PlaceRefused for the first row that does not make a valid conference.
    """
    with transaction.atomic():
        added = []
        for number, place in enumerate(places):
            event = _new_event(series, place, shared)
            event.owner = user
            event.live = False
            try:
                event.full_clean(exclude=["path", "depth", "url_path", "draft_title"])
            except ValidationError as error:
                raise PlaceRefused(number, error) from error
            series.add_child(instance=event)
            revision = event.save_revision(user=user, log_action="wagtail.create")
            if publish:
                revision.publish(user=user)
            added.append(event)
    return added


def _new_event(
    series: ConferenceSeriesPage, place: NewPlace, shared: Shared
) -> EventPage:
    event = EventPage() if shared.model is None else _like(shared.model)
    title = _("Class in %(place)s") % {"place": _in_a_sentence(place.locality)}
    event.title = event.draft_title = title
    event.slug = _slug(series, title, place.starts_on)
    event.locality, event.venue = place.locality, place.venue
    event.starts_on = event.ends_on = place.starts_on
    event.start_time, event.end_time = place.start_time, place.end_time
    event.date_text = ""
    event.capacity = place.capacity
    event.circumstance, event.circumstance_note = Circumstance.PLANNED, ""
    event.registration_on = shared.registration_on
    event.opens_at = None
    event.closes_at = _closing(place, shared.closes_days_before)
    event.is_sample = event.is_sample or series.is_sample
    said_once = (
        "summary",
        "contact_name",
        "contact_phone",
        "contact_email",
        "audiences",
    )
    for name in said_once:
        if not getattr(event, name):
            setattr(event, name, getattr(series, name))
    return event


def _like(model: EventPage) -> EventPage:
    """The conference's words and rows under no identity of their own.

    Its address is of another place, so what says where it is stays behind.
    """
    content = model.specific.serializable_data()
    for name in ("pk", "path", "depth", "numchild", "url_path", "translation_key"):
        content.pop(name, None)
    for rows in content.values():
        if isinstance(rows, list):
            for row in rows:
                if isinstance(row, dict):
                    row["pk"] = None
    event = EventPage.from_serializable_data(
        content | {"pk": None}, check_fks=True, strict_fks=False
    )
    event.address = event.map_url = event.directions = ""
    event.coordinates = ""
    event.latest_revision = event.live_revision = None
    event.first_published_at = event.last_published_at = None
    event.has_unpublished_changes = True
    event.locked = False
    return event


def _in_a_sentence(locality: Locality) -> str:
    name = str(locality)
    return name[:1].lower() + name[1:]


def _closing(place: NewPlace, days_before: int) -> datetime | None:
    if not days_before:
        return None
    day = place.starts_on - timedelta(days=days_before)
    return timezone.make_aware(datetime.combine(day, LAST_MINUTE))


def _slug(series: ConferenceSeriesPage, title: str, day: date) -> str:
    """From the place; with the day, and a number, where that is taken."""
    base = ascii_slug(title)[:200]
    choices = chain([base], numbered(f"{base}-{day:%d-%m-%Y}"))
    return free_slug(choices, series.get_children())
