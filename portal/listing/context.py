"""A listing as its template and its JSON show it."""

from collections import Counter
from collections.abc import Mapping

from django.utils.translation import gettext as _

from portal.listing.choices import NEWEST, SORT, WORDS, Choices
from portal.listing.facets import Facet

_OF_ITEM = ("value", "title", "count", "current")


def listing_context(
    choices: Choices, counts: Mapping[str, Counter[str]], *, kept: str = ""
) -> dict:
    """What every listing shows of its choices.

    `counts` has each facet that is offered, by name, with what its choices would leave.
    What clears the filters leaves the facet `kept` as it is.
    """
    facets = [
        _offered(choices, facet, counts[facet.name])
        for facet in choices.facets
        if facet.name in counts
    ]
    return {
        "query": choices.q,
        "facets": facets,
        "has_facets": any(facet["items"] for facet in facets),
        "active_filters": _active(choices, facets),
        "clear_url": choices.cleared(kept),
        "all_url": choices.base_url,
        "hidden": choices.pairs,
        "kept_pairs": _kept(choices, facets),
        "sort": choices.sort,
        "sorts": _sorts(choices),
    }


def facet_data(facets: list[dict]) -> dict[str, list[dict]]:
    """The filters of a listing by their names in addresses, for programs."""
    return {
        facet["name"]: [{key: item[key] for key in _OF_ITEM} for item in facet["items"]]
        for facet in facets
    }


def _offered(choices: Choices, facet: Facet, counts: Counter[str]) -> dict:
    chosen = choices.chosen[facet.name]
    items = [
        {
            "value": value,
            "title": str(label),
            "url": choices.toggled(facet, value),
            "count": counts[facet.compared(value)],
            "current": value in chosen,
        }
        for value, label in facet.labels(counts, chosen)
    ]
    return {
        "name": facet.name,
        "title": str(facet.title),
        "items": items,
        "is_single": facet.is_single,
        "chosen": sum(item["current"] for item in items),
    }


def _kept(choices: Choices, offered: list[dict]) -> list[tuple[str, str]]:
    """What a form of the offered filters carries along: words, tabs and order."""
    names = {facet["name"] for facet in offered}
    pairs = [pair for pair in choices.pairs if pair[0] not in names]
    own = [(WORDS, choices.q), *pairs, (SORT, choices.sort)]
    return [pair for pair in own if pair[1]]


def _active(choices: Choices, offered: list[dict]) -> list[dict]:
    """Each filter that was chosen, as a link that takes it back, in their order."""
    items = {facet["name"]: facet["items"] for facet in offered}
    active = []
    for facet in choices.facets:
        chosen = () if facet.is_tab else choices.chosen[facet.name]
        if not chosen:
            continue
        if facet.name in items:
            named = {one["value"]: one["title"] for one in items[facet.name]}
        else:
            named = dict(facet.labels(Counter(), chosen))
        order = {value: place for place, value in enumerate(named)}
        for value in sorted(chosen, key=lambda one: order.get(one, len(order))):
            label = facet.chip(value) if facet.chip else named.get(value, value)
            url = choices.toggled(facet, value)
            active.append({"label": str(label), "url": url})
    return active


def _sorts(choices: Choices) -> list[dict]:
    """The orders to choose from; the usual one is the best first where words are."""
    if not choices.sorts:
        return []
    newest = _("Newest first")
    usual = {"": _("Best match"), NEWEST: newest} if choices.q else {"": newest}
    return [
        {"value": value, "label": str(label)}
        for value, label in {**usual, **choices.sorts}.items()
    ]
