"""What a reader of the search page chose beside the words: tab, filters and order."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import cast

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from portal.listing.choices import Choices
from portal.listing.facets import Labels
from portal.search import registry
from portal.search.descriptions import SearchFacet
from portal.search.entries import facet_token, facet_value
from portal.search.query import clean

KIND = "muc"
SORTS = {"cu": _("Oldest first")}


def read_choices(params: QueryDict, base_url: str) -> Choices:
    """From a query string; unknown tabs and orders are left aside."""
    q = clean(params.get("q", ""))
    return Choices.read(params, facets(), base_url=base_url, q=q, sorts=SORTS)


def facets() -> tuple[SearchFacet, ...]:
    """The tab, then what the rooms filter by; a row's value is its set of tokens."""
    kinds = {kind.code for kind in registry.kinds()}
    tab = SearchFacet(
        KIND,
        values=_values(KIND),
        accepts=kinds.__contains__,
        is_single=True,
        is_tab=True,
    )
    filters = [
        replace(
            facet,
            labels=_used(facet.labels),
            values=_values(facet.name),
            compared=str.lower,
        )
        for facet in registry.facets()
    ]
    return (tab, *filters)


def search_facets(choices: Choices) -> Sequence[SearchFacet]:
    """The facets of choices that `read_choices` read."""
    return cast("Sequence[SearchFacet]", choices.facets)


def filter_tokens(choices: Choices) -> tuple[tuple[str, ...], ...]:
    """The stored facets' tokens, one group a facet; the tab is one of them."""
    return tuple(
        tuple(facet_token(facet.name, value) for value in choices.chosen[facet.name])
        for facet in search_facets(choices)
        if choices.chosen[facet.name] and facet.of_day is None
    )


def chosen_of_day(choices: Choices) -> list[tuple[SearchFacet, tuple[str, ...]]]:
    """Chosen facets whose values depend on the day."""
    return [
        (facet, choices.chosen[facet.name])
        for facet in search_facets(choices)
        if choices.chosen[facet.name] and facet.of_day is not None
    ]


def _values(name: str) -> Callable[[str], Collection[str]]:
    start = facet_token(name, "")
    return lambda tokens: [
        facet_value(token) for token in tokens.split() if token.startswith(start)
    ]


def _used(labels: Labels) -> Labels:
    """What is counted or chosen; names are only asked for where something is."""

    def used(counts: Counter[str], chosen: Sequence[str]) -> list[tuple[str, object]]:
        small = {*counts, *map(str.lower, chosen)}
        offered = labels(counts, chosen) if small else ()
        return [(value, label) for value, label in offered if value.lower() in small]

    return used
