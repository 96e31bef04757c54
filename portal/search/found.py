"""What a search found, and what of it still holds on the day."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from portal.search import index_tables, registry
from portal.search.engines import Wanted
from portal.search.entry_keys import page_of_key, part_of_key
from portal.search.hits import Hit
from portal.search.index_row import IndexRow
from portal.search.query import Query
from portal.search.ranking import Scored

#: Of the first so many it is looked at whether they still hold, and what that costs.
_JUDGED, _OVER = 20, 0.5
#: A programme that answers so much less well than its class does not answer for it.
_ALIKE = 0.5


@dataclass(frozen=True)
class Found:
    """Ranked pages; `wanted` is what was asked in the end, for counting it.

    `corrected` says that another query than the typed one was searched for,
    `in_title` that some title holds all of its words. `whole` are the pages that hold
    all words where others were added to them.
    """

    query: Query
    hits: Sequence[Hit] = ()
    wanted: Wanted = field(default_factory=lambda: Wanted(()))
    corrected: bool = False
    loose: bool = False
    is_filled: bool = False
    slot: int = 0
    in_title: bool = False
    whole: frozenset[int] = frozenset()

    @property
    def is_whole(self) -> bool:
        """Whether the hits are all there are: what the engine counts is other pages."""
        return self.loose or self.is_filled


def as_it_stands(found: Found, on: date | None, groups: Collection[int]) -> Found:
    """The first pages once more, by what still holds on the day, and each programme
    before its classes where none of them is meant; `groups` are programmes' keys."""
    query = found.query
    if on is None or query.states or query.number:
        return found
    first, rest = found.hits[:_JUDGED], found.hits[_JUDGED:]
    again = list(first)
    over = () if query.has_year else _over(first, on)
    if over:
        again = [
            replace(hit, score=hit.score * _OVER) if hit.page in over else hit
            for hit in first
        ]
        again.sort(key=lambda hit: (-hit.score, -hit.key))
    return replace(found, hits=[*_groups_first(query, again, groups), *rest])


def _rows(hits: Sequence[Hit]) -> dict[int, IndexRow]:
    """What search knows of each page itself, by page."""
    keys = [hit.key - part_of_key(hit.key) for hit in hits]
    return {page_of_key(row.id): row for row in index_tables.rows(keys)}


def _over(hits: Sequence[Hit], on: date) -> set[int]:
    """The pages that hold no more on the day."""
    pages = {hit.page for hit in hits}
    over: set[int] = set()
    for states in registry.states():
        if states.over and pages:
            stand = states.on(pages, on).items()
            over |= {page for page, codes in stand if {*codes} & {*states.over}}
    return over


def _groups_first(query: Query, hits: list[Hit], groups: Collection[int]) -> list[Hit]:
    """A programme before its classes, unless the query says what tells one of them."""
    of_classes = [hit for hit in hits[1:] if hit.key in groups]
    rows = _rows(hits) if of_classes else {}
    for group in (hit for hit in of_classes if hit.page in rows):
        whole = rows[group.page]
        classes = [
            hit
            for hit in hits
            if hit is not group
            and hit.page in rows
            and rows[hit.page].title.startswith(whole.title)
        ]
        at = hits.index(group)
        if not classes or at < (before := hits.index(classes[0])):
            continue
        telling = _telling([rows[hit.page] for hit in classes], whole)
        if (
            group.score >= classes[0].score * _ALIKE
            and telling.isdisjoint(query.telling)
            and not _is_of_day(query, rows[classes[0].page])
        ):
            hits.insert(before, hits.pop(at))
    return hits


def _telling(classes: Sequence[IndexRow], group: IndexRow) -> frozenset[str]:
    """What the first is called, or is, and its programme and its sisters are not."""
    first, *others = classes
    title = first.title_words - group.title_words
    about = first.about - group.about
    if others:
        title -= frozenset.intersection(*(row.title_words for row in others))
        about -= frozenset.intersection(*(row.about for row in others))
    return title | about


def _is_of_day(query: Query, row: IndexRow) -> bool:
    return any(f" {keys[0]} " in row.keys for keys in query.days)


def worth(found: Found, best: Scored | None) -> tuple[float, float, float]:
    """What is whole and stands together first; a correction must be better."""
    if best is None:
        return (-1.0, 0.0, 0.0)
    whole = round(best.cover * best.coherence, 3)
    return (whole, 0.0 if found.corrected else 1.0, best.score)
