"""What each search reads of the index's own tables, in plain SQL.

A search asks half a dozen such questions, and having the ORM write them anew each time
took longer than the database takes to answer.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db import connection

from portal.search.entry_keys import part_of_key
from portal.search.ranking import IndexRow
from portal.search.syllable_codes import coded, is_coded

Rows = list[tuple[Any, ...]]


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
    asked = "SELECT term, pages FROM portal_searchterm WHERE term "
    if connection.vendor == "postgresql":
        # One value, however many terms there are: quicker to plan.
        return dict(_rows(f"{asked} = ANY(%s)", [list(terms)]))
    return dict(_rows(f"{asked} IN ({', '.join(['%s'] * len(terms))})", list(terms)))


def rows(keys: Iterable[int], *, with_texts: bool = True) -> list[IndexRow]:
    """What the ranker reads of these entries, their texts coded or left out."""
    # Whole numbers, ours: nothing to escape.
    listed = ", ".join(str(int(key)) for key in keys)
    if not listed:
        return []
    columns = "id, folded, exact, keys, context, facets, asked, "
    columns += "body" if with_texts else "''"
    found = _rows(f"SELECT {columns} FROM portal_searchentry WHERE id IN ({listed})")  # noqa: S608
    return [
        IndexRow._make([*row, body if is_coded(body) else coded(body)])
        for *row, body in found
    ]


def texts(keys: Iterable[int]) -> dict[int, str]:
    """Title, readers' own phrases and text of these entries, as they were written."""
    listed = ", ".join(str(int(key)) for key in keys)
    if not listed:
        return {}
    found = _rows(
        "SELECT e.id, e.title, t.asked_as, t.text FROM portal_searchentry e"  # noqa: S608
        f" LEFT JOIN portal_searchtext t ON t.entry_id = e.id WHERE e.id IN ({listed})"
    )
    return {key: "\n".join(filter(None, pieces)) for key, *pieces in found}


def titles(keys: Iterable[int]) -> dict[int, tuple[str, str, str]]:
    """Of the pages of these entries title, address and facets, by the entries' keys."""
    own = {key: key - part_of_key(key) for key in keys}
    listed = ", ".join(str(int(key)) for key in set(own.values()))
    if not listed:
        return {}
    found = {
        key: (title, url, facets)
        for key, title, url, facets in _rows(
            "SELECT id, title, url, facets FROM portal_searchentry "  # noqa: S608
            f"WHERE id IN ({listed})"
        )
    }
    return {key: found[page] for key, page in own.items() if page in found}


def _rows(sql: str, values: Sequence[str | list[str]] | None = None) -> Rows:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        found: Rows = cursor.fetchall()
    return found
