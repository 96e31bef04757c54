"""Facts every installation starts from: the province, its districts, its communes.

`localities.csv`: `code` is the statistics office's, `follows` the district that ended
and whose name the commune bears. Which other communes lie in a former district no
source here states: officials add that.
"""

import csv
from collections.abc import Iterable
from datetime import date
from importlib import resources

from portal.models import Locality, LocalityKind


def load_localities() -> int:
    """Add the localities not yet there; return how many. Edits are left alone.

    A commune is known by its code, whatever it has been renamed to; one without
    a code and without days, that somebody entered by name, gets them.
    """
    source = resources.files(__name__) / "localities.csv"
    with source.open(encoding="utf-8", newline="") as file:
        return _load(csv.DictReader(file))


def _load(rows: Iterable[dict]) -> int:
    known = list(Locality.objects.all())
    by_code = {place.code: place for place in known if place.code}
    by_name = {(place.name, place.kind, place.parent_id): place for place in known}
    added = 0
    for row in rows:
        parent = None
        if row["parent"]:
            parent = by_name[row["parent"], row["parent_kind"], None]
        key = (row["name"], row["kind"], parent.pk if parent else None)
        if row["code"] in by_code:
            continue
        if key in by_name:
            _complete(by_name[key], row)
            _follow(by_name, by_name[key], row["follows"])
            continue
        place = Locality(
            name=row["name"],
            kind=row["kind"],
            parent=parent,
            code=row["code"],
            valid_from=_day(row["valid_from"]),
            valid_to=_day(row["valid_to"]),
        )
        place.save()
        by_name[key] = place
        added += 1
        _follow(by_name, place, row["follows"])
    return added


def _complete(place: Locality, row: dict) -> None:
    if not row["code"] or place.code or place.valid_to:
        return
    place.code = row["code"]
    place.valid_from = place.valid_from or _day(row["valid_from"])
    place.save()


def _follow(by_name: dict, place: Locality, district: str) -> None:
    key = (district, LocalityKind.DISTRICT, place.parent_id)
    if key in by_name:
        by_name[key].successors.add(place)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
