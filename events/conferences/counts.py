"""How many conferences each choice of the listing would show."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.db.models import Count

from events.conferences.months import Month
from portal.models import LocalityKind
from portal.vietnamese import sort_key


class _Group(NamedTuple):
    """Conferences of the same place and days; days are None where nobody knows them."""

    place: int | None
    name: str
    kind: str
    first: date | None
    last: date | None
    number: int

    def is_past(self, today: date) -> bool:
        return self.last is not None and self.last < today

    def months(self) -> Iterator[Month]:
        if self.first is None or self.last is None:
            return
        month = Month.of(self.first)
        while month <= Month.of(self.last):
            yield month
            month = month.shifted(1)


class Counts:
    """Counted from one query over events annotated `with_days`."""

    def __init__(self, events, today: date) -> None:
        columns = ("locality_id", "locality__name", "locality__kind")
        rows = events.order_by().values_list(*columns, "happens_from", "happens_to")
        rows = rows.annotate(number=Count("pk"))
        self.groups = [_Group(*row) for row in rows]
        self.today = today
        # The kind goes with the name: a commune may be called as its old district.
        named = {
            group.place: f"{LocalityKind(group.kind).label} {group.name}"
            for group in self.groups
            if group.place is not None
        }
        by_name = sorted(named.items(), key=lambda item: sort_key(item[1]))
        self.places: dict[int, str] = dict(by_name)

    def _kept(self, is_past: bool | None, place: int | None) -> Iterator[_Group]:
        for group in self.groups:
            if is_past is not None and group.is_past(self.today) != is_past:
                continue
            if place is None or group.place == place:
                yield group

    def total(self, *, is_past: bool | None, place: int | None) -> int:
        return sum(group.number for group in self._kept(is_past, place))

    def by_place(self, *, is_past: bool | None, month: Month | None) -> Counter:
        counts: Counter[int | None] = Counter()
        for group in self._kept(is_past, None):
            if month is None or month in group.months():
                counts[group.place] += group.number
        return counts

    def by_month(self, *, is_past: bool | None, place: int | None) -> Counter:
        counts: Counter[Month] = Counter()
        for group in self._kept(is_past, place):
            for month in group.months():
                counts[month] += group.number
        return counts
