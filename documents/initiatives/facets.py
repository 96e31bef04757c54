"""What the initiatives are narrowed by."""

import json
from collections import Counter
from collections.abc import Sequence
from functools import partial

from django.utils.translation import gettext as _

from documents.initiatives.bands import band_labels, bands, kept_labels
from documents.initiatives.directory import Directory
from documents.models.initiative_enums import Effort, Kind, ReachLevel
from portal.listing.facets import Facet, Labels, by_name, every, is_key, years

YES = "co"
_MOST_SHOWN = 12


def facets(directory: Directory) -> tuple[Facet, ...]:
    """In the order of the columns of `rows.Found` and of the page."""
    fields, places = directory.fields, directory.places
    units = {key: directory.unit_label(key) for key in directory.units}
    again = every((YES, _("By at least one other unit")))
    return (
        Facet(
            "linh-vuc",
            _("Field of work"),
            every(*by_name(fields.values())),
            values=lambda key: (fields[key][0],),
        ),
        Facet("loai", _("Kind of solution"), every(*Kind.choices), values=_kinds),
        Facet("cap", _("Acknowledged reach"), every(*ReachLevel.choices)),
        Facet("chi-phi", _("Cost of applying it"), _bands, values=bands),
        Facet("thoi-gian", _("Time to get it working"), every(*Effort.choices)),
        Facet(
            "nhan-rong",
            _("Applied elsewhere"),
            again,
            values=lambda is_applied: (YES,) if is_applied else (),
        ),
        Facet(
            "noi", _("Place"), _most(places), values=partial(_keys, directory.inside)
        ),
        Facet("nam", _("Year first applied"), years, accepts=is_key),
        Facet(
            "don-vi", _("Unit"), _most(units), values=partial(_keys, directory.families)
        ),
    )


def _bands(counts: Counter[str], chosen: Sequence[str]) -> list[tuple[str, str]]:
    """The choices of today, and those of before that somebody's address has."""
    kept = [pair for pair in kept_labels().items() if pair[0] in chosen]
    return [*band_labels().items(), *kept]


def _most(names: dict[int, str]) -> Labels:
    """Of an open list those that would leave most, and those chosen, by their names."""

    def labels(counts: Counter[str], chosen: Sequence[str]) -> list[tuple[str, str]]:
        most = [value for value, _count in counts.most_common(_MOST_SHOWN)]
        known = {str(key): name for key, name in names.items()}
        return by_name((v, known[v]) for v in {*most, *chosen} if v in known)

    return labels


def _kinds(raw: str) -> tuple[str, ...]:
    return tuple(json.loads(raw or "[]"))


def _keys(related: dict, key: int | None) -> tuple[str, ...]:
    return tuple(map(str, related.get(key, ())))
