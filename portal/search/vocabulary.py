"""The index's own words: how common each is, and which stand side by side in titles.

Every engine weighs words by it, so that one ranker serves all. It is counted anew by a
rebuild and each night; words of new titles are known at once.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from django.db import connection, transaction

from portal.models import SearchEntry, SearchState, SearchTerm
from portal.search import index_tables
from portal.search.entries import Entry
from portal.search.entry_keys import slot_range

LONGEST = 90
_BATCH = 1_000
_KNOW, _ONCE = "INSERT INTO portal_searchterm (term, pages)", "ON CONFLICT DO NOTHING"


def add_titles(entries: Iterable[Entry]) -> None:
    """Note the words of new titles and of readers' own phrases, so that they are asked
    for, and a slip of the finger finds them."""
    words = {t for e in entries if not e.part for t in _terms(e.folded, e.asked)}
    # In order: of two who publish at once neither waits for the other's second word.
    terms = sorted(words)
    if not terms:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"{_KNOW} SELECT unnest(%s::text[]), 1 {_ONCE}", [terms])
        else:
            rows = ", ".join(["(%s, 1)"] * len(terms))
            cursor.execute(f"{_KNOW} VALUES {rows} {_ONCE}", terms)


def recount(slot: int) -> None:
    """Count all terms of a slot; readers have the old counts until it is done."""
    first, beyond = slot_range(slot)
    entries = SearchEntry.objects.filter(id__gte=first, id__lt=beyond)
    counted: Counter[str] = Counter()
    total = 0
    rows = entries.values_list("folded", "body", "asked", "part")
    for folded, body, asked, part in rows.iterator():
        counted.update(_terms(folded, f"{body} {asked}", has_pairs=part == 0))
        total += 1
    known = dict(SearchTerm.objects.values_list("term", "pages"))
    changed = [
        SearchTerm(term=term, pages=pages)
        for term, pages in counted.items()
        if known.get(term) != pages
    ]
    # In pieces, so that nobody who publishes waits.
    for start in range(0, len(changed), _BATCH):
        SearchTerm.objects.bulk_create(
            changed[start : start + _BATCH],
            update_conflicts=True,
            update_fields=["pages"],
            unique_fields=["term"],
        )
    gone = sorted(set(known) - set(counted))
    for start in range(0, len(gone), _BATCH):
        SearchTerm.objects.filter(term__in=gone[start : start + _BATCH]).delete()
    with transaction.atomic():
        SearchState.objects.filter(pk=1).update(pages=total)


def frequencies(terms: Iterable[str]) -> dict[str, int]:
    """In how many entries each of the terms stands; those unknown are left out."""
    wanted = {term for term in terms if len(term) <= LONGEST}
    return index_tables.frequencies(wanted)


def weight(term: str, known: Mapping[str, int], total: int) -> float:
    """The idf of a term: what is rare says more. An unknown one is just rare."""
    pages = known.get(term, 1)
    return math.log(1 + (max(total, pages) - pages + 0.5) / (pages + 0.5)) + 0.1


def _terms(folded: str, others: str = "", *, has_pairs: bool = True) -> set[str]:
    title = folded.split()
    terms = {*title, *others.split()}
    if has_pairs:
        pairs = map(" ".join, zip(title, title[1:], strict=False))
        terms.update(pair for pair in pairs if len(pair) <= LONGEST)
    return terms
