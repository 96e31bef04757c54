"""From scored entries to the pages of the results, each once."""

from collections.abc import Iterable
from dataclasses import dataclass

from portal.search.entry_keys import page_of_key
from portal.search.number_rank import OWNED
from portal.search.ranking import Scored
from portal.search.weights import W


@dataclass(frozen=True, slots=True)
class Hit:
    """A page of the results, and the entry of it that answers best."""

    page: int
    key: int
    score: float
    own_number: bool = False


def by_page(scored: Iterable[Scored]) -> list[Hit]:
    """Each page once, by its best entry; of two alike the newer comes first.

    An act of which two places answer is more about it than one that has a single one.
    """
    best: dict[int, Scored] = {}
    more: dict[int, float] = {}
    for found in sorted(scored, key=lambda s: (-s.score, -s.key)):
        page = page_of_key(found.key)
        if best.setdefault(page, found).key != found.key:
            more.setdefault(page, found.score)
    hits = []
    for page, found in best.items():
        # All places of a page own its number alike.
        is_owned = found.score >= OWNED * 0.3
        also = 0.0 if is_owned else W.second * more.get(page, 0.0)
        hits.append(Hit(page, found.key, found.score + also, is_owned))
    return sorted(hits, key=lambda hit: (-hit.score, -hit.key)) if more else hits
