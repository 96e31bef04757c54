"""Who says what waits for a user, and everything that does, the most urgent first.

Each app's `errands` module, found when the portal starts, registers functions:

    @states_errands
    def unanswered(user, now) -> Iterator[Errand]: ...

A function yields only what the user may do, in as many queries for one as for many.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.errands.wording import Clock

logger = logging.getLogger("portal.errands")

#: How many things of one errand are named; the others are counted.
NAMED = 5

Words = str | Promise


class Urgency(IntEnum):
    """In which group an errand stands."""

    OVERDUE = 1
    TODAY = 2
    WEEK = 3


HEADINGS: dict[Urgency, Words] = {
    Urgency.OVERDUE: _("Overdue or nearly so"),
    Urgency.TODAY: pgettext_lazy("errands", "Today"),
    Urgency.WEEK: pgettext_lazy("errands", "In the coming days"),
}


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere in the admin."""

    words: Words
    url: str


@dataclass(frozen=True, slots=True)
class Named:
    """One of the things an errand is about; `more` leads to something beside it."""

    title: str
    url: str
    note: Words = ""
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class Errand:
    """So many things of one kind that wait for the user.

    `button` leads to the very screen where the first is done. `count` None means that
    it could not be counted: each is something to do, so people who are told all at once
    are one. `due_at` is shown as a clock, unless `clock` says it otherwise; of several
    it is that of the most urgent. Errands of a `heading` stand under it where they
    have their group for themselves.
    `named_in_all` is how many there are of what is named, where that is not what is
    counted.
    """

    count: int | None
    what: Words
    button: Link | None
    detail: Words = ""
    urgency: Urgency = Urgency.TODAY
    due_at: datetime | None = None
    clock: Clock | None = None
    heading: Words = ""
    named: tuple[Named, ...] = ()
    named_in_all: int | None = None

    @property
    def unnamed(self) -> int:
        """How many more there are of what is named."""
        if not self.named:
            return 0
        in_all = self.count if self.named_in_all is None else self.named_in_all
        return max((in_all or 0) - len(self.named), 0)


@dataclass(frozen=True, slots=True)
class Group:
    """Errands of one urgency, with their heading."""

    heading: Words
    errands: tuple[Errand, ...]


# Any kind of user that signs in; an app's functions know their own models.
Source = Callable[[Any, datetime], Iterable[Errand]]

_sources: list[Source] = []


def states_errands(function: Source) -> Source:
    """The function says what waits for a user at a moment."""
    _sources.append(function)
    return function


# The numbers of pages whose draft a room's own errand names to the user.
Drafts = Callable[[Any], Iterable[int]]

_drafts: list[Drafts] = []


def names_drafts(function: Drafts) -> Drafts:
    """What its pages wait for is an errand already: no draft to approve besides."""
    _drafts.append(function)
    return function


def drafts_named(user: Any) -> set[int]:
    """Pages that are not counted once more among the drafts to approve."""
    return {page for function in _drafts for page in function(user)}


def errands_of(user: Any, now: datetime) -> list[Errand]:
    """Everything that waits for the user, the most urgent first.

    A source that fails is named as not counted, and the others are shown.
    """
    found = [errand for source in _sources for errand in _stated(source, user, now)]
    return sorted(found, key=_rank)


def grouped(errands: Iterable[Errand]) -> list[Group]:
    """The errands under their headings, in the order in which they came."""
    groups: dict[Urgency, list[Errand]] = {}
    for errand in errands:
        groups.setdefault(errand.urgency, []).append(errand)
    return [
        Group(_heading(urgency, rows), tuple(rows)) for urgency, rows in groups.items()
    ]


def _rank(errand: Errand) -> tuple:
    due = errand.due_at.timestamp() if errand.due_at else float("inf")
    return errand.urgency, due


def _heading(urgency: Urgency, errands: list[Errand]) -> Words:
    headings = {str(errand.heading) for errand in errands}
    own = headings.pop() if len(headings) == 1 else ""
    return own or HEADINGS[urgency]


def _stated(source: Source, user: Any, now: datetime) -> Iterator[Errand]:
    try:
        # On PostgreSQL a query that failed would spoil those of the other sources.
        with transaction.atomic():
            stated = list(source(user, now))
    except Exception as fault:  # noqa: BLE001  whatever a room raises
        name = f"{source.__module__}.{source.__qualname__}"
        # Its own words may repeat somebody's data.
        logger.error("Errands not counted: %s: %s", name, type(fault).__name__)
        stated = [Errand(None, _("Part of the list"), None)]
    yield from stated
