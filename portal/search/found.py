"""What a search found, and what of it still holds on the day."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from portal.kept_rows import KeptRows
from portal.search import registry
from portal.search.engines import Wanted
from portal.search.hits import Hit, best_first
from portal.search.number_rank import OWNED
from portal.search.query import Query
from portal.search.ranking import Scored

#: Of fewer pages with all words every one was weighed.
FEW = 50
#: Of the first so many it is looked at whether they still hold, and what that costs.
_JUDGED, OVER = 20, 0.5


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
    beside: frozenset[int] = frozenset()

    @property
    def is_whole(self) -> bool:
        """Whether the hits are all there are: what the engine counts is other pages."""
        return self.loose or self.is_filled

    @property
    def has_number(self) -> bool:
        """Whether the first page owns all that was said of the number asked for."""
        return bool(self.query.number and self.hits and self.hits[0].score >= OWNED)


def as_it_stands(found: Found, on: date | None, *, over: float = OVER) -> Found:
    """The first pages once more, by what still holds on the day.

    What does not is worth `over` of its score.
    """
    if on is None or found.query.states or found.query.number or found.query.has_year:
        return found
    first, rest = found.hits[:_JUDGED], found.hits[_JUDGED:]
    gone = _over(first, on)
    if not gone:
        return found
    again = [
        replace(hit, score=hit.score * over) if hit.page in gone else hit
        for hit in first
    ]
    return replace(found, hits=[*best_first(again), *rest])


_kept_over: KeptRows[int, bool] = KeptRows(10_000)


def _over(hits: Sequence[Hit], on: date) -> set[int]:
    """The pages that hold no more on the day."""
    pages = sorted({hit.page for hit in hits})
    found = _kept_over.get(pages, partial(_read_over, on=on), of=on)
    return {page for page, is_over in found.items() if is_over}


def _read_over(pages: list[int], on: date) -> dict[int, bool]:
    over = dict.fromkeys(pages, False)
    for states in registry.states():
        if states.over:
            stand = states.on(pages, on).items()
            over |= {page: True for page, codes in stand if {*codes} & {*states.over}}
    return over


def worth(found: Found, best: Scored | None) -> tuple[float, float, float]:
    """What is whole and stands together first; a correction must be better."""
    if best is None:
        return (-1.0, 0.0, 0.0)
    whole = round(best.cover * best.coherence, 3)
    return (whole, 0.0 if found.corrected else 1.0, best.score)
