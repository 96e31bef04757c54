"""What the library's acts are narrowed by, and how many each choice would leave."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from documents.acts.facet_rows import (
    NO_NAMES,
    all_fields,
    all_groups,
    fields_of,
    groups_of,
    public_acts,
)
from documents.law.effects import Status
from documents.models.regulation_index import RegulationIndexPage
from documents.models.status import shown_status
from portal.keys import among
from portal.listing.facets import Facet, Narrowed, by_name, every, is_key

STATUS, FIELD, NO_TEXT = "hieu-luc", "linh-vuc", "toan-van"
ISSUER = "co-quan"
# A facet's name in addresses, and the column it counts.
COLUMNS = {
    STATUS: "status_code",
    "loai": "type__abbreviation",
    ISSUER: "issuer_id",
    "nam": "year",
}
_ALWAYS = ("in_force", "partly_ended", "ended", "not_yet", "unknown")


def every_status() -> list[tuple[str, object]]:
    """Each status with its label, the unknown one last."""
    codes = sorted(Status, key=lambda code: code is Status.UNKNOWN)
    return [(code.value, shown_status(code).label) for code in codes]


Chosen = Mapping[str, Sequence[str]]


class Left(NamedTuple):
    """The acts that all choices leave, and what each further choice would."""

    acts: Any
    total: int
    counts: dict[str, Counter[str]]


def _each_issuer(issuers: tuple[int, str]) -> tuple[str, ...]:
    """A joint act answers to each of its issuers."""
    lead, together = issuers
    return str(lead), *together.split()


class RegulationFacets:
    """Acts by what they have: all of it is offered, what would leave nothing too."""

    def __init__(self, index: RegulationIndexPage, on: date) -> None:
        self.index, self.acts, self.on = index, public_acts(index), on
        self._names = NO_NAMES
        self._statuses: set[str] = set(_ALWAYS)
        self._fields: list[tuple[str, str]] = []
        self.facets = (
            Facet(STATUS, _("Status today"), self._offered_statuses),
            Facet("loai", _("Type of act"), self._offered_types),
            Facet(
                ISSUER,
                _("Issuing body"),
                self._offered_issuers,
                values=_each_issuer,
                accepts=is_key,
            ),
            Facet(
                "nam",
                _("Year of issue"),
                self._offered_years,
                accepts=is_key,
            ),
            Facet(FIELD, _("Field of work"), self._offered_fields),
            Facet(
                NO_TEXT,
                labels=every(("chua", _("Full text not entered yet"))),
                accepts="chua".__eq__,
                is_single=True,
            ),
        )

    @property
    def issuer_names(self) -> Mapping[str, str]:
        """Names by key; known once the acts are narrowed down."""
        return self._names.issuers

    def narrow(self, answer: Collection[int] | None, chosen: Chosen) -> Left:
        """Among the acts with these keys, or all; at most five queries count."""
        found = self.acts
        if answer is not None:
            found = found.filter(pk__in=among(answer))
        if chosen[NO_TEXT]:
            found = found.filter(text="")
        fields = chosen[FIELD]
        if answer is None and not chosen[NO_TEXT] and not fields:
            rows, self._names = all_groups(self.index, self.on)
        else:
            rows, self._names = groups_of(found, self.index, self.on, fields)
        self._statuses |= {row[1] for row in rows}
        by_column = Narrowed(rows, self.facets[:4], chosen, is_grouped=True)
        counts = by_column.all_counts()
        left = self._left(found, chosen)
        is_all = answer is None and not any(chosen.values())
        counted = all_fields(self.index) if is_all else fields_of(self.acts, left)
        self._fields = by_name((slug, name) for slug, name, _acts in counted)
        counts[FIELD] = Counter({slug: acts for slug, _name, acts in counted})
        if fields:
            left = left.filter(fields__slug__in=fields).distinct()
        return Left(left, by_column.total, counts)

    def _left(self, found, chosen: Chosen):
        """What the choices leave, fields of work aside.

        Status is worked out only where it is asked for: it costs more than the rest.
        It is worked out for each of thousands then: their keys are read once, and not
        asked for again wherever they are needed.
        """
        if chosen[STATUS]:
            found = found.with_status(self.on)
        for name, column in COLUMNS.items():
            if values := chosen[name]:
                is_issuer = name == ISSUER
                fits = {f"{column}__in": values}
                found = found.issued_by(values) if is_issuer else found.filter(**fits)
        if not chosen[STATUS]:
            return found
        keys = found.order_by().values_list("pk", flat=True)
        return self.acts.filter(pk__in=among(keys))

    def _offered_statuses(self, counts, chosen: Sequence[str]) -> list[tuple]:
        """The usual ones, and what is found or chosen."""
        offered = {*self._statuses, *chosen}
        return [(code, label) for code, label in every_status() if code in offered]

    def _offered_types(self, counts, chosen) -> list[tuple[str, str]]:
        return by_name(self._names.types.items())

    def _offered_issuers(self, counts, chosen) -> list[tuple[str, str]]:
        return by_name(self._names.issuers.items())

    def _offered_years(self, counts, chosen) -> list[tuple[str, str]]:
        return [(str(year), str(year)) for year in self._names.years]

    def _offered_fields(self, counts, chosen) -> list[tuple[str, str]]:
        return self._fields
