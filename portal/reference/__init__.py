"""Facts every installation starts from: the province and its former districts."""

import csv
from datetime import date
from importlib import resources

from portal.models import Locality


def load_localities() -> int:
    """Add the localities not yet there; return how many. Edits are left alone."""
    added = 0
    source = resources.files(__name__) / "localities.csv"
    with source.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            parent = None
            if row["parent"]:
                parent = Locality.objects.get(
                    name=row["parent"], kind=row["parent_kind"]
                )
            _locality, created = Locality.objects.get_or_create(
                name=row["name"],
                kind=row["kind"],
                parent=parent,
                defaults={
                    "valid_from": _day(row["valid_from"]),
                    "valid_to": _day(row["valid_to"]),
                },
            )
            added += created
    return added


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
