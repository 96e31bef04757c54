"""How many acts each choice of a filter would leave."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cached_property

from django.db.models import Count, Q

from portal.keys import among

# A facet's name in addresses, and the column it counts.
COLUMNS = {
    "hieu-luc": "status_code",
    "loai": "type__abbreviation",
    "co-quan": "issuer_id",
    "nam": "year",
}
_NUMBERS = ("co-quan", "nam")


def narrowed(found, chosen: dict[str, list[str]], *, on: date):
    """The acts that the choices leave, fields of work aside.

    Status is worked out only where it is asked for: it costs more than the rest.
    """
    if chosen["hieu-luc"]:
        found = found.with_status(on)
    for name, column in COLUMNS.items():
        if values := chosen[name]:
            if name in _NUMBERS:
                values = [v for v in values if v.isdecimal() and len(v) < 10]
            found = found.filter(**{f"{column}__in": values})
    return found


class FacetCounts:
    """How many acts each choice would leave, the other facets' choices kept."""

    def __init__(self, acts, found, chosen: dict[str, list[str]], *, on: date) -> None:
        """`acts` are all the library shows, `found` those among them that answer."""
        self.chosen = chosen
        self._active = [
            (name, frozenset(chosen[name])) for name in COLUMNS if chosen[name]
        ]
        self.rows = self._grouped(found, on)
        self.left = self._left(acts, found, on)
        left = Q(pk__in=self.left.order_by().values("pk"))
        per_field = acts.order_by().filter(fields__isnull=False)
        # Slug, name and count of every field the library uses, those with none too.
        self.fields = list(
            per_field.values_list("fields__slug", "fields__name").annotate(
                acts=Count("pk", filter=left)
            )
        )

    def _left(self, acts, found, on: date):
        """The acts that the choices leave, fields of work aside.

        A status is worked out for each of thousands: their keys are read once, and
        not asked for again wherever they are needed.
        """
        left = narrowed(found, self.chosen, on=on)
        if not self.chosen["hieu-luc"]:
            return left
        keys = left.order_by().values_list("pk", flat=True)
        return acts.filter(pk__in=among(keys))

    def _grouped(self, found, on: date) -> list[tuple[dict[str, str], int]]:
        if fields := self.chosen["linh-vuc"]:
            found = found.filter(fields__slug__in=fields)
        groups = found.with_status(on).order_by().values_list(*COLUMNS.values())
        return [
            (dict(zip(COLUMNS, map(str, values), strict=True)), acts)
            for *values, acts in groups.annotate(acts=Count("pk", distinct=True))
        ]

    @cached_property
    def total(self) -> int:
        return sum(acts for _row, acts in self._fitting(""))

    @cached_property
    def _per_value(self) -> dict[str, Counter]:
        counts = {name: Counter() for name in COLUMNS}
        for name, counter in counts.items():
            for row, acts in self._fitting(name):
                counter[row[name]] += acts
        per_field = Counter({slug: acts for slug, _name, acts in self.fields})
        return counts | {"linh-vuc": per_field}

    def _fitting(self, without: str) -> Iterator[tuple[dict[str, str], int]]:
        active = [(name, values) for name, values in self._active if name != without]
        for row, acts in self.rows:
            if all(row[name] in values for name, values in active):
                yield row, acts

    def of(self, name: str, value: str) -> int:
        return self._per_value[name][value]

    def has(self, name: str, value: str) -> bool:
        return any(row[name] == value for row, _acts in self.rows) or (
            value in self.chosen[name]
        )
