"""One row of the results: a page that answers, and what is read to show it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import pgettext

from portal.kept_rows import KeptRows
from portal.models import SearchEntry
from portal.page_tree.view_restrictions import closed_sections
from portal.search import index_tables, registry
from portal.search.actions import Offer
from portal.search.descriptions import Card
from portal.search.entry_keys import page_of_key, record_of, record_page
from portal.search.hits import Hit
from portal.search.page_words import is_hub
from portal.search.query import Query
from portal.search.snippets import Piece, beginning, marked, snippet


@dataclass(frozen=True, slots=True)
class Result:
    """A page that answers; `part` is the place in it that does, if it is one.

    `lacking` are words of the query that stand nowhere in it, where others have all;
    `is_beside` says that it is shown for what it has to do with the first, `is_service`
    that it is no page but something that can be done.
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
    card: Card | None = None
    lacking: Sequence[str] = ()
    is_beside: bool = False
    is_service: bool = False

    @property
    def plain_title(self) -> str:
        return "".join(piece.text for piece in self.title)

    @property
    def plain_snippet(self) -> str:
        return "".join(piece.text for piece in self.snippet)


def result(
    query: Query,
    hit: Hit,
    entry: SearchEntry,
    best: SearchEntry,
    cards: Mapping[int, Card],
    kinds: Mapping[str, str],
    *,
    is_beside: bool = False,
) -> Result:
    """`kinds` are what each kind is called; what stands beside shows how it begins."""
    is_number = hit.own_number
    is_part = best.part > 0 and not is_number
    # What a list holds is of many days, and the day it was made says nothing.
    is_list = is_hub(entry.facets)
    text = said(best) if is_part else said(entry)
    return Result(
        kind=entry.kind,
        kind_title=pgettext("page", "List") if is_list else kinds.get(entry.kind, ""),
        title=(Piece(entry.title),) if is_beside else marked(entry.title, query),
        url=entry.url,
        symbol=entry.symbol,
        snippet=beginning(said(entry))
        if is_beside
        else snippet(text or said(entry), query),
        date=None if is_list else entry.dated,
        is_sample=entry.is_sample,
        is_number=is_number,
        part=marked(best.title, query) if is_part else (),
        part_url=best.url if is_part else "",
        is_file=is_part and best.is_file,
        card=cards.get(entry.page_id),
        is_beside=is_beside,
    )


def service_row(offer: Offer) -> Result:
    """Something that can be done, as a row among pages."""
    return Result(
        kind="",
        kind_title=pgettext("search", "To be done here"),
        title=(Piece(offer.title),),
        url=offer.url,
        symbol="",
        snippet=(Piece(offer.about),),
        date=None,
        is_sample=False,
        is_number=False,
        is_service=True,
    )


def cards_of(entries: Iterable[SearchEntry], on: date) -> dict[int, Card]:
    """The chips of the kinds that have one: a query for each such kind."""
    pages: dict[str, set[int]] = {}
    for entry in entries:
        pages.setdefault(entry.kind, set()).add(entry.page_id)
    return {
        page: card
        for kind, ids in pages.items()
        for page, card in registry.cards(kind, ids, on).items()
    }


#: With their texts, of which one may have hundreds of kilobytes and most have few.
_kept_entries: KeptRows[int, SearchEntry] = KeptRows(400)


def shown_entries(keys: Collection[int]) -> dict[int, SearchEntry]:
    """Entries with what they say and without what they are found by, in one query."""
    return _kept_entries.get(keys, _read_entries)


def entries_of(pages: Sequence[int]) -> dict[int, SearchEntry]:
    """By page the entry of the whole page; what search does not know is missing."""
    slot, _pages = index_tables.state()
    keys = {page_of_key(key): key for key in index_tables.own_keys(pages, slot)}
    entries = shown_entries(keys.values())
    return {page: entries[key] for page, key in keys.items() if key in entries}


def _read_entries(keys: list[int]) -> dict[int, SearchEntry]:
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
    records = {page for page in pages if record_of(page)}
    closed = closed_sections()
    live = index_tables.live_pages(pages - records)
    public = {page for page, path in live.items() if not path.startswith(closed)}
    shown = _kept_records.get(records, lambda keys: _read_records(keys, on), of=on)
    return public.union(page for page, is_public in shown.items() if is_public)


#: Whether a row that is no page is shown that day.
_kept_records: KeptRows[int, bool] = KeptRows(2_000)


def _read_records(pages: list[int], on: date) -> dict[int, bool]:
    found = dict.fromkeys(pages, False)
    of = [row for page in pages if (row := record_of(page))]
    for number, kind in registry.records().items():
        keys = [key for one, key in of if one == number]
        for record in kind.read(keys, on) if keys else ():
            found[record_page(number, record.pk)] = True
    return found
