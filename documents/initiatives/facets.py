"""Which rows fit the choices, and how many each further choice would leave. Pure."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from operator import itemgetter


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter: its name in addresses, and the choices a stored value stands for.

    A row may answer to several choices: a unit to its old and its new name, an
    initiative to each of its kinds.
    """

    name: str
    values: Callable[[Hashable], Collection[str]]


class Facets:
    """Rows `(key, value of the first facet, value of the second, …)` narrowed down.

    Choices within a facet widen, facets narrow one another; a facet's counts leave its
    own choices aside, so that each says what choosing it would give.
    """

    def __init__(
        self,
        rows: Sequence[tuple],
        facets: Sequence[Facet],
        chosen: Mapping[str, Collection[str]],
    ) -> None:
        self._facets = {facet.name: place for place, facet in enumerate(facets, 1)}
        self._values = {facet.name: cache(facet.values) for facet in facets}
        active = [
            (self._facets[name], self._fitting(name, chosen[name]))
            for name in self._facets
            if chosen.get(name)
        ]
        self.rows: list[tuple] = []
        self._but_one: dict[int, list[tuple]] = {place: [] for place, _fits in active}
        for row in rows:
            failed = 0
            for place, fits in active:
                if not fits(row[place]):
                    if failed:
                        break
                    failed = place
            else:
                (self._but_one[failed] if failed else self.rows).append(row)

    @property
    def keys(self) -> list:
        """The rows that fit every choice, in the order they came in."""
        return [row[0] for row in self.rows]

    def counts(self, name: str) -> Counter[str]:
        """For every choice of the facet, how many rows it would leave."""
        place, values = self._facets[name], self._values[name]
        counted: Counter[str] = Counter()
        rows = chain(self.rows, self._but_one.get(place, ()))
        for raw, rows_with_it in Counter(map(itemgetter(place), rows)).items():
            for value in values(raw):
                counted[value] += rows_with_it
        return counted

    def _fitting(self, name: str, wanted: Collection[str]) -> Callable[..., bool]:
        values, asked = self._values[name], frozenset(wanted)
        return cache(lambda raw: not asked.isdisjoint(values(raw)))
