"""How many pages each tab and each filter would leave, the other filters kept."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from portal.models import SearchEntry
from portal.search import registry
from portal.search.candidates import MOST_COUNTED
from portal.search.choices import KIND, Choices
from portal.search.engines import Counts, engine
from portal.search.entries import facet_token, facet_value
from portal.search.finding import Found
from portal.search.keys import page_of_key


class FacetCounts:
    """Counted once per search, from the sets of facets that the found pages have.

    `pages` are those found before a value of the day was chosen, where known.
    """

    def __init__(
        self,
        found: Found,
        choices: Choices,
        on: date,
        pages: Sequence[int] | None = None,
    ) -> None:
        self.choices, self.on = choices, on
        self.found = found
        self._known_pages = pages
        self.counts = self._count()
        self.sets = [
            (frozenset(facets.split()), pages)
            for facets, pages in self.counts.by_facets.items()
        ]
        self.by_day = self._by_day()

    def _count(self) -> Counts:
        if not self.found.wanted.groups:
            return Counts()
        if self.found.loose:
            return self._of_hits()
        asked = replace(self.found.wanted, filters=())
        return engine().counts(asked, slot=self.found.slot, limit=MOST_COUNTED)

    def _of_hits(self) -> Counts:
        """A loose search is what was ranked, and no more."""
        keys = [hit.key for hit in self.found.hits]
        rows = SearchEntry.objects.filter(id__in=keys)
        return Counts(dict(Counter(rows.values_list("facets", flat=True))))

    @property
    def is_complete(self) -> bool:
        return self.counts.complete

    def total(self) -> int:
        if self.choices.of_day():
            return sum(self.by_day.values()) if self.by_day is not None else 0
        return self._sum(self.choices.filters())

    def of_kind(self, kind: str) -> int:
        others = self.choices.filters(without=KIND)
        return self._sum((*others, *(((facet_token(KIND, kind),),) if kind else ())))

    def _sum(self, filters: Iterable[tuple[str, ...]]) -> int:
        filters = [frozenset(tokens) for tokens in filters]
        return sum(
            pages
            for facets, pages in self.sets
            if all(facets & tokens for tokens in filters)
        )

    def of_facet(self, facet: registry.Facet) -> Mapping[str, int]:
        """Pages per value of a facet."""
        if facet.of_day is not None:
            return self._day_counts(facet)
        start = facet_token(facet.name, "")
        filters = [frozenset(t) for t in self.choices.filters(without=facet.name)]
        counted: Counter[str] = Counter()
        for facets, pages in self.sets:
            if all(facets & tokens for tokens in filters):
                for token in facets:
                    if token.startswith(start):
                        counted[facet_value(token)] += pages
        return counted

    def _by_day(self) -> Mapping[str, int] | None:
        chosen = self.choices.of_day()
        if not chosen:
            return None
        facet, values = chosen[0]
        counted = self._day_counts(facet)
        return {value: counted.get(value, 0) for value in values}

    def _day_counts(self, facet: registry.Facet) -> Mapping[str, int]:
        return Counter(facet.of_day(self._pages, self.on).values())

    @cached_property
    def _pages(self) -> Sequence[int]:
        if self._known_pages is not None:
            return self._known_pages
        return pages_found(self.found, self.choices.filters())


def pages_found(found: Found, filters) -> list[int]:
    """The pages behind a search, as many as are counted."""
    if found.loose:
        return [hit.page for hit in found.hits]
    if not found.wanted.groups:
        return []
    keys = engine().candidates(
        replace(found.wanted, filters=filters),
        slot=found.slot,
        in_head=False,
        limit=MOST_COUNTED,
    )
    return list(dict.fromkeys(map(page_of_key, keys)))
