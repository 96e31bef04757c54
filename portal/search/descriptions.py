"""What rooms say of their pages as search knows it: descriptions, kinds, services."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib import resources

from portal.listing.facets import Facet


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
    """A row with an address that is no page of the tree, as it is found.

    `asked_as` are phrases readers ask for it with, one a line.
    """

    pk: int
    title: str
    url: str
    day: date | None
    description: Description
    is_sample: bool = False
    asked_as: str = ""


@dataclass(frozen=True, slots=True)
class Records:
    """Public rows of a kind: all, or those with these keys, as readers see them.

    `number` is theirs alone and never changes: entries are stored with it. `board` is
    the code of the service that lists all of them.
    """

    number: int
    read: Callable[[Iterable[int] | None, date], Iterable[Record]]
    board: str = ""


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
    page it lies below, at `path`, or the name of an address of its own. `beside` are
    codes of services that are needed with it, the most needed first.
    """

    title: object
    about: object
    words: str
    at: type | str
    path: str = ""
    asked: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """What it is called in the index, whatever the language."""
        below = self.at if isinstance(self.at, str) else self.at.__name__
        return f"{below}/{self.path}"


def phrases_of_services(room: str) -> Mapping[str, tuple[str, ...]]:
    """What readers ask for each service of a room with: `asked_as.jsonl` beside it.

    Raises FileNotFoundError where the room has none.
    """
    file = resources.files(room) / "asked_as.jsonl"
    rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return {row["service"]: tuple(row["phrases"]) for row in rows}


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
