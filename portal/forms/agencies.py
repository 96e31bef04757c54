"""The managed organisations, as a form offers them and finds them again."""

from collections import defaultdict
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from portal.kept_queries import KeptQuery
from portal.models import Organisation
from portal.page_cache.values import until_published
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


class _AgencyIndex(NamedTuple):
    """All agencies, and which of them a name may mean."""

    agencies: list[Agency]
    by_key: dict[str, list[Agency]]


class Agencies:
    """All of them, for the day a conference is held; one query at most."""

    def __init__(self, day: date | None) -> None:
        self._known = _known()
        self._day = day

    def offered(self) -> list[str]:
        """The names that exist on that day, each once, in Vietnamese order."""
        known = self._known.agencies
        names = (row.name for row in known if row.existed_on(self._day))
        return list(dict.fromkeys(names))[:MOST_OFFERED]

    def find(self, typed: str) -> Agency | None:
        """The organisation of that name, full or short; one of the day goes first.

        People still write the name their agency had before. Of two that share a name
        neither is meant for sure.
        """
        found = self._known.by_key.get(match_key(typed), [])
        todays = [row for row in found if row.existed_on(self._day)]
        candidates = todays or found
        return candidates[0] if len(candidates) == 1 else None


_all = KeptQuery(
    lambda: Organisation.objects.order_by("sort_key").values_list(*Agency._fields)
)


@until_published()
def _known() -> _AgencyIndex:
    agencies = [
        Agency(pk, name, short, _day(since), _day(until))
        for pk, name, short, since, until in _all.raw()
    ]
    by_key: defaultdict[str, list[Agency]] = defaultdict(list)
    for agency in agencies:
        for key in {_key(agency.name), _key(agency.short_name)}:
            by_key[key].append(agency)
    return _AgencyIndex(agencies, by_key)


def _day(kept: date | str | None) -> date | None:
    """SQLite keeps days as words."""
    return date.fromisoformat(kept) if isinstance(kept, str) else kept
