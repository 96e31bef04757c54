"""What rooms tell search of their pages, in `<room>/search_entries.py`, found alone.

A room says how a page type describes itself, which kinds of page there are, what they
are filtered by, and how numbers and abbreviations are read. Search itself knows none
of them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from portal.listing.facets import Facet
from portal.search.numbers import Number


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a page with an address of its own: an article, an attached file.

    `url` stands alone, or is an anchor (`#dieu-7`) of the page.
    """

    title: str
    url: str
    text: str
    is_file: bool = False


@dataclass(frozen=True, slots=True)
class Description:
    """A page in the words it is found by.

    `also` are names it goes by that are not its title: its type, who issued it.
    `facets` has a value or several for each filter that applies.
    """

    kind: str
    text: str
    symbol: str = ""
    also: str = ""
    facets: Mapping[str, Iterable[str]] = field(default_factory=dict)
    parts: Sequence[Part] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """A row with an address that is no page of the tree, as it is found."""

    pk: int
    title: str
    url: str
    day: date | None
    description: Description
    is_sample: bool = False


@dataclass(frozen=True, slots=True)
class Records:
    """Public rows of a kind: all, or those with these keys, as readers see them.

    `number` is theirs alone and never changes: entries are stored with it.
    """

    number: int
    read: Callable[[Iterable[int] | None, date], Iterable[Record]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A tab of the results."""

    code: str
    title: object
    order: int


@dataclass(frozen=True)
class SearchFacet(Facet):
    """A filter of the results; of its labels only those in use are shown.

    With `of_day` the value of a page depends on the day: it is asked for a set of
    pages, and nothing of it is stored. With `kind` only that tab offers it.
    """

    order: int = 0
    of_day: Callable[[Iterable[int], date], Mapping[int, str]] | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """What a number's card shows beside its title: a status as a chip."""

    label: str
    css: str


@dataclass(frozen=True, slots=True)
class Service:
    """Something to do that is no page of the tree: a form, a board, a lookup.

    `words` are how people ask for it, beside its title and what it is `about`; `asked`
    are whole phrases, as an editor writes them beside a page. `at` is the type of the
    page it lies below, at `path`, or the name of an address of its own.
    """

    title: object
    about: object
    words: str
    at: type | str
    path: str = ""
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do with a page of a kind, at `path` below it.

    `phrases` are the folded words that ask for it, `title` has a place for the page's.
    With `allowed` only the pages that it answers offer it on the day.
    """

    kind: str
    path: str
    title: object
    about: object
    phrases: Sequence[str]
    allowed: Callable[[Iterable[int], date], Iterable[int]] | None = None


@dataclass(frozen=True, slots=True)
class States:
    """How pages of a kind stand on a day, and how readers ask for it.

    `phrases` has folded words for each state; `on` says which states pages have.
    Of pages alike those in a `better` state come first; what is `over` answers less
    well than what holds, unless it is asked for by number or state.
    """

    kind: str
    phrases: Mapping[str, Sequence[str]]
    on: Callable[[Iterable[int], date], Mapping[int, Iterable[str]]]
    better: Sequence[str] = ()
    over: Sequence[str] = ()


# Each is asked for pages of its own types alone.
Describe = Callable[[Any], Description | None]
ReadNumber = Callable[..., Number | None]
Synonyms = Callable[[], Iterable[tuple[str, str]]]
Cards = Callable[[Iterable[int], date], Mapping[int, Card]]
Popular = Callable[[], Iterable[str]]

_describers: dict[type, Describe] = {}
_kinds: dict[str, Kind] = {}
_facets: dict[str, SearchFacet] = {}
_number_readers: list[ReadNumber] = []
_synonyms: list[Synonyms] = []
_cards: dict[str, Cards] = {}
_popular: list[Popular] = []
_states: dict[str, States] = {}
_services: list[Service] = []
_actions: list[Action] = []
_records: dict[int, Records] = {}


def describes(*models: type) -> Callable[[Describe], Describe]:
    """The function says what a page of these types is found by; None for nothing."""

    def register(describe: Describe) -> Describe:
        _describers.update(dict.fromkeys(models, describe))
        return describe

    return register


def describe(page: object) -> Description | None:
    """The page's own type decides, else the nearest type it is made from."""
    for model in type(page).__mro__:
        if model in _describers:
            return _describers[model](page)
    return None


def add_kind(code: str, title: object, order: int) -> None:
    _kinds[code] = Kind(code, title, order)


def kinds() -> list[Kind]:
    return sorted(_kinds.values(), key=lambda kind: kind.order)


def add_facet(facet: SearchFacet) -> None:
    _facets[facet.name] = facet


def facets() -> list[SearchFacet]:
    return sorted(_facets.values(), key=lambda facet: facet.order)


def reads_numbers(reader: ReadNumber) -> ReadNumber:
    """The function reads words as a number typed in some free way.

    With `is_part` they are only some of a query: then nothing is taken for a slip.
    """
    _number_readers.append(reader)
    return reader


def read_number(text: str, *, is_part: bool = False) -> Number | None:
    readings = (reader(text, is_part=is_part) for reader in _number_readers)
    return next(filter(None, readings), None)


def add_states(states: States) -> None:
    _states[states.kind] = states
    state_phrases.cache_clear()


def states() -> list[States]:
    return list(_states.values())


@cache
def state_phrases() -> list[tuple[list[str], tuple[str, str]]]:
    """How each state is asked for, with its kind and state, the longest first."""
    asked = [
        (phrase.split(), (states.kind, state))
        for states in _states.values()
        for state, phrases in states.phrases.items()
        for phrase in phrases
    ]
    return sorted(asked, key=lambda pair: -len(pair[0]))


def add_services(*services: Service) -> None:
    """What can be done in a room."""
    _services.extend(services)


def services() -> Sequence[Service]:
    return _services


def add_records(records: Records) -> None:
    _records[records.number] = records


def records() -> Mapping[int, Records]:
    return _records


def add_action(action: Action) -> None:
    _actions.append(action)


def actions() -> Sequence[Action]:
    return _actions


def gives_synonyms(source: Synonyms) -> Synonyms:
    """The function gives pairs of an abbreviation and what it stands for."""
    _synonyms.append(source)
    return source


def known_synonyms() -> list[tuple[str, str]]:
    return [pair for source in _synonyms for pair in source()]


def gives_cards(kind: str) -> Callable[[Cards], Cards]:
    """The function gives the chip of each page of that kind on a day."""

    def register(source: Cards) -> Cards:
        _cards[kind] = source
        return source

    return register


def cards(kind: str, pages: Iterable[int], on: date) -> Mapping[int, Card]:
    return _cards[kind](pages, on) if kind in _cards else {}


def gives_popular(source: Popular) -> Popular:
    """The function gives searches worth offering to one who found nothing."""
    _popular.append(source)
    return source


def popular() -> list[str]:
    return list(dict.fromkeys(query for source in _popular for query in source()))
