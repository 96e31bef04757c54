"""One page of results as templates and JSON show it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.core.paginator import Page
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from portal.listing.choices import Choices
from portal.listing.context import listing_context
from portal.listing.pages import page_of
from portal.search import index_tables, registry
from portal.search.actions import Offer
from portal.search.beside import Placed, with_beside
from portal.search.candidates import PER_PAGE
from portal.search.choices import KIND, chosen_of_day, filter_tokens, search_facets
from portal.search.descriptions import SearchFacet
from portal.search.entry_keys import page_of_key, part_of_key
from portal.search.facet_counts import FacetCounts
from portal.search.find import Search, all_synonyms
from portal.search.found import Found
from portal.search.hits import Hit
from portal.search.query import Query, parse
from portal.search.result_rows import (
    Result,
    cards_of,
    public_pages,
    result,
    service_row,
    shown_entries,
)
from portal.search.services import Offers, offers

MOST_PAGES, MOST_SERVICES = 1_000, 2


class Results:
    """The answer to one reader: built lazily, in a constant number of queries."""

    def __init__(self, choices: Choices, on: date, per_page: int = PER_PAGE) -> None:
        self.choices, self.on, self.per_page = choices, on, per_page
        self._whatever_day: FacetCounts | None = None
        self._search = Search(filter_tokens(choices), fill=True, on=on)
        self._typed = parse(choices.q, all_synonyms())
        found = self._search.run(self._typed)
        if of_day := chosen_of_day(choices):
            found = self._on_that_day(found, of_day)
        self._offers = self._offered(found)
        self._counted, self._placed = found, Placed(found)
        if not (choices.sort or any(choices.chosen.values())):
            meant = self._search.asked.ranker(found.query).meant
            self._placed = with_beside(found, self._offers, meant)

    def _on_that_day(
        self, found: Found, of_day: Sequence[tuple[SearchFacet, tuple[str, ...]]]
    ) -> Found:
        """Only pages whose value that day was chosen."""
        before = self._whatever_day = FacetCounts(found, self.choices, self.on)
        pages = before.pages
        for facet, values in of_day:
            codes = before.of_day(facet)
            pages = [page for page in pages if codes.get(page) in values]
        return Search(
            filter_tokens(self.choices), frozenset(pages), fill=True, on=self.on
        ).run(found.query)

    def _offered(self, found: Found) -> Offers:
        """What can be done about the query, where nothing else was chosen."""
        if any(self.choices.chosen.values()) or not found.query.words:
            return Offers([], {})
        # Pages found by a correction do not answer what was typed.
        hits = () if found.corrected else found.hits
        asked = self._search.asked
        offered = offers(self._typed, hits, asked, self.on, MOST_SERVICES)
        return Offers(offered.first, {}) if found.corrected else offered

    @property
    def found(self) -> Found:
        return self._placed.found

    @property
    def services(self) -> list[Offer]:
        """What can be done about the query, where that answers it as well as a page."""
        return self._offers.first

    @property
    def query(self) -> Query:
        return self.found.query

    @cached_property
    def counts(self) -> FacetCounts:
        return FacetCounts(self._counted, self.choices, self.on, self._whatever_day)

    @cached_property
    def total(self) -> int:
        """How many pages answer; what is only shown beside them is not counted."""
        return max(self.counts.total, len(self._counted.hits))

    @cached_property
    def page(self) -> Page[Any]:
        """The rows of the page asked for; too far is the last."""
        shown = min(self.total + len(self.found.beside), MOST_PAGES * self.per_page)
        page = page_of(range(shown), self.choices.page, per_page=self.per_page)
        start = (page.number - 1) * self.per_page
        rows = self._rows(self._hits(start, start + self.per_page))
        page.object_list = rows if start else self._with_services(rows)
        return page

    def _with_services(self, rows: list[Result]) -> list[Result]:
        """With what answers less well than the best page among them, at its place."""
        mixed = list(rows)
        for more, (at, offer) in enumerate(self._placed.among):
            mixed.insert(at + more, service_row(offer))
        return mixed

    def _hits(self, start: int, end: int) -> list[Hit]:
        """Ranked as far as was ranked, then by date."""
        ranked = list(self.found.hits)
        if self.choices.sort:
            return self._by_date()[start:end]
        if end > len(ranked) and self.total > len(ranked):
            known = {hit.page for hit in ranked}
            ranked += [hit for hit in self._by_date() if hit.page not in known]
        return ranked[start:end]

    def _by_date(self) -> list[Hit]:
        """All that was found, the newest first, or the oldest."""
        best = {hit.page: hit.key for hit in self.found.hits}
        if self.found.is_whole or chosen_of_day(self.choices):
            keys: Sequence[int] = sorted(best.values(), reverse=True)
        else:
            keys = self.counts.keys
        pages: dict[int, int] = {}
        for key in keys:
            page = page_of_key(key)
            pages.setdefault(page, best.get(page, key))
        hits = [Hit(page, key, 0.0) for page, key in pages.items()]
        return hits[::-1] if self.choices.sort == "cu" else hits

    def _rows(self, hits: list[Hit]) -> list[Result]:
        own = {hit.key: hit.key - part_of_key(hit.key) for hit in hits}
        entries = shown_entries({*own, *own.values()})
        public = public_pages({hit.page for hit in hits}, self.on)
        cards = cards_of(entries.values(), self.on)
        lacking = self._lacking(hits)
        kinds = {kind.code: str(kind.title) for kind in registry.kinds()}
        rows = []
        for hit in hits:
            page, best = entries.get(own[hit.key]), entries.get(hit.key)
            if hit.page in public and page and best:
                row = result(
                    self.query,
                    hit,
                    page,
                    best,
                    cards,
                    kinds,
                    is_beside=hit.page in self.found.beside,
                )
                lacks = lacking.get(hit.page)
                rows.append(replace(row, lacking=lacks) if lacks else row)
        return rows

    def _lacking(self, hits: Iterable[Hit]) -> dict[int, list[str]]:
        """By page the words it lacks, side by side as typed; one query if any does."""
        whole = self.found.whole
        keys = {
            hit.page: {hit.key, hit.key - part_of_key(hit.key)}
            for hit in hits
            if hit.page not in whole and hit.page not in self.found.beside
        }
        if not keys or not self.is_thin:
            return {}
        lacks = self._search.asked.ranker(self.query).lacks
        rows = index_tables.rows({key for both in keys.values() for key in both})
        found = {row.id: lacks(row) for row in rows}
        return {
            page: self.query.runs(
                frozenset.intersection(*(found[key] for key in both if key in found))
            )
            for page, both in keys.items()
            if both & found.keys()
        }

    @property
    def is_thin(self) -> bool:
        """Whether pages with some of the words were added to those with all.

        Numbers, kinds and states are found by more than the words of a page.
        """
        query = self.query
        is_plain = not (query.number or query.kinds or query.states)
        return bool(self.found.whole) and self.found.is_filled and is_plain

    @property
    def whole_first(self) -> int:
        """How many rows stand before all pages that lack words; 0 if they are mixed."""
        if not self.is_thin or self.choices.sort:
            return 0
        whole, beside = self.found.whole, self.found.beside
        pages = [hit.page for hit in self.found.hits]
        last = max((at for at, page in enumerate(pages) if page in whole), default=-1)
        first = pages[: last + 1]
        return len(first) if whole.union(beside).issuperset(first) else 0

    def tabs(self) -> list[dict[str, Any]]:
        """All, and each kind that has results or was chosen."""
        counts, chosen = self.counts.of_kinds(), self.choices.one(KIND)
        named = [("", _("Everything"), sum(counts.values()))]
        named += [(k.code, str(k.title), counts[k.code]) for k in registry.kinds()]
        return [
            {
                "value": code,
                "title": title,
                "count": count,
                "url": self.choices.url({KIND: (code,)}),
                "current": code == chosen,
            }
            for code, title, count in named
            if count or not code or code == chosen
        ]

    def context(self) -> dict[str, Any]:
        """The listing's choices; of the filters those that would leave something."""
        counts = {
            facet.name: self.counts.of_facet(facet)
            for facet in search_facets(self.choices)
            if not facet.is_tab and facet.kind in ("", self.choices.one(KIND))
        }
        context = listing_context(self.choices, counts, kept=KIND)
        offered = [facet for facet in context["facets"] if facet["items"]]
        return context | {"facets": offered}
