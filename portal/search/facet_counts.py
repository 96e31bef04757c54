"""How many pages each tab and each filter would leave, the other filters kept."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import repeat

from django.utils.functional import cached_property

from portal.listing.choices import Choices
from portal.listing.facets import Narrowed
from portal.search import index_tables
from portal.search.candidates import MOST_COUNTED
from portal.search.choices import KIND, chosen_of_day, filter_tokens, search_facets
from portal.search.descriptions import SearchFacet
from portal.search.engines import Counts, engine
from portal.search.entry_keys import page_of_key
from portal.search.found import Found


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
        return Counts(Counter(index_tables.facets(keys)))

    @cached_property
    def _narrowed(self) -> Narrowed:
        """The sets of tokens, each with its pages; every stored facet looks at all."""
        stored = [one for one in search_facets(self.choices) if one.of_day is None]
        rows = [
            (pages, *repeat(tokens, len(stored)))
            for tokens, pages in self.counts.by_facets.items()
        ]
        return Narrowed(rows, stored, self.choices.chosen, is_grouped=True)

    @property
    def is_complete(self) -> bool:
        return self.counts.complete

    @cached_property
    def total(self) -> int:
        if chosen := chosen_of_day(self.choices):
            facet, values = chosen[0]
            counted = self.of_facet(facet)
            return sum(counted[value] for value in values)
        return self._narrowed.total

    def of_kinds(self) -> Counter[str]:
        """Pages of each kind."""
        return self._narrowed.counts(KIND)

    def of_facet(self, facet: SearchFacet) -> Counter[str]:
        """Pages per value of a facet."""
        if facet.of_day is not None:
            return Counter(self.of_day(facet).values())
        return self._narrowed.counts(facet.name)

    def of_day(self, facet: SearchFacet) -> Mapping[int, str]:
        """What each page that was found has of it, whatever was chosen of the day."""
        if self._before:
            return self._before.of_day(facet)
        if facet.name not in self._of_day and facet.of_day is not None:
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
        filters = filter_tokens(self.choices)
        if not filters:
            return self.counts.keys
        wanted = replace(self.found.wanted, filters=filters)
        return engine().candidates(
            wanted, slot=self.found.slot, in_head=False, limit=MOST_COUNTED
        )
