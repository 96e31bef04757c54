"""Invented conferences and people for tests."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from events import seats
from events.enums import Channel
from events.models import EventIndexPage, EventPage, Invitation, Registration
from events.models.attendees import Agreed, Attendee
from portal.models import Organisation
from portal.tests import gathered

NOW = datetime(2030, 3, 1, 2, 0, tzinfo=UTC)
AGREED = Agreed(text_version="thu")


def add_event(capacity: int | None = 2, within=None, **terms) -> EventPage:
    """A published conference three weeks from NOW that takes registrations.

    `within` is the series it belongs to.
    """
    terms = {
        "title": "Hội nghị minh họa",
        "starts_on": (NOW + timedelta(days=21)).date(),
        "registration_on": True,
        "capacity": capacity,
        **terms,
    }
    event = EventPage(**terms)
    with gathered.at_the_end():
        (within or EventIndexPage.objects.get()).add_child(instance=event)
        event.save_revision().publish()
    return event


def somebody(number: int, **details) -> Attendee:
    """The same number is the same person."""
    details = {
        "name": f"Người Minh Họa {_in_words(number)}",
        "phone": f"+8491{number:07d}",
        "organisation_name": "Đơn vị minh họa",
        **details,
    }
    return Attendee(**details)


def register(event: EventPage, number: int, **options) -> Registration:
    options = {"agreed": AGREED, "key": uuid4(), "now": NOW, **options}
    attendee = options.pop("attendee", None) or somebody(number)
    return seats.register(event.pk, attendee, **options)


def cancel(registration: Registration, **options) -> Registration:
    options = {"now": NOW, "channel": Channel.TICKET, **options}
    return seats.cancel(registration.pk, **options)


def states(event: EventPage) -> list[str]:
    """The states of all registrations in the order they came."""
    rows = Registration.objects.filter(event=event).order_by("pk")
    return list(rows.values_list("state", flat=True))


def invite(event: EventPage, name: str = "Trường minh họa", quota: int = 3):
    organisation, _made = Organisation.objects.get_or_create(name=name)
    return Invitation.objects.create(
        event=event, organisation=organisation, quota=quota, created_at=NOW
    )


def _in_words(number: int) -> str:
    """Letters, for a name has no digits."""
    return "".join(chr(ord("A") + int(digit)) for digit in str(number))
