"""What belongs to a page: what its readers also need, and the list it stands in."""

from collections.abc import Collection, Mapping

from portal.kept_rows import KeptRows
from portal.search import index_tables, registry
from portal.search.entry_keys import record_of
from portal.search.services import beside

#: What a page is worth to readers of another by its place in the other's list; the same
#: the other way round.
_PLACES = (1.0, 0.8, 0.65, 0.5, 0.4, 0.3)
#: Its list, series or board helps nearly everybody a little.
_PARENT = _BOARD = 1.2

#: A page by its key, a service by its code.
Target = int | str
_kept: KeptRows[int, Mapping[Target, float]] = KeptRows(2_000)


def related_to(pages: Collection[int]) -> dict[int, Mapping[Target, float]]:
    """By page what belongs to it, and how closely: up to 1.2. At most two queries."""
    return _kept.get(pages, _read)


def related_to_service(code: str) -> dict[Target, float]:
    """What belongs to a service, as `related_to` says it of a page."""
    return {
        target: _PARENT if isinstance(target, int) else _PLACES[place]
        for target, place in beside(code).items()
    }


def _read(pages: list[int]) -> dict[int, Mapping[Target, float]]:
    found: dict[int, dict[Target, float]] = {page: {} for page in pages}

    def add(page: int, other: Target, worth: float) -> None:
        if page in found and page != other:
            found[page][other] = max(found[page].get(other, 0.0), worth)

    records = {page: row for page in pages if (row := record_of(page))}
    in_tree = [page for page in pages if page not in records]
    for page, other, place in index_tables.related(in_tree):
        if place < len(_PLACES):
            add(page, other, _PLACES[place])
            add(other, page, _PLACES[place])
    for page, parent in index_tables.parents(in_tree).items():
        add(page, parent, _PARENT)
    for page, (number, _key) in records.items():
        if board := registry.records()[number].board:
            add(page, board, _BOARD)
    return dict(found)
