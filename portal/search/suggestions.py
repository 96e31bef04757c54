"""What a reader may mean while still typing: titles whose words so begin."""

import re
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from portal.models import SearchEntry
from portal.search import registry
from portal.search.engines import Filters, Wanted
from portal.search.entries import facet_token
from portal.search.find import Search, all_synonyms
from portal.search.found import OVER, Found, as_it_stands
from portal.search.hits import Hit
from portal.search.numbers import find_numbers
from portal.search.query import Query, clean, parse
from portal.search.result_rows import public_pages

MOST = 8
_SHORTEST = 2
#: By so few words what is over is hardly meant: its title counts as a mention does.
_FEW, _OVER = 2, 0.15
#: A number whose year is being typed: 36/20.
_YEAR_BEGUN = re.compile(r"(\d{1,5})\s?/\s?(\d{1,3})")


@dataclass(frozen=True, slots=True)
class Suggestion:
    title: str
    about: str
    url: str


def suggestions(text: str, *, kind: str = "") -> list[Suggestion]:
    """The best titles for a beginning; none for a single letter."""
    codes = {one.code: str(one.title) for one in registry.kinds()}
    filters = ((facet_token("muc", kind),),) if kind in codes else ()
    today = timezone.localdate()
    hits = begun_hits(text, filters, today)[: MOST * 2]
    keys = [hit.key for hit in hits]
    rows = SearchEntry.objects.only("page_id", "title", "url", "symbol", "kind")
    entries = rows.in_bulk(keys)
    public = public_pages({hit.page for hit in hits}, today)
    shown = [
        entries[hit.key] for hit in hits if hit.page in public and hit.key in entries
    ]
    return [
        Suggestion(
            f"{row.symbol}: {row.title}" if row.symbol else row.title,
            codes.get(row.kind, ""),
            row.url,
        )
        for row in shown[:MOST]
    ]


def begun_hits(text: str, filters: Filters = (), on: date | None = None) -> list[Hit]:
    """Titles that so begin, else what a search would find.

    With a day, what still holds on it comes before what does not.
    """
    query = parse(text, all_synonyms())
    if len(clean(text)) < _SHORTEST or not query:
        return []
    search = Search(filters)
    hits = _begun(search, query, filters) or search.run(query).hits
    over = _OVER if len(query.sequence) <= _FEW else OVER
    return list(as_it_stands(Found(query, hits), on, over=over).hits)


def _begun(search: Search, query: Query, filters: Filters) -> list[Hit]:
    """Titles that hold all words, the last one perhaps only begun."""
    if query.number and find_numbers(query.text) and not query.words:
        key = query.number.ladder()[-1]
        return search.begun(query, Wanted((), filters, starts=f"s{key}"))
    if typed := _YEAR_BEGUN.fullmatch(clean(query.text)):
        key = f"s{int(typed[1])}y{typed[2]}"
        return search.begun(query, Wanted((), filters, starts=key))
    if not query.words:
        return []
    *whole, last = query.sequence
    groups = replace(query, words=query.words[: len(whole)]).groups() if whole else ()
    return search.begun(query, Wanted(groups, filters, starts=last))
