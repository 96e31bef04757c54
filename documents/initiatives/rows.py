"""The initiatives as narrow rows: what a listing filters, counts and sorts by."""

from typing import NamedTuple

from django.db.models import Count, Q, QuerySet, TextField
from django.db.models.functions import Cast

from documents.enums import INITIATIVES
from documents.initiatives.directory import Directory
from documents.law.search_words import query_words
from documents.models.initiative_index import InitiativeIndexPage
from documents.models.initiatives import InitiativePage
from documents.models.replications import Replication
from portal.keys import among
from portal.page_cache.values import until_published
from portal.search.search_box import Answer, answer
from portal.vietnamese import fold

_COLUMNS = (
    "pk",
    "field_id",
    "raw_kinds",
    "level",
    "cost",
    "effort",
    "locality_id",
    "year",
    "unit_id",
)


class Found(NamedTuple):
    """Rows `(key, one value for each facet in their order)`."""

    rows: list[tuple]
    applied: dict[int, int]
    costs: dict[int, int | None]
    answer: Answer | None = None


def applied_counts() -> dict[int, int]:
    """In how many places each initiative is confirmed to be applied."""
    counted = Replication.objects.counted().order_by().values("initiative_id")
    return dict(counted.annotate(n=Count("pk")).values_list("initiative_id", "n"))


def public_pages(index: InitiativeIndexPage):
    """What readers see below the index."""
    return InitiativePage.objects.child_of(index).live().public()


@until_published()
def every(index: InitiativeIndexPage) -> Found:
    """All of the index's initiatives, the newest first."""
    return _read(public_pages(index), applied_counts())


def find(
    index: InitiativeIndexPage,
    query: str,
    directory: Directory,
    *,
    best_first: bool = True,
) -> Found:
    """Those that answer the words, the best first or just the newest.

    A unit's words find what it made under any of its names.
    """
    answered = answer(query, INITIATIVES)
    units = _units(query, directory)
    if units and answered.is_loose:
        answered = answered.only(())
    meant = Q(pk__in=among(answered.pages)) | Q(unit__in=units)
    pages = public_pages(index).filter(meant)
    found = _read(pages, applied_counts())._replace(answer=answered)
    if best_first:
        found.rows.sort(key=lambda row: answered.rank(row[0]))
    return found


def _units(query: str, directory: Directory) -> set[int]:
    """Units whose name holds all the words, and those they were or have become."""
    words = query_words(query)
    named = [
        key
        for key, name in directory.units.items()
        if words and all(word in fold(name) for word in words)
    ]
    return {other for key in named for other in directory.families[key]}


def _read(pages: QuerySet, applied: dict[int, int]) -> Found:
    newest = pages.order_by("-first_published_at", "-pk")
    raw = newest.annotate(raw_kinds=Cast("kinds", TextField())).values_list(*_COLUMNS)
    rows, costs = [], {}
    for pk, field, kinds, level, cost, effort, place, year, unit in raw:
        costs[pk] = cost
        again = pk in applied
        rows.append((pk, field, kinds, level, cost, effort, again, place, year, unit))
    return Found(rows, applied, costs)
