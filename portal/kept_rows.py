"""Rows that one process keeps from search to search, until somebody publishes."""

import time
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

from django.conf import settings
from django.db import connection

from portal.page_cache import generation

#: What no process heard of, because the cache between them is down, ends after this.
SECONDS = 60.0

_Key = TypeVar("_Key", bound=Hashable)
_Row = TypeVar("_Row")


class _Moment(NamedTuple):
    """Since which publication, and of what, rows are kept; `until` on our clock."""

    published: str
    of: Hashable
    until: float


def _sees_what_all_see() -> bool:
    """Whether nothing is under way that nobody else may read yet."""
    return not connection.in_atomic_block


class KeptRows(Generic[_Key, _Row]):
    """At most so many rows, read once for everybody.

    Rows are good for all who ask for the same thing (`of`: a slot, a day) before
    anything else is published. What is asked for in a transaction is always read: it
    may see what nobody else does. Who is given a row changes nothing of it.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: tuple[_Moment, dict[_Key, _Row]] | None = None

    def get(
        self,
        keys: Iterable[_Key],
        read: Callable[[list[_Key]], Mapping[_Key, _Row]],
        of: Hashable = None,
    ) -> dict[_Key, _Row]:
        """The rows of these keys, in their order; those that are not kept are read."""
        asked = list(keys)
        if not settings.PAGE_CACHE or not _sees_what_all_see():
            found = read(asked) if asked else {}
            return {key: found[key] for key in asked if key in found}
        rows = self._rows(of)
        there = {key: rows[key] for key in asked if key in rows}
        missing = [key for key in asked if key not in there]
        if missing:
            there.update(read(missing))
            if len(rows) + len(missing) > self._most:
                rows.clear()
            for key in missing[: self._most]:
                if key in there:
                    rows[key] = there[key]
        return {key: there[key] for key in asked if key in there}

    def _rows(self, of: Hashable) -> dict[_Key, _Row]:
        """Those that still count; read before the rows are, as whoever publishes says
        so after they have written."""
        published, now, held = generation.current(), time.monotonic(), self._held
        if held:
            moment, rows = held
            if moment[:2] == (published, of) and now < moment.until:
                return rows
        fresh: dict[_Key, _Row] = {}
        self._held = _Moment(published, of, now + SECONDS), fresh
        return fresh
