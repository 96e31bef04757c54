"""What all letters about a conference say alike."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.conferences import facts
from events.models import EventPage


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What all letters about a conference say alike.

    `lines` are label and value; `title` is one line, fit for a subject.
    """

    event: EventPage
    title: str
    when: str
    lines: tuple[tuple[str, str], ...]
    url: str


def facts_of(event_ids: Collection[int]) -> dict[int, EventFacts]:
    """By conference, in one query."""
    events = EventPage.objects.filter(pk__in=event_ids).defer("body")
    events = events.select_related("locality", "calendar_entry").with_subject()
    return {event.pk: _event_facts(event) for event in events}


def _event_facts(event: EventPage) -> EventFacts:
    return EventFacts(
        event,
        titled(event, event.title),
        when=facts.when_in_words(event),
        lines=lines_of(event, titled(event, event.full_title)),
        url=(event.full_url if event.live else "") or "",
    )


def lines_of(event: EventPage, title: str) -> tuple[tuple[str, str], ...]:
    """Label and value, the conference itself first, under this title."""
    lines = [(fact.label, fact.in_words or fact.value) for fact in facts.of(event)]
    return ((_("Conference"), title), *lines)


def titled(event: EventPage, title: str) -> str:
    """On one line; one that is made up says so."""
    title, label = " ".join(title.split()), pgettext("reader", "sample")
    if event.is_sample and label not in title:
        return f"{title} ({label})"
    return title
