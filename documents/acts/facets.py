"""What the library's acts are narrowed by, and how many each choice would leave."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from documents.law.effects import Status
from documents.models import Issuer
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
# Beside the last: the other issuers of joint acts.
_TOGETHER = "joint_keys"
_ALWAYS = ("in_force", "partly_ended", "ended", "not_yet", "unknown")


def every_status() -> list[tuple[str, object]]:
    """Each status with its label, the unknown one last."""
    codes = sorted(Status, key=lambda code: code is Status.UNKNOWN)
    return [(code.value, shown_status(code).label) for code in codes]


class Left(NamedTuple):
    """The acts that all choices leave, and what each further choice would."""

    acts: object
    total: int
    counts: dict[str, Counter[str]]


def _each_issuer(issuers: tuple[int, str]) -> tuple[str, ...]:
    """A joint act answers to each of its issuers."""
    lead, together = issuers
    return str(lead), *together.split()


class RegulationFacets:
    """Acts by what they have: all of it is offered, what would leave nothing too."""

    def __init__(self, acts, on: date) -> None:
        """`acts` are all that the library shows."""
        self.acts, self.on = acts, on
        types, issuers, years = {}, {}, set()
        columns = ("type__abbreviation", "type__name", "issuer_id", "issuer__name")
        rows = acts.order_by().values_list(*columns, "year", _TOGETHER).distinct()
        others: set[str] = set()
        for abbreviation, type_name, issuer, issuer_name, year, together in rows:
            types[abbreviation], issuers[str(issuer)] = type_name, issuer_name
            years.add(year)
            others.update(together.split())
        if unnamed := others - issuers.keys():
            named = Issuer.objects.filter(pk__in=unnamed).values_list("pk", "name")
            issuers |= {str(pk): name for pk, name in named}
        self.issuer_names: Mapping[str, str] = issuers
        latest_first = sorted(filter(None, years), reverse=True)
        self._statuses: set[str] = set(_ALWAYS)
        self._fields: list[tuple[str, str]] = []
        self.facets = (
            Facet(STATUS, _("Status today"), self._offered_statuses),
            Facet("loai", _("Type of act"), every(*by_name(types.items()))),
            Facet(
                ISSUER,
                _("Issuing body"),
                every(*by_name(issuers.items())),
                values=_each_issuer,
                accepts=is_key,
            ),
            Facet(
                "nam",
                _("Year of issue"),
                every(*((str(year), year) for year in latest_first)),
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

    def narrow(self, found, chosen: Mapping[str, Sequence[str]]) -> Left:
        """Among the acts found; the counts are three queries, whatever is chosen."""
        if chosen[NO_TEXT]:
            found = found.filter(text="")
        of_fields = found
        if fields := chosen[FIELD]:
            of_fields = found.filter(fields__slug__in=fields)
        columns = (*COLUMNS.values(), _TOGETHER)
        groups = of_fields.with_status(self.on).order_by().values(*columns)
        groups = groups.annotate(acts=Count("pk", distinct=True))
        rows = [
            (acts, status, kind, (issuer, together), year)
            for acts, status, kind, issuer, year, together in groups.values_list(
                "acts", *columns
            )
        ]
        self._statuses |= {row[1] for row in rows}
        by_column = Narrowed(rows, self.facets[:4], chosen, is_grouped=True)
        counts = by_column.all_counts()
        left = self._left(found, chosen)
        counts[FIELD] = self._per_field(left)
        if fields:
            left = left.filter(fields__slug__in=fields).distinct()
        return Left(left, by_column.total, counts)

    def _left(self, found, chosen: Mapping[str, Sequence[str]]):
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

    def _per_field(self, left) -> Counter[str]:
        """Acts left of every field the library uses, of those with none too."""
        is_left = Q(pk__in=left.order_by().values("pk"))
        used = self.acts.order_by().filter(fields__isnull=False)
        used = used.values_list("fields__slug", "fields__name")
        counted = list(used.annotate(acts=Count("pk", filter=is_left)))
        self._fields = by_name((slug, name) for slug, name, _acts in counted)
        return Counter({slug: acts for slug, _name, acts in counted})

    def _offered_statuses(self, counts, chosen: Sequence[str]) -> list[tuple]:
        """The usual ones, and what is found or chosen."""
        offered = {*self._statuses, *chosen}
        return [(code, label) for code, label in every_status() if code in offered]

    def _offered_fields(self, counts, chosen) -> list[tuple[str, str]]:
        return self._fields
