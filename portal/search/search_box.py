"""The box of a listing: the one search, asked for pages of one kind.

A listing filters, counts and sorts its own rows; which pages answer, which of them come
first and where in them the words stand is said here.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from portal.models import SearchEntry
from portal.search import rebuild
from portal.search.analyser import composed, folded_words
from portal.search.candidates import MOST_COUNTED
from portal.search.choices import KIND
from portal.search.engines import Wanted, engine
from portal.search.entries import facet_token
from portal.search.entry_keys import page_of_key
from portal.search.find import find
from portal.search.found import Found
from portal.search.query import Query
from portal.search.result_rows import said, shown_entries
from portal.search.snippets import Piece, marked, snippet


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a page the words stand; `title` and `url` are those of an article."""

    words: Sequence[Piece]
    title: Sequence[Piece] = ()
    url: str = ""
    is_file: bool = False

    @property
    def is_marked(self) -> bool:
        return any(piece.marked for piece in (*self.words, *self.title))


@dataclass(frozen=True)
class Answer:
    """Keys of pages, the best first; beyond what was ranked the newest come first.

    `is_complete` says that there are no more than these, `is_outdated` that nothing was
    found in an index that is still to be built.
    """

    found: Found
    pages: Sequence[int] = ()
    is_complete: bool = True
    is_outdated: bool = False

    @property
    def query(self) -> Query:
        return self.found.query

    @property
    def read_as(self) -> str:
        """What was searched for, where that is not what was typed."""
        return self.query.text if self.found.corrected and self.pages else ""

    @property
    def is_loose(self) -> bool:
        """No page has all of it; these have what tells most."""
        return self.found.loose and bool(self.pages)

    @cached_property
    def _order(self) -> dict[int, int]:
        return {page: place for place, page in enumerate(self.pages)}

    def rank(self, page: int) -> int:
        """The page's place in the order; what was not found comes last."""
        return self._order.get(page, len(self.pages))

    def in_order(self, pages: Sequence[int]) -> "Answer":
        """The same answer with its pages in another order, or with some beside them."""
        return replace(self, pages=tuple(pages))

    def only(self, pages: Sequence[int]) -> "Answer":
        """These pages and no others: somebody knows that they are meant."""
        found = replace(self.found, loose=False, corrected=False)
        return replace(self, pages=tuple(pages), found=found)

    def is_all_in(self, text: str) -> bool:
        """Whether the text has every word that was searched for."""
        words = set(folded_words(composed(text)))
        return words.issuperset(self.query.folded)

    def places(self, pages: Collection[int]) -> dict[int, Place]:
        """Where the words stand in each ranked page that says them; one query."""
        hits = [hit for hit in self.found.hits if hit.page in pages]
        keys = [hit.key for hit in hits if not hit.own_number]
        entries = shown_entries(keys) if keys else {}
        places = {
            hit.page: self._place(entries[hit.key])
            for hit in hits
            if hit.key in entries
        }
        return {page: place for page, place in places.items() if place.is_marked}

    def _place(self, entry: SearchEntry) -> Place:
        words = snippet(said(entry), self.query)
        if not entry.part:
            return Place(words)
        return Place(words, marked(entry.title, self.query), entry.url, entry.is_file)


def add_places(
    rows: Iterable[Any], found: Answer, *, shown: Callable[[Any], str] | None = None
) -> None:
    """Note on each page of a listing where in it the words stand, if anywhere.

    `shown` is what its row shows in any case: where that has all words it is enough.
    """
    rows = list(rows)
    silent = [row for row in rows if not (shown and found.is_all_in(shown(row)))]
    places = found.places({row.pk for row in silent})
    for row in rows:
        row.found_place = places.get(row.pk)


def answer(text: str, kind: str) -> Answer:
    """What a search for pages of that kind finds, in a constant number of queries.

    Of words that are everywhere, all titles and the newest texts are looked through.
    What is public is for the listing to say once more.
    """
    filters = ((facet_token(KIND, kind),),)
    found = find(text, filters)
    ranked = [hit.page for hit in found.hits]
    if not ranked:
        return Answer(found, is_outdated=rebuild.is_outdated())
    if found.loose:
        return Answer(found, tuple(ranked))
    wanted = replace(found.wanted, filters=filters)
    keys = _keys(wanted, found.slot, in_head=False)
    is_complete = len(keys) < MOST_COUNTED
    if not is_complete:
        keys = sorted({*keys, *_keys(wanted, found.slot, in_head=True)}, reverse=True)
    pages = dict.fromkeys([*ranked, *map(page_of_key, keys)])
    return Answer(found, tuple(pages), is_complete)


def _keys(wanted: Wanted, slot: int, *, in_head: bool) -> list[int]:
    return engine().candidates(wanted, slot=slot, in_head=in_head, limit=MOST_COUNTED)
