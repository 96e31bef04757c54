"""What is asked of an engine, and what it answers, whatever holds the index.

An engine knows tokens, not Vietnamese and not relevance: it finds which entries hold
them, newest first, and counts. What comes first on the page is the ranker's to say.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from portal.search.entries import Entry

Group = tuple[tuple[str, ...], ...]
Filters = tuple[tuple[str, ...], ...]
#: What a filter leaves, nobody counts: about so much.
_FILTERED = 0.1
_NEARLY_ALL = 0.7
# Words are not spread evenly; to look once more takes longer than to look further.
_AMPLY = 1.3


@dataclass(frozen=True, slots=True)
class Wanted:
    """Every group must be met, by any one of its alternatives, by all its tokens.

    `filters` are such groups too, kept apart because counts leave them out. The last
    token may be the beginning of a word (`starts`). `share` is the part of an index of
    so many entries (`total`) that probably meets the groups, if it was estimated.
    """

    groups: tuple[Group, ...]
    filters: Filters = ()
    starts: str = ""
    share: float = 0.0
    total: int = 0

    def is_common(self, limit: int) -> bool:
        """Whether so many are sooner met by walking the newest entries than by finding
        all there are; to look into one takes a little longer than to fetch it."""
        share = self._filtered
        return share > _NEARLY_ALL or share * share * self.total > 2.5 * limit

    def reach(self, limit: int) -> int:
        """Among how many of the newest entries so many of these probably are; 0 if
        nothing was estimated."""
        share = self._filtered
        return math.ceil(_AMPLY * limit / share) if share else 0

    @property
    def _filtered(self) -> float:
        return self.share * _FILTERED ** len(self.filters)

    def __bool__(self) -> bool:
        return bool(self.groups or self.starts or self.filters)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many pages have each set of facets; `complete` if none were left out.

    `keys` are of the entries looked at, newest first.
    """

    by_facets: Mapping[str, int] = field(default_factory=dict)
    complete: bool = True
    keys: tuple[int, ...] = ()


class Engine(Protocol):
    """What every engine does, held to one contract by its tests."""

    def put(self, entries: Iterable[Entry]) -> None:
        """Make the rows findable, in the transaction under way where there is one.

        Rows may be made while they are taken, without asking the database.
        """

    def delete(self, pages: Sequence[int], slot: int | None = None) -> None:
        """Forget all entries of the pages, of one slot or of both."""

    def settle(self) -> None:
        """Tidy up after many writes, in short steps; changes nothing that is found."""

    def candidates(
        self, wanted: Wanted, *, slot: int, in_head: bool, limit: int
    ) -> list[int]:
        """Keys of entries that meet every group and filter, newest first."""

    def candidates_or(self, wanted: Wanted, *, slot: int, limit: int) -> list[int]:
        """Keys of entries that meet a group at all, and every filter."""

    def counts(self, wanted: Wanted, *, slot: int, limit: int) -> Counts:
        """Pages per set of facets among the newest so many entries."""
