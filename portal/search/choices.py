"""What a reader of the search page chose beside the words: tab, filters and order."""

from collections.abc import Callable, Collection, Sequence

from django.utils.translation import gettext_lazy as _

from portal.listing.choices import Choices
from portal.listing.facets import Facet, Labels
from portal.search import registry
from portal.search.entries import facet_token, facet_value
from portal.search.query import clean

KIND = "muc"
SORTS = {"cu": _("Oldest first")}


def read_choices(params, base_url: str) -> Choices:
    """From a query string; unknown tabs and orders are left aside."""
    q = clean(params.get("q", ""))
    return Choices.read(params, facets(), base_url=base_url, q=q, sorts=SORTS)


def facets() -> tuple[Facet, ...]:
    """The tab, then what the rooms filter by; a row's value is its set of tokens."""
    kinds = {kind.code for kind in registry.kinds()}
    tab = Facet(
        KIND,
        values=_values(KIND),
        accepts=kinds.__contains__,
        is_single=True,
        is_tab=True,
    )
    filters = [
        Facet(
            facet.name,
            facet.title,
            _labels(facet),
            values=_values(facet.name),
            compared=str.lower,
        )
        for facet in registry.facets()
    ]
    return (tab, *filters)


def filter_tokens(choices: Choices) -> tuple[tuple[str, ...], ...]:
    """The stored facets' tokens, one group a facet; the tab is one of them."""
    chosen = [(KIND, choices.chosen[KIND])]
    chosen += [
        (facet.name, choices.chosen[facet.name])
        for facet in registry.facets()
        if facet.of_day is None
    ]
    return tuple(
        tuple(facet_token(name, value) for value in values)
        for name, values in chosen
        if values
    )


def chosen_of_day(
    choices: Choices,
) -> list[tuple[registry.SearchFacet, tuple[str, ...]]]:
    """Chosen facets whose values depend on the day."""
    return [
        (facet, choices.chosen[facet.name])
        for facet in registry.facets()
        if facet.of_day is not None and choices.chosen[facet.name]
    ]


def _values(name: str) -> Callable[[str], Collection[str]]:
    start = facet_token(name, "")
    return lambda tokens: [
        facet_value(token) for token in tokens.split() if token.startswith(start)
    ]


def _labels(facet: registry.SearchFacet) -> Labels:
    """What is counted or chosen; names are only asked for where something is."""

    def labels(counts, chosen: Sequence[str]) -> list[tuple[str, object]]:
        used = [*counts, *map(str.lower, chosen)]
        named = facet.labels(used) if used else {}
        return [(v, label) for v, label in named.items() if v.lower() in used]

    return labels
