"""What is done and what comes next on a conference's path, said by whoever does it.

    @states_steps
    def certificates(event, user, now) -> Iterator[Step]: ...

A step is done, can be taken, or says what it waits for: there is no dead button. Each
function asks as few queries for a large conference as for a small one.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.utils.functional import Promise

from events.models import EventPage
from portal.models import User

Words = str | Promise


class PathPhase(StrEnum):
    """In which part of the path a step stands."""

    BEFORE = "before"
    ON_THE_DAY = "on_the_day"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Step:
    """`order` places it within its phase; without `url` it says in `waits` for what.

    `is_stale` marks what was made with another number than attendance has now.
    `is_at_hand` is a paper printed whenever it is wanted: neither done nor to do.
    """

    phase: PathPhase
    order: int
    title: Words
    detail: Words = ""
    url: str = ""
    button: Words = ""
    waits: Words = ""
    is_done: bool = False
    is_stale: bool = False
    is_at_hand: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it can be taken now and is not done, or to be done anew."""
        return bool(self.url) and not self.is_at_hand and not self.is_finished

    @property
    def is_finished(self) -> bool:
        return self.is_done and not self.is_stale


Teller = Callable[[EventPage, User, datetime], Iterator[Step]]
_tellers: list[Teller] = []


def states_steps(teller: Teller) -> Teller:
    """Have the function asked for the steps of every conference."""
    if teller not in _tellers:
        _tellers.append(teller)
    return teller


def steps_of(event: EventPage, user: User, now: datetime) -> list[Step]:
    """All steps of a conference that concern this user, in the order of the path."""
    found = [step for teller in _tellers for step in teller(event, user, now)]
    phases = list(PathPhase)
    return sorted(found, key=lambda step: (phases.index(step.phase), step.order))
