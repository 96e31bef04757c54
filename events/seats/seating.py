"""One conference's seats, for the length of a transaction.

The rules of the queue: a free seat goes to the lowest number in line whose agency
has not used up its quota; nobody is overtaken by a newcomer; nothing is promoted
once registration has closed, except by hand.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from operator import attrgetter

from django.db.models import Count
from django.utils.functional import cached_property

from events.enums import SEATED, Action, Channel, NoticeKind, RegistrationState
from events.models import Registration
from events.models.terms import Terms
from events.seats import queries
from events.seats.errors import EventFull
from events.seats.journal import Journal
from events.seats.queries import COUNTED, COUNTERS
from events.seats.queue import Place, next_in_line

State = RegistrationState
_PLACE = ("pk", "sequence", "agency_key", "invitation_id")
_WELCOME: dict[str, NoticeKind] = {
    State.PENDING: NoticeKind.PENDING,
    State.WAITING: NoticeKind.WAITING,
    State.OFFERED: NoticeKind.OFFERED,
    State.CONFIRMED: NoticeKind.CONFIRMED,
}


class Seating(Journal):
    """A journal that also knows who gets which seat."""

    @cached_property
    def terms(self) -> Terms:
        """The locked conference's terms: nothing changes them in the block."""
        return self.event.terms

    def lapse_offers(self) -> None:
        """End the offers nobody accepted in time: their seats are free again."""
        if not self._counted[State.OFFERED]:
            return
        for row in queries.overdue.rows(event=self.event.pk, now=self.now):
            self.move(row, State.CANCELLED, Action.LAPSED, notice=NoticeKind.LAPSED)
            self.count.taken -= 1

    def taken(self) -> int:
        """How many seats are taken, as the rows are."""
        self._count()
        return self.count.taken

    def became(self, state: str, *, before: str = "") -> None:
        self._counted[before] -= 1
        self._counted[state] += 1

    def free(self) -> int | None:
        """How many seats nobody sits on; None where as many may come as want."""
        if self.count.capacity is None:
            return None
        return self.count.capacity - self.count.taken

    def seat_at_door(self, row: Registration, *, reason: str = "") -> None:
        """Seat somebody who stands at the door, before the queue and untold.

        In a full hall a reason adds a chair; without one EventFull is raised.
        """
        taken = self.taken()
        if self.count.capacity is not None and self.count.capacity <= taken:
            if not reason.strip():
                raise EventFull(self.count.capacity)
            self.count.capacity = taken + 1
        self.fill(newcomers=[row], by_hand=row, reason=reason)

    def fill(
        self,
        *,
        newcomers: Collection[Registration] = (),
        by_hand: Registration | None = None,
        reason: str = "",
    ) -> None:
        """Give the free seats to the next in line and count anew.

        `newcomers` get theirs at once, others may be asked first whether they still
        want it. `by_hand` is seated before the queue, whatever quota or hour says.
        Raises EventFull when there is no seat for `by_hand`, or when a newcomer
        would have to wait where no waiting list is kept.
        """
        self._count()
        free, given = self.free(), bool(by_hand)
        fresh = {row.pk: row for row in newcomers}
        if by_hand:
            if free is not None and free <= 0:
                raise EventFull(self.count.capacity)
            self._give(by_hand, fresh, by_hand=True, reason=reason)
            free = None if free is None else free - 1
        if self.terms.window_is_open(self.now):
            for row in self._next(free, fresh):
                self._give(row, fresh)
                given = True
        if not self.terms.waiting_list and any(
            row.state == State.WAITING for row in fresh.values()
        ):
            raise EventFull(self.count.capacity, max(free or 0, 0))
        if given:
            self._count()
        counters = {name: getattr(self.count, name) for name in COUNTERS}
        queries.counters.write(pk=self.count.pk, **counters)

    def admit(self, newcomers: Sequence[Registration]) -> None:
        """Fill with people who are new in line, and tell each where they stand.

        Past the window an organiser's newcomer gets a free seat all the same.
        """
        self.admit_unheard(newcomers)
        for row in newcomers:
            self.welcome(row)

    def admit_unheard(self, newcomers: Sequence[Registration]) -> None:
        """The same, where the caller has more to tell them than a welcome."""
        for row in self._by_hand(newcomers):
            self.fill(newcomers=newcomers, by_hand=row)
        self.fill(newcomers=newcomers)

    def quota_is_used_up(self, row: Registration) -> bool:
        """Whether the agency has all the seats that one agency may have.

        Whoever came on an invitation is counted by its own number.
        """
        quota = self.terms.agency_quota
        if quota is None or row.invitation_id:
            return False
        return self._seated_by_agency()[row.agency_key] >= quota

    def welcome(self, row: Registration) -> None:
        """Tell somebody new whether they are coming."""
        self.notify(row, _WELCOME[row.state])

    def _by_hand(self, newcomers: Sequence[Registration]) -> Sequence[Registration]:
        by_organiser = self.channel == Channel.ORGANISER
        if not by_organiser or self.terms.window_is_open(self.now):
            return []
        self.taken()
        lined_up = [row for row in newcomers if row.state == State.WAITING]
        return lined_up[: self.free()]

    def _count(self) -> None:
        """Have the counters say what the rows are: those are the truth."""
        self.count.taken = sum(self._counted[state] for state in SEATED)
        self.count.waiting = self._counted[State.WAITING]

    @cached_property
    def _counted(self) -> Counter[str]:
        """Registrations by state: the rows counted with the lock, then by `became`."""
        return Counter(
            {state: getattr(self.count, f"rows_{state}") for state in COUNTED}
        )

    def _next(
        self, free: int | None, fresh: dict[int, Registration]
    ) -> list[Registration]:
        if free is not None and free <= 0:
            return []
        quota = self.terms.agency_quota
        seated = Counter() if quota is None else self._seated_by_agency()
        queue = (
            Place(pk, sequence, "" if invitation else agency)
            for pk, sequence, agency, invitation in self._queue(free, fresh)
        )
        chosen = next_in_line(queue, free=free, quota=quota, seated=seated)
        ids = [place.id for place in chosen]
        known = Registration.objects.in_bulk([pk for pk in ids if pk not in fresh])
        return [fresh.get(pk) or known[pk] for pk in ids]

    def _queue(
        self, free: int | None, fresh: dict[int, Registration]
    ) -> Iterable[tuple[int, int, str, int | None]]:
        """Who waits, first in line first, as far as anybody may get a seat."""
        newcomers = [row for row in fresh.values() if row.state == State.WAITING]
        if len(newcomers) == self._counted[State.WAITING]:
            # Nobody else waits.
            newcomers.sort(key=attrgetter("sequence"))
            return [tuple(getattr(row, name) for name in _PLACE) for row in newcomers]
        rows = self.registrations.waiting().values_list(*_PLACE)
        if self.terms.agency_quota is None:
            # Nobody is passed over: the first rows are all that is needed.
            rows = rows[:free]
        return rows.iterator()

    def _seated_by_agency(self) -> Counter[str]:
        seated = self.registrations.filter(state__in=SEATED, invitation=None)
        counted = seated.order_by().values_list("agency_key").annotate(Count("pk"))
        return Counter(dict(counted))

    def _give(
        self,
        row: Registration,
        fresh: dict[int, Registration],
        *,
        by_hand: bool = False,
        reason: str = "",
    ) -> None:
        """Give one seat: at once, or as an offer where the organiser wants to ask."""
        if row.pk in fresh:
            self.move(row, State.CONFIRMED, Action.CONFIRMED, reason=reason)
        elif by_hand:
            self.move(
                row,
                State.CONFIRMED,
                Action.PROMOTED,
                notice=NoticeKind.PROMOTED,
                reason=reason,
            )
        elif self.terms.offer_hours:
            row.offer_until = self.terms.offer_until(self.now)
            self.move(row, State.OFFERED, Action.OFFERED, notice=NoticeKind.OFFERED)
        else:
            self.move(
                row, State.CONFIRMED, Action.CONFIRMED, notice=NoticeKind.PROMOTED
            )
