"""How many pages each tab and each filter would leave, the other filters kept."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.utils.functional import cached_property

from portal.models import SearchEntry
from portal.search import registry
from portal.search.candidates import MOST_COUNTED
from portal.search.choices import KIND, Choices
from portal.search.engines import Counts, engine
from portal.search.entries import facet_token, facet_value
from portal.search.entry_keys import page_of_key
from portal.search.find import Found


class FacetCounts:
    """Counted once per search, from the sets of facets that the found pages have.

    Where values of the day were chosen, `whatever_day` are the counts of what was found
    before: these are counted among the same pages.
    """

    def __init__(
        self,
        found: Found,
        choices: Choices,
        on: date,
        whatever_day: "FacetCounts | None" = None,
    ) -> None:
        self.choices, self.on = choices, on
        self.found = found
        self._before = whatever_day
        self._of_day: dict[str, Mapping[int, str]] = {}

    @cached_property
    def counts(self) -> Counts:
        before = self._before
        if (
            before
            and self.found.wanted == before.found.wanted
            and not self.found.is_whole
        ):
            return before.counts
        if not self.found.wanted.groups:
            return Counts()
        if self.found.is_whole:
            return self._of_hits()
        asked = replace(self.found.wanted, filters=())
        return engine().counts(asked, slot=self.found.slot, limit=MOST_COUNTED)

    def _of_hits(self) -> Counts:
        """A loose search is what was ranked, and no more."""
        keys = [hit.key for hit in self.found.hits]
        rows = SearchEntry.objects.filter(id__in=keys)
        return Counts(Counter(rows.values_list("facets", flat=True)))

    @cached_property
    def sets(self) -> list[tuple[frozenset[str], int]]:
        by_facets = self.counts.by_facets
        return [
            (frozenset(facets.split()), pages) for facets, pages in by_facets.items()
        ]

    @property
    def is_complete(self) -> bool:
        return self.counts.complete

    @cached_property
    def total(self) -> int:
        if chosen := self.choices.of_day():
            facet, values = chosen[0]
            counted = self.of_facet(facet)
            return sum(counted.get(value, 0) for value in values)
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
            return Counter(self.of_day(facet).values())
        start = facet_token(facet.name, "")
        filters = [frozenset(t) for t in self.choices.filters(without=facet.name)]
        counted: Counter[str] = Counter()
        for facets, pages in self.sets:
            if all(facets & tokens for tokens in filters):
                for token in facets:
                    if token.startswith(start):
                        counted[facet_value(token)] += pages
        return counted

    def of_day(self, facet: registry.Facet) -> Mapping[int, str]:
        """What each page that was found has of it, whatever was chosen of the day."""
        if self._before:
            return self._before.of_day(facet)
        if facet.name not in self._of_day:
            self._of_day[facet.name] = facet.of_day(self.pages, self.on)
        return self._of_day[facet.name]

    @cached_property
    def pages(self) -> Sequence[int]:
        """The pages behind the search, newest first, as many as are counted."""
        if self.found.is_whole:
            return [hit.page for hit in self.found.hits]
        return list(dict.fromkeys(map(page_of_key, self.keys)))

    @cached_property
    def keys(self) -> Sequence[int]:
        """Entries that hold all words and pass the filters, as many, newest first."""
        if not self.found.wanted.groups:
            return []
        filters = self.choices.filters()
        if not filters and self.counts.keys is not None:
            return self.counts.keys
        wanted = replace(self.found.wanted, filters=filters)
        return engine().candidates(
            wanted, slot=self.found.slot, in_head=False, limit=MOST_COUNTED
        )
