"""On what terms a conference takes registrations: pure values and questions.

No database and no clock: `now` comes in, aware, and every answer follows from it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from events.enums import Circumstance


class Phase(StrEnum):
    """What readers are told about a conference."""

    NOT_YET_OPEN = "not_yet_open"
    OPEN = "open"
    NEARLY_FULL = "nearly_full"
    WAITING_LIST = "waiting_list"
    FULL = "full"
    CLOSED = "closed"
    PAST = "past"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    BY_INVITATION = "by_invitation"
    ELSEWHERE = "elsewhere"


TAKES_REGISTRATIONS = frozenset({Phase.OPEN, Phase.NEARLY_FULL, Phase.WAITING_LIST})
FEW_SEATS = 5
FEW_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Terms:
    """What an organiser has set; `capacity` None is as many as come."""

    starts_at: datetime | None
    ends_at: datetime | None
    registration: bool = True
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    capacity: int | None = None
    agency_quota: int | None = None
    needs_approval: bool = False
    individuals: bool = True
    waiting_list: bool = True
    offer_hours: int = 0
    circumstance: str = Circumstance.PLANNED
    live: bool = True

    @property
    def deadline(self) -> datetime | None:
        """When the last registration is taken: no later than the start."""
        known = [moment for moment in (self.closes_at, self.starts_at) if moment]
        return min(known, default=None)

    def has_started(self, now: datetime) -> bool:
        return self.starts_at is not None and now >= self.starts_at

    def is_over(self, now: datetime) -> bool:
        return self.ends_at is not None and now >= self.ends_at

    def is_held(self) -> bool:
        """Whether anybody can still expect to sit in that hall."""
        return self.live and self.circumstance == Circumstance.PLANNED

    def window_is_open(self, now: datetime) -> bool:
        """Whether seats are given out at all, to newcomers or from the queue."""
        if not (self.registration and self.is_held()) or self.has_started(now):
            return False
        opened = self.opens_at is None or now >= self.opens_at
        return opened and (self.deadline is None or now < self.deadline)

    def offer_until(self, now: datetime) -> datetime:
        """The deadline of an offer made now: never after registration closes."""
        until = now + timedelta(hours=self.offer_hours)
        return min(until, self.deadline) if self.deadline else until

    def phase(self, now: datetime, *, taken: int = 0, waiting: int = 0) -> Phase:
        """What readers are told, with `taken` seats and `waiting` people in line."""
        if self.circumstance == Circumstance.CANCELLED:
            return Phase.CANCELLED
        if self.is_over(now):
            return Phase.PAST
        if self.circumstance == Circumstance.POSTPONED:
            return Phase.POSTPONED
        if not self.registration:
            return Phase.ELSEWHERE
        if self.has_started(now) or (self.deadline and now >= self.deadline):
            return Phase.CLOSED
        if self.opens_at and now < self.opens_at:
            return Phase.NOT_YET_OPEN
        if not self.individuals:
            return Phase.BY_INVITATION
        return self._fullness(taken, waiting)

    def _fullness(self, taken: int, waiting: int) -> Phase:
        if self.capacity is None:
            return Phase.OPEN
        left = max(self.capacity - taken, 0)
        # While somebody waits a free seat is theirs, not a newcomer's.
        if left == 0 or waiting:
            return Phase.WAITING_LIST if self.waiting_list else Phase.FULL
        few = max(min(FEW_SEATS, self.capacity // 2), int(self.capacity * FEW_SHARE))
        return Phase.NEARLY_FULL if left <= few else Phase.OPEN
