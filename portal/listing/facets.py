"""What narrows a list, which rows fit, what each choice would leave. Pure."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from operator import itemgetter

from portal.vietnamese import sort_key

_LONGEST_VALUE = 120

Labels = Callable[[Counter[str], Sequence[str]], Iterable[tuple[str, object]]]


def itself(value: Hashable) -> tuple[str, ...]:
    """The one choice a plain column stands for; none where it is empty."""
    return (str(value),) if value not in (None, "") else ()


def is_plain(text: str) -> bool:
    """Short and printable, as every value of ours is."""
    return len(text) <= _LONGEST_VALUE and text.isprintable()


def is_key(text: str) -> bool:
    """Whether it is a key, or a year, as we write them in addresses."""
    return text.isascii() and text.isdecimal() and len(text) < 10 and text[0] != "0"


def every(*choices: tuple[str, object]) -> Labels:
    """A closed list: all its choices, those that would leave nothing too."""
    return lambda counts, chosen: choices


def in_use(choices: Iterable[tuple[str, object]]) -> Labels:
    """Of these choices those that would leave something, and those chosen."""
    return lambda counts, chosen: [
        (value, label) for value, label in choices if counts[value] or value in chosen
    ]


def years(counts: Counter[str], chosen: Sequence[str]) -> list[tuple[str, str]]:
    """The latest first: those that would leave something, and those chosen."""
    return [(year, year) for year in sorted({*counts, *chosen}, reverse=True)]


def by_name(choices: Iterable[tuple]) -> list[tuple]:
    """Pairs of value and label in the order of the Vietnamese alphabet."""
    return sorted(choices, key=lambda pair: sort_key(str(pair[1])))


@dataclass(frozen=True)
class Facet:
    """A filter, as a room's table states it.

    `labels` offers choices with their names, in order, from what each would leave and
    what is chosen.
    """

    #: Its parameter in addresses.
    name: str
    title: object = ""
    labels: Labels = every()
    #: The choices a row's value answers to: a unit to its old and its new name.
    values: Callable[..., Collection[str]] = itself
    #: Whether a text may be a choice at all; what may not is dropped.
    accepts: Callable[[str], object] = is_plain
    #: A choice as `values` spells it.
    compared: Callable[[str], str] = str
    #: What a choice is called where it can be taken back; without, as where it is made.
    chip: Callable[[str], str] | None = None
    #: Choosing takes back what was chosen.
    is_single: bool = False
    #: A view of the list, beside its filters.
    is_tab: bool = False
    #: The facet whose choice takes this one out of addresses.
    gives_way_to: str = ""


class Narrowed:
    """Rows `(key, value of the first facet, value of the second, …)` narrowed down.

    Choices within a facet widen, facets narrow one another; a facet's counts leave its
    own choices aside, so that each says what choosing it would give. Where rows are
    grouped their first column says how many things each stands for.
    """

    def __init__(
        self,
        rows: Iterable[tuple],
        facets: Sequence[Facet],
        chosen: Mapping[str, Collection[str]],
        *,
        is_grouped: bool = False,
    ) -> None:
        self.is_grouped = is_grouped
        self._places = {facet.name: place for place, facet in enumerate(facets, 1)}
        self._values = {facet.name: cache(facet.values) for facet in facets}
        active = [
            (place, self._fitting(facet, chosen[facet.name]))
            for place, facet in enumerate(facets, 1)
            if chosen.get(facet.name)
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

    @property
    def total(self) -> int:
        """How many things fit every choice."""
        return sum(self.keys) if self.is_grouped else len(self.rows)

    def all_counts(self) -> dict[str, Counter[str]]:
        """The counts of every facet, by its name."""
        return {name: self.counts(name) for name in self._places}

    def counts(self, name: str) -> Counter[str]:
        """For every choice of the facet, how many things it would leave."""
        place, values = self._places[name], self._values[name]
        rows = chain(self.rows, self._but_one.get(place, ()))
        counted: Counter[str] = Counter()
        for raw, things in self._things(rows, place).items():
            for value in values(raw):
                counted[value] += things
        return counted

    def _things(self, rows: Iterable[tuple], place: int) -> Counter:
        if not self.is_grouped:
            return Counter(map(itemgetter(place), rows))
        things: Counter = Counter()
        for row in rows:
            things[row[place]] += row[0]
        return things

    def _fitting(self, facet: Facet, chosen: Collection[str]) -> Callable[..., bool]:
        values = self._values[facet.name]
        wanted = frozenset(map(facet.compared, chosen))
        return cache(lambda raw: not wanted.isdisjoint(values(raw)))
