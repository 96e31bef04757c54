"""What a preview shows of a review: cells to look at, and details that change."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import pgettext

from events.delegations.columns import AUDIENCE, PHONE, title
from events.delegations.review import Review
from events.delegations.wording import too_many, where
from events.enums import Audience
from events.models.attendees import Attendee
from portal.vietnamese import display_phone


@dataclass(frozen=True, slots=True)
class CellWarning:
    """A cell that is taken as it was read; its author should look at it."""

    number: int
    place: str
    name: str
    message: str


@dataclass(frozen=True, slots=True)
class Detail:
    """One detail of a person before and after."""

    title: str
    before: str
    after: str


def warnings(result: Review) -> list[CellWarning]:
    """The warnings of the rows that are taken, from the top down."""
    places = result.draft.places
    return [
        CellWarning(
            row.number,
            where(row.number, flaw.key, places),
            row.attendee.name,
            str(flaw.message),
        )
        for row in result.rows
        if row.counts
        for flaw in row.warnings
    ]


def changes(result: Review) -> Iterator[tuple[str, list[Detail]]]:
    """Each person who changes, by the name held so far, and how."""
    for change in result.difference.changed:
        details = [
            Detail(
                title(key), _written(change.before, key), _written(change.after, key)
            )
            for key in change.details
        ]
        yield change.before.name, details


def added(result: Review) -> list[tuple[int, str, list[tuple[str, str]]]]:
    """Each newcomer: row, name, and the details the list has with their titles."""
    numbers = {id(row.attendee): row.number for row in result.rows}
    return [
        (
            numbers[id(one)],
            one.name,
            [
                (title(key), "" if not getattr(one, key) else _written(one, key))
                for key in result.draft.given
            ],
        )
        for one in result.difference.added
    ]


def over_quota(result: Review) -> str:
    """That there are more people than places, said before anybody confirms."""
    size = result.size()
    if not result.difference.added or size <= result.quota:
        return ""
    return too_many(result.quota, size)


def headings(result: Review) -> list[str]:
    return [title(key) for key in result.draft.given]


def _written(attendee: Attendee, key: str) -> str:
    value = getattr(attendee, key)
    if not value:
        return pgettext("detail", "empty")
    if key == PHONE:
        return display_phone(value)
    return str(Audience(value).label) if key == AUDIENCE else str(value)
