"""What rooms tell search of their pages, in `<room>/search_entries.py`, found alone.

A room says how a page type describes itself, which kinds of page there are, what they
are filtered by, and how numbers and abbreviations are read. Search itself knows none
of them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from portal.search.descriptions import (
    Action,
    Card,
    Description,
    Kind,
    Records,
    SearchFacet,
    Service,
    States,
)
from portal.search.numbers import Number

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
