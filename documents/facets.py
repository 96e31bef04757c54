"""How many acts each choice of a filter would leave."""

from collections import Counter
from functools import cached_property

from django.db.models import Count

# A facet's name in addresses, and the column it counts.
COLUMNS = {
    "hieu-luc": "status_code",
    "loai": "type__abbreviation",
    "co-quan": "issuer_id",
    "nam": "year",
}


class FacetCounts:
    """How many acts each choice would leave, the other facets' choices kept."""

    def __init__(self, found, chosen: dict[str, list[str]]) -> None:
        self.chosen = chosen
        columns = list(COLUMNS.values())
        plain = found
        if chosen["linh-vuc"]:
            plain = plain.filter(fields__slug__in=chosen["linh-vuc"])
        self.rows = self._grouped(plain, columns)
        self.by_field = self._grouped(
            found.filter(fields__isnull=False), [*columns, "fields__slug"]
        )

    @staticmethod
    def _grouped(found, columns: list[str]) -> list[tuple[dict[str, str], int]]:
        names = (*COLUMNS, "linh-vuc")
        groups = found.order_by().values_list(*columns)
        groups = groups.annotate(acts=Count("pk", distinct=True))
        return [
            (dict(zip(names, map(str, values), strict=False)), acts)
            for *values, acts in groups
        ]

    @cached_property
    def total(self) -> int:
        return sum(n for row, n in self.rows if self._fits(row, ""))

    @cached_property
    def _per_value(self) -> dict[str, Counter]:
        counts = {name: Counter() for name in (*COLUMNS, "linh-vuc")}
        for name, counter in counts.items():
            rows = self.by_field if name == "linh-vuc" else self.rows
            for row, acts in rows:
                if self._fits(row, name):
                    counter[row[name]] += acts
        return counts

    def _fits(self, row: dict[str, str], without: str) -> bool:
        return all(
            row[name] in values
            for name, values in self.chosen.items()
            if values and name != without and name != "linh-vuc"
        )

    def of(self, name: str, value: str) -> int:
        return self._per_value[name][value]

    def has(self, name: str, value: str) -> bool:
        return any(row[name] == value for row, _acts in self.rows) or (
            value in self.chosen[name]
        )
