"""From scored entries to the pages of the results, each once."""

from collections.abc import Iterable
from dataclasses import dataclass

from portal.search.entry_keys import page_of_key
from portal.search.number_rank import OWNED
from portal.search.ranking import Scored


@dataclass(frozen=True, slots=True)
class Hit:
    """A page of the results, and the entry of it that answers best."""

    page: int
    key: int
    score: float
    own_number: bool = False


def best_first(hits: Iterable[Hit]) -> list[Hit]:
    """Of two alike the newer comes first."""
    return sorted(hits, key=lambda hit: (-hit.score, -hit.key))


def by_page(scored: Iterable[Scored]) -> list[Hit]:
    """Each page once, by its best entry; of two alike the newer comes first."""
    best: dict[int, Scored] = {}
    for found in sorted(scored, key=lambda s: (-s.score, -s.key)):
        best.setdefault(page_of_key(found.key), found)
    return [
        Hit(page, found.key, found.score, found.score >= OWNED * 0.3)
        for page, found in best.items()
    ]
