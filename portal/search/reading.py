"""What each search reads of the index's own tables, in plain SQL.

A search asks half a dozen such questions, and having the ORM write them anew each time
took longer than the database takes to answer.
"""

from collections.abc import Collection, Iterable

from django.db import connection

from portal.search.fields import unpacked
from portal.search.ranking import Row

Rows = list[tuple]


def state() -> tuple[int, int]:
    """The slot readers search, and how many entries it had when last counted."""
    found = _rows("SELECT slot, pages FROM portal_searchstate WHERE id = 1")
    return found[0] if found else (0, 0)


def synonyms() -> list[tuple[str, str]]:
    """The editors' own."""
    return _rows("SELECT short, meaning FROM portal_searchsynonym ORDER BY short")


def frequencies(terms: Collection[str]) -> dict[str, int]:
    """In how many entries each of the terms stands; those unknown are left out."""
    if not terms:
        return {}
    places = ", ".join(["%s"] * len(terms))
    return dict(
        _rows(
            f"SELECT term, pages FROM portal_searchterm WHERE term IN ({places})",  # noqa: S608
            list(terms),
        )
    )


def titles(keys: Iterable[int]) -> list[Row]:
    """What the ranker reads of these entries, their texts aside."""
    return [Row(*row) for row in _entries("id, folded, exact, keys, context", keys)]


def texts(keys: Iterable[int]) -> dict[int, str]:
    """The tokens of these entries' texts."""
    return {key: unpacked(body) for key, body in _entries("id, body", keys)}


def whole(keys: Iterable[int]) -> list[Row]:
    """All the ranker reads of these entries."""
    return [
        Row(*row, unpacked(body))
        for *row, body in _entries("id, folded, exact, keys, context, body", keys)
    ]


def _entries(columns: str, keys: Iterable[int]) -> Rows:
    # Whole numbers, ours: nothing to escape.
    listed = ", ".join(str(int(key)) for key in keys)
    if not listed:
        return []
    return _rows(f"SELECT {columns} FROM portal_searchentry WHERE id IN ({listed})")  # noqa: S608


def _rows(sql: str, values: list | None = None) -> Rows:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()
