"""Programmes and their classes: which of them a reader is led to first."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from portal.search import index_tables
from portal.search.entry_keys import page_of_key, part_of_key
from portal.search.found import Found
from portal.search.hits import Hit
from portal.search.index_row import IndexRow
from portal.search.query import Query

#: Among so many of the first pages classes are looked for.
_JUDGED = 20
#: A programme that answers so much less well than its class does not answer for it.
_ALIKE = 0.5
_BESIDE = 0.2


def programmes_first(found: Found, groups: Collection[int]) -> Found:
    """A programme before its classes, unless the query says what tells one of them, or
    how it stands; `groups` are the keys of programmes."""
    query = found.query
    if query.states or query.number:
        return found
    hits = list(found.hits[:_JUDGED])
    of_classes = [hit for hit in hits if hit.key in groups]
    if not of_classes:
        return found
    rows = _rows(hits)
    for group in (hit for hit in of_classes if hit.page in rows):
        whole = rows[group.page]
        classes = [
            hit
            for hit in hits
            if hit is not group
            and hit.page in rows
            and rows[hit.page].title.startswith(whole.title)
        ]
        if not classes:
            continue
        at, before = hits.index(group), hits.index(classes[0])
        if at < before:
            if of_day := [h for h in classes if _is_of_day(query, rows[h.page])]:
                # The day was said: it is the class that is meant.
                hits.insert(at, hits.pop(hits.index(of_day[0])))
            continue
        telling = _telling([rows[hit.page] for hit in classes], whole)
        if (
            group.score >= classes[0].score * _ALIKE
            and telling.isdisjoint(query.telling)
            and not _is_of_day(query, rows[classes[0].page])
        ):
            hits.insert(before, hits.pop(at))
        elif group.score >= classes[0].score * _BESIDE:
            # Who names one class is told next of what it is one of.
            hits.insert(before + 1, hits.pop(at))
    return replace(found, hits=[*hits, *found.hits[_JUDGED:]])


def _rows(hits: Sequence[Hit]) -> dict[int, IndexRow]:
    """What search knows of each page itself, by page."""
    keys = [hit.key - part_of_key(hit.key) for hit in hits]
    return {page_of_key(row.id): row for row in index_tables.rows(keys)}


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
    known = any(f" {keys[0]} " in row.keys for keys in query.days)
    said = (f" {day} {month} " for day, month in query.of_any_year)
    return known or any(day in row.context for day in said)
