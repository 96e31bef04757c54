"""One page of results as templates and JSON show it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.paginator import Page
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.models import Page as WagtailPage

from portal.listing.choices import Choices
from portal.listing.context import listing_context
from portal.listing.pages import page_of
from portal.models import SearchEntry
from portal.page_tree import view_restrictions
from portal.search import index_tables, registry
from portal.search.candidates import PER_PAGE
from portal.search.choices import KIND, chosen_of_day, filter_tokens, search_facets
from portal.search.entry_keys import (
    page_of_key,
    part_of_key,
    record_of,
    record_page,
)
from portal.search.facet_counts import FacetCounts
from portal.search.find import Found, Search, all_synonyms
from portal.search.query import Query, parse
from portal.search.ranking import Hit
from portal.search.registry import SearchFacet
from portal.search.services import Offer, offers
from portal.search.snippets import Piece, marked, snippet

MOST_PAGES, MOST_SERVICES = 1_000, 2


@dataclass(frozen=True, slots=True)
class Result:
    """A page that answers; `part` is the place in it that does, if it is one.

    `lacking` are words of the query that stand nowhere in it, where others have all.
    """

    kind: str
    kind_title: str
    title: Sequence[Piece]
    url: str
    symbol: str
    snippet: Sequence[Piece]
    date: date | None
    is_sample: bool
    is_number: bool
    part: Sequence[Piece] = ()
    part_url: str = ""
    is_file: bool = False
    card: registry.Card | None = None
    lacking: Sequence[str] = ()

    @property
    def plain_title(self) -> str:
        return "".join(piece.text for piece in self.title)

    @property
    def plain_snippet(self) -> str:
        return "".join(piece.text for piece in self.snippet)


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
        self.found: Found = found

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

    @cached_property
    def services(self) -> list[Offer]:
        """What can be done about the query, where that answers it as well as a page."""
        if any(self.choices.chosen.values()) or not self.query.words:
            return []
        # Pages found by a correction do not answer what was typed.
        hits = () if self.found.corrected else self.found.hits
        asked = self._search.asked
        return offers(self._typed, hits, asked, self.on, MOST_SERVICES)

    @property
    def query(self) -> Query:
        return self.found.query

    @cached_property
    def counts(self) -> FacetCounts:
        return FacetCounts(self.found, self.choices, self.on, self._whatever_day)

    @cached_property
    def total(self) -> int:
        return max(self.counts.total, len(self.found.hits))

    @cached_property
    def page(self) -> Page[Any]:
        """The rows of the page asked for; too far is the last."""
        shown = min(self.total, MOST_PAGES * self.per_page)
        page = page_of(range(shown), self.choices.page, per_page=self.per_page)
        start = (page.number - 1) * self.per_page
        page.object_list = self._rows(self._hits(start, start + self.per_page))
        return page

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
        cards = self._cards(entries.values())
        lacking = self._lacking(hits)
        return [
            replace(
                self._result(hit, entries[own[hit.key]], entries[hit.key], cards),
                lacking=lacking.get(hit.page, ()),
            )
            for hit in hits
            if hit.page in public and own[hit.key] in entries and hit.key in entries
        ]

    def _lacking(self, hits: Iterable[Hit]) -> dict[int, list[str]]:
        """By page the words it lacks, side by side as typed; one query if any does."""
        whole = self.found.whole
        keys = {
            hit.page: {hit.key, hit.key - part_of_key(hit.key)}
            for hit in hits
            if hit.page not in whole
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
        """How many pages with all words stand before all others; 0 if mixed."""
        if not self.is_thin or self.choices.sort:
            return 0
        whole = self.found.whole
        first = [hit.page in whole for hit in self.found.hits]
        count = sum(first)
        return count if all(first[:count]) else 0

    def _cards(self, entries: Iterable[SearchEntry]) -> dict[int, registry.Card]:
        """The chips of the kinds that have one: a query for each such kind."""
        pages: dict[str, set[int]] = {}
        for entry in entries:
            pages.setdefault(entry.kind, set()).add(entry.page_id)
        return {
            page: card
            for kind, ids in pages.items()
            for page, card in registry.cards(kind, ids, self.on).items()
        }

    def _result(
        self,
        hit: Hit,
        entry: SearchEntry,
        best: SearchEntry,
        cards: Mapping[int, registry.Card],
    ) -> Result:
        titles = {kind.code: str(kind.title) for kind in registry.kinds()}
        is_number = hit.own_number
        is_part = best.part > 0 and not is_number
        text = said(best) if is_part else said(entry)
        return Result(
            kind=entry.kind,
            kind_title=titles.get(entry.kind, ""),
            title=marked(entry.title, self.query),
            url=entry.url,
            symbol=entry.symbol,
            snippet=snippet(text or said(entry), self.query),
            date=entry.dated,
            is_sample=entry.is_sample,
            is_number=is_number,
            part=marked(best.title, self.query) if is_part else (),
            part_url=best.url if is_part else "",
            is_file=is_part and best.is_file,
            card=cards.get(entry.page_id),
        )

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


def shown_entries(keys: Collection[int]) -> dict[int, SearchEntry]:
    """Entries with what they say and without what they are found by, in one query."""
    rows = SearchEntry.objects.defer(
        "folded", "exact", "context", "body", "keys", "asked", "words__asked_as"
    )
    return rows.select_related("words").in_bulk(keys)


def said(entry: SearchEntry) -> str:
    """What the entry says; nothing while an older index waits to be rebuilt."""
    words = getattr(entry, "words", None)
    return words.text if words else ""


def public_pages(pages: set[int], on: date) -> set[int]:
    """Once more, whatever the index says: drafts and closed sections are not shown."""
    public, others = set(), {page: row for page in pages if (row := record_of(page))}
    for number, kind in registry.records().items():
        keys = [key for of, key in others.values() if of == number]
        for record in kind.read(keys, on) if keys else ():
            public.add(record_page(number, record.pk))
    pages = pages.difference(others)
    if not pages:
        return public
    rows = WagtailPage.objects.filter(pk__in=pages, live=True)
    rows = rows.filter(view_restrictions.outside(view_restrictions.closed_sections()))
    return public.union(rows.values_list("pk", flat=True))
