"""An organiser's words made one person's: what each placeholder stands for."""

from collections.abc import Mapping

from events.conferences import facts
from events.letters import placeholders
from events.letters.placeholders import Placeholder
from events.models import EventPage, Registration


def of_conference(event: EventPage, title: str) -> dict[Placeholder, str]:
    """What is the same for everybody; empty where nobody has written it down yet."""
    return {
        placeholders.CONFERENCE: title,
        placeholders.DAY: facts.day_in_words(event),
        placeholders.HOUR: facts.hours(event),
        placeholders.PLACE: event.place,
    }


def of_person(
    row: Registration, known: Mapping[Placeholder, str], *, ticket_url: str
) -> dict[Placeholder, str]:
    """What `known` of the conference, and what is this person's alone."""
    return {
        **known,
        placeholders.NAME: row.name,
        placeholders.AGENCY: row.organisation_name,
        placeholders.CODE: f"{row.code[:3]} {row.code[3:]}",
        placeholders.TICKET: ticket_url,
    }


def lacking(event: EventPage, text: str) -> list[Placeholder]:
    """Placeholders of the text that this conference has nothing for yet."""
    known = of_conference(event, event.title)
    asked = placeholders.used(text)
    return [
        one for one in placeholders.OF_CONFERENCE if one in asked and not known[one]
    ]
