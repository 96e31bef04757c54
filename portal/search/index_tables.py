"""What each search reads of the index's own tables, in plain SQL.

A search asks half a dozen such questions, and having the ORM write them anew each time
took longer than the database takes to answer.
"""

from collections.abc import Collection, Iterable, Sequence
from functools import partial
from typing import Any

from django.db import connection

from portal.kept_rows import KeptRows
from portal.search.entry_keys import part_of_key, slot_range
from portal.search.index_row import IndexRow
from portal.search.marks import WrittenText
from portal.search.syllable_codes import coded, is_coded

Rows = list[tuple[Any, ...]]

#: Of some kilobytes each.
_kept_rows: KeptRows[int, IndexRow] = KeptRows(2_000)
_kept_texts: KeptRows[int, WrittenText] = KeptRows(1_000)
_kept_keys: KeptRows[int, int] = KeptRows(10_000)


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
    return dict(_of_terms("SELECT term, pages FROM portal_searchterm", terms))


def phrase_weights(terms: Collection[str]) -> list[tuple[str, float, str]]:
    """What readers' phrases taught of each of these terms: rarity and JSON."""
    asked = "SELECT term, rarity, weights FROM portal_searchphraseterm"
    return _of_terms(asked, terms)


def own_keys(pages: Collection[int], slot: int) -> list[int]:
    """The keys of these pages' own entries in a slot."""
    read = partial(_read_own_keys, slot=slot)
    return [key for key in _kept_keys.get(pages, read, of=slot).values() if key]


def _read_own_keys(pages: Sequence[int], slot: int) -> dict[int, int]:
    """By page, 0 for one that search does not know."""
    first, beyond = slot_range(slot)
    found = _rows(
        "SELECT page_id, id FROM portal_searchentry "  # noqa: S608
        f"WHERE page_id IN ({_listed(pages)}) AND part = 0"
        f" AND id >= {first} AND id < {beyond}"
    )
    return dict.fromkeys(pages, 0) | dict(found)


def rows(keys: Iterable[int], *, with_texts: bool = True) -> list[IndexRow]:
    """What the ranker reads of these entries, the oldest first, their texts coded or
    left out."""
    wanted = sorted(set(keys))
    return list(
        _kept_rows.get(wanted, _read_rows).values()
        if with_texts
        else _read_rows(wanted, body="''").values()
    )


def _read_rows(keys: Sequence[int], body: str = "e.body") -> dict[int, IndexRow]:
    if not keys:
        return {}
    # What readers call an act they call its articles by: a part has its page's phrases.
    found = _rows(
        "SELECT e.id, e.folded, e.exact, e.keys, e.context, e.facets,"  # noqa: S608
        f" COALESCE(own.asked, e.asked), {body} FROM portal_searchentry e"
        " LEFT JOIN portal_searchentry own ON e.part > 0 AND own.id = e.id - e.part"
        f" WHERE e.id IN ({_listed(keys)}) ORDER BY e.id"
    )
    return {
        key: IndexRow(key, folded, exact, words, context, facets, asked, _coded(body))
        for key, folded, exact, words, context, facets, asked, body in found
    }


def _coded(body: str) -> str:
    return body if is_coded(body) else coded(body)


def texts(keys: Iterable[int]) -> dict[int, WrittenText]:
    """Title, readers' own phrases and text of these entries, as they were written."""
    return _kept_texts.get(keys, _read_texts)


def _read_texts(keys: Sequence[int]) -> dict[int, WrittenText]:
    found = _rows(
        "SELECT e.id, e.title, t.asked_as, t.text FROM portal_searchentry e"  # noqa: S608
        " LEFT JOIN portal_searchtext t ON t.entry_id = e.id"
        f" WHERE e.id IN ({_listed(keys)})"
    )
    return {key: WrittenText("\n".join(filter(None, pieces))) for key, *pieces in found}


def titles(keys: Iterable[int]) -> dict[int, tuple[str, str, str]]:
    """Of the pages of these entries title, address and facets, by the entries' keys."""
    own = {key: key - part_of_key(key) for key in keys}
    if not own:
        return {}
    found = {
        key: (title, url, facets)
        for key, title, url, facets in _rows(
            "SELECT id, title, url, facets FROM portal_searchentry "  # noqa: S608
            f"WHERE id IN ({_listed(set(own.values()))})"
        )
    }
    return {key: found[page] for key, page in own.items() if page in found}


def facets(keys: Iterable[int]) -> list[str]:
    """Of each of these entries the set of facets that it has."""
    return [row.facet_line for row in rows(keys)]


def live_pages(pages: Iterable[int]) -> dict[int, str]:
    """Of these pages of the tree those that are live, with their paths in it."""
    listed = _listed(pages)
    if not listed:
        return {}
    asked = "SELECT id, path FROM wagtailcore_page WHERE live AND id IN "
    return dict(_rows(f"{asked} ({listed})"))


def related(pages: Collection[int]) -> list[tuple[int, int, int]]:
    """What editors say beside these pages, and beside whom they say them: page, other,
    and at which place of the page's list, from 0."""
    if not pages:
        return []
    listed = _listed(pages)
    return _rows(
        "SELECT r.page_id, r.other_id, (SELECT COUNT(*) FROM portal_relatedpage b"  # noqa: S608
        " WHERE b.page_id = r.page_id AND (b.sort_order < r.sort_order"
        " OR (b.sort_order = r.sort_order AND b.id < r.id)))"
        " FROM portal_relatedpage r JOIN wagtailcore_page p ON p.id = r.page_id"
        f" WHERE p.live AND (r.page_id IN ({listed}) OR r.other_id IN ({listed}))"
    )


def parents(pages: Collection[int]) -> dict[int, int]:
    """The page that each of these pages of the tree lies below."""
    if not pages:
        return {}
    return dict(
        _rows(
            "SELECT c.id, p.id FROM wagtailcore_page c JOIN wagtailcore_page p"  # noqa: S608
            " ON p.path = SUBSTR(c.path, 1, LENGTH(c.path) - 4)"
            f" WHERE c.id IN ({_listed(pages)})"
        )
    )


def _listed(keys: Iterable[int]) -> str:
    """Whole numbers, ours: nothing to escape."""
    return ", ".join(str(int(key)) for key in keys)


def _of_terms(asked: str, terms: Collection[str]) -> Rows:
    """The rows of a table of terms that are of these."""
    if connection.vendor == "postgresql":
        # One value, however many terms there are: quicker to plan.
        return _rows(f"{asked} WHERE term = ANY(%s)", [list(terms)])
    places = ", ".join(["%s"] * len(terms))
    return _rows(f"{asked} WHERE term IN ({places})", list(terms))


def _rows(sql: str, values: Sequence[str | list[str]] | None = None) -> Rows:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        found: Rows = cursor.fetchall()
    return found
