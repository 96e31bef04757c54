"""The managed organisations, as a form offers them and finds them again."""

from collections import defaultdict
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

from portal.models import Organisation
from portal.vietnamese import match_key

# A longer list costs a phone more than typing the name does.
MOST_OFFERED = 800
#: The names of agencies are the same for each who registers.
_key = lru_cache(maxsize=4 * MOST_OFFERED)(match_key)


class Agency(NamedTuple):
    pk: int
    name: str
    short_name: str
    valid_from: date | None
    valid_to: date | None

    def existed_on(self, day: date | None) -> bool:
        if day is None:
            return self.valid_to is None
        since, until = self.valid_from or date.min, self.valid_to or date.max
        return since <= day <= until


class Agencies:
    """Read once, in one query, for the day a conference is held."""

    def __init__(self, day: date | None) -> None:
        rows = Organisation.objects.order_by("sort_key").values_list(*Agency._fields)
        self._all = [Agency(*row) for row in rows]
        self._day = day

    def offered(self) -> list[str]:
        """The names that exist on that day, each once, in Vietnamese order."""
        names = (row.name for row in self._all if row.existed_on(self._day))
        return list(dict.fromkeys(names))[:MOST_OFFERED]

    def find(self, typed: str) -> Agency | None:
        """The organisation of that name, full or short; one of the day goes first.

        People still write the name their agency had before. Of two that share a name
        neither is meant for sure.
        """
        found = self._by_key.get(match_key(typed), [])
        todays = [row for row in found if row.existed_on(self._day)]
        candidates = todays or found
        return candidates[0] if len(candidates) == 1 else None

    @cached_property
    def _by_key(self) -> dict[str, list[Agency]]:
        by_key: defaultdict[str, list[Agency]] = defaultdict(list)
        for row in self._all:
            for key in {_key(row.name), _key(row.short_name)}:
                by_key[key].append(row)
        return by_key
