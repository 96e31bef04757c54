"""The initiatives as narrow rows: what a listing filters, counts and sorts by."""

import json
from functools import cache, partial
from typing import NamedTuple

from django.db.models import (
    Case,
    Count,
    IntegerField,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast

from documents.models.replications import Replication
from documents.showcase.bands import band
from documents.showcase.directory import Directory
from documents.showcase.facets import Facet
from documents.showcase.words import query_words, telling_words
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
YES = "co"
_MOST_COMPARED = 6


class Found(NamedTuple):
    """Rows `(key, one value for each facet in the order of `asked.NAMES`)`."""

    rows: list[tuple]
    applied: dict[int, int]
    costs: dict[int, int | None]
    is_nearest: bool = False


def applied_counts() -> dict[int, int]:
    """In how many places each initiative is confirmed to be applied."""
    counted = Replication.objects.counted().order_by().values("initiative_id")
    return dict(counted.annotate(n=Count("pk")).values_list("initiative_id", "n"))


def find(
    pages: QuerySet, query: str, directory: Directory, *, best_first: bool = True
) -> Found:
    """Every initiative that answers the words, the best first or just the newest.

    Where none holds all words, those that hold at least half of the telling ones.
    """
    words = query_words(query)
    newest = pages.order_by("-first_published_at", "-pk")
    applied = applied_counts()
    if not words:
        return _read(newest, applied)
    in_units = [
        key
        for key, name in directory.units.items()
        if all(word in fold(name) for word in words)
    ]
    related = {other for key in in_units for other in directory.families[key]}
    exact = Q(folded__contains=f" {' '.join(words)}")
    matching = Q(unit__in=related) if related else Q()
    every = Q()
    for word in words:
        every &= Q(folded__contains=f" {word}")
    answering = newest.filter(matching | every if related else every)
    if best_first:
        rank = Case(When(exact, then=Value(0)), default=Value(1))
        answering = answering.annotate(rank=rank)
        answering = answering.order_by("rank", *newest.query.order_by)
    found = _read(answering, applied)
    return found if found.rows else _nearest(newest, query, applied)


def _nearest(newest: QuerySet, query: str, applied: dict[int, int]) -> Found:
    """By the longest words: those tell most, and each costs a look at every text."""
    words = sorted(telling_words(query), key=len, reverse=True)[:_MOST_COMPARED]
    if len(words) < 2:
        return Found([], {}, {})
    score = sum(
        (
            Case(
                When(folded__contains=f" {word}", then=Value(1)),
                default=Value(0),
                output_field=IntegerField(),
            )
            for word in words
        ),
        start=Value(0),
    )
    near = newest.annotate(score=score).filter(score__gte=(len(words) + 1) // 2)
    found = _read(near.order_by("-score", *newest.query.order_by), applied)
    return found._replace(is_nearest=bool(found.rows))


def _read(pages: QuerySet, applied: dict[int, int]) -> Found:
    raw = pages.annotate(raw_kinds=Cast("kinds", TextField())).values_list(*_COLUMNS)
    rows, costs = [], {}
    for pk, field, kinds, level, cost, effort, place, year, unit in raw:
        costs[pk] = cost
        again = pk in applied
        rows.append(
            (pk, field, kinds, level, band(cost), effort, again, place, year, unit)
        )
    return Found(rows, applied, costs)


def facets(directory: Directory) -> list[Facet]:
    """How a stored value answers to choices, in the order of `asked.NAMES`."""
    return [
        Facet("linh-vuc", lambda key: (directory.fields[key][0],)),
        Facet("loai", _kinds),
        Facet("cap", _itself),
        Facet("chi-phi", _itself),
        Facet("thoi-gian", _itself),
        Facet("nhan-rong", lambda again: (YES,) if again else ()),
        Facet("noi", partial(_keys, directory.inside)),
        Facet("nam", _itself),
        Facet("don-vi", partial(_keys, directory.families)),
    ]


@cache
def _kinds(raw: str) -> tuple[str, ...]:
    return tuple(json.loads(raw or "[]"))


def _itself(value) -> tuple[str, ...]:
    return (str(value),) if value not in (None, "") else ()


def _keys(related: dict, key: int | None) -> tuple[str, ...]:
    return tuple(map(str, related.get(key, ())))
