"""Pages that a query means, whatever their words: added to those that were found."""

from dataclasses import replace

from portal.search import index_tables
from portal.search.candidates import Candidates
from portal.search.engines import Filters
from portal.search.found import FEW, Found
from portal.search.hits import best_first, by_page

#: So likely a page must be meant to be added, and where no word is found anywhere.
_ADDED, _ALONE = 0.1, 0.3


def with_meant(found: Found, asked: Candidates, filters: Filters) -> Found:
    """The same and what readers' phrases say is meant, ranked among it."""
    have = {hit.page for hit in found.hits}
    least = _ADDED if have else _ALONE
    shares = asked.ranker(found.query).meant.pages.items()
    pages = [page for page, share in shares if page not in have and share >= least]
    if not pages:
        return found
    scored = asked.of_pages(found.query, pages)
    facets = {row.id: row.facets for row in index_tables.rows(s.key for s in scored)}
    more = by_page(
        one
        for one in scored
        if not any(facets[one.key].isdisjoint(tokens) for tokens in filters)
    )
    if not more:
        return found
    is_whole = found.is_filled or found.loose or not have
    return replace(
        found,
        hits=best_first([*found.hits, *more]),
        loose=found.loose or not have,
        is_filled=found.is_filled or len(have) < FEW,
        whole=found.whole if is_whole else frozenset(have),
    )
