"""How old what the replica holds is, told by the places both servers have reached.

Every second a process remembers how far the primary has written its log, and when. As
soon as the replica has replayed that far it holds all that was committed by then. No
clock of either server is believed, and an idle primary is not taken for a lag.
"""

import threading
import time
from collections.abc import Callable
from typing import NamedTuple

from django.db import Error, connections

from portal.page_cache import generation
from portal.replica.router import PRIMARY, REPLICA

#: Nothing older than this is shown, in seconds; a seat shown free may be taken by then.
MOST_LAG = 5.0
#: Seconds between two places that are remembered, and between two looks at the replica
#: while it has not reached one.
EVERY, PAUSE = 1.0, 0.1
#: For how long a replica that is gone is left alone, in seconds.
REST = 5.0


class Mark(NamedTuple):
    """A place of the primary's log: what was published last, and when it was asked."""

    published: str
    at: float
    place: int


class Freshness:
    """Whether the replica may answer, for all threads of a process.

    `written` and `replayed` say how far the log of each server goes; both may raise a
    database's Error, and `replayed` is None of a server that follows no other. Times
    are seconds of any clock that only goes forward.
    """

    def __init__(
        self, written: Callable[[], int], replayed: Callable[[], int | None]
    ) -> None:
        self._written, self._replayed = written, replayed
        self._lock = threading.Lock()
        self._wanted: Mark | None = None
        self._reached: Mark | None = None
        self._looks_again = 0.0
        self._rests_until = 0.0

    def age(self, published: str, now: float) -> float | None:
        """Seconds that its data are old at most; None where it may not answer.

        `published` is what the publication counter says: until the replica is known
        to hold all that, it shows nothing.
        """
        if self._is_due(published, now) and self._lock.acquire(blocking=False):
            try:
                self._look(published, now)
            finally:
                self._lock.release()
        reached = self._reached
        if reached is None or reached.published != published:
            return None
        age = now - reached.at
        return age if age <= MOST_LAG else None

    def rest(self, now: float) -> None:
        """It has failed a reader: it is left alone for a while."""
        self._reached = self._wanted = None
        self._rests_until = now + REST

    def _is_due(self, published: str, now: float) -> bool:
        if now < self._rests_until:
            return False
        known = self._wanted or self._reached
        is_news = known is None or known.published != published
        return is_news or now >= self._looks_again

    def _look(self, published: str, now: float) -> None:
        wanted = self._wanted
        try:
            if (
                wanted is None
                or wanted.published != published
                or now - wanted.at > MOST_LAG
            ):
                wanted = self._wanted = Mark(published, now, self._written())
            replayed = self._replayed()
        except Error:
            self.rest(now)
            return
        if replayed is None:
            self.rest(now)
        elif replayed >= wanted.place:
            self._reached, self._wanted = wanted, None
            self._looks_again = now + EVERY
        else:
            self._looks_again = now + PAUSE


def _written() -> int:
    return _asked(PRIMARY, "pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')") or 0


def _replayed() -> int | None:
    place = "pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')"
    return _asked(REPLICA, f"CASE WHEN pg_is_in_recovery() THEN {place} END")


def _asked(server: str, expression: str) -> int | None:
    with connections[server].cursor() as cursor:
        cursor.execute(f"SELECT {expression}")
        [value] = cursor.fetchone()
    return None if value is None else int(value)


freshness = Freshness(_written, _replayed)


def follows(patience: float = 0.5) -> bool:
    """Whether the replica keeps up, for whoever watches; waits that many seconds."""
    own = Freshness(_written, _replayed)
    until = time.monotonic() + patience
    while (now := time.monotonic()) < until:
        if own.age("", now) is not None:
            return True
        time.sleep(PAUSE / 2)
    return False


def data_age() -> float | None:
    """How old the replica's data are now; None where the primary is to be asked."""
    return freshness.age(generation.current(), time.monotonic())
