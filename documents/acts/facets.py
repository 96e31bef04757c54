"""What the library's acts are narrowed by, and how many each choice would leave."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from documents.law.effects import Status
from documents.models import Issuer
from documents.models.regulation_index import RegulationIndexPage
from documents.models.regulations import RegulationPage
from documents.models.status import shown_status
from portal.keys import among
from portal.listing.facets import Facet, Narrowed, by_name, every, is_key
from portal.page_cache.values import until_published

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
        types, issuers, latest_first = _named(index)
        self.issuer_names: Mapping[str, str] = issuers
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

    def narrow(self, answer: Collection[int] | None, chosen: Chosen) -> Left:
        """Among the acts with these keys, or all; at most three queries count."""
        found = self.acts
        if answer is not None:
            found = found.filter(pk__in=among(answer))
        if chosen[NO_TEXT]:
            found = found.filter(text="")
        fields = chosen[FIELD]
        if answer is None and not chosen[NO_TEXT] and not fields:
            rows = _all_groups(self.index, self.on)
        else:
            of_fields = found.filter(fields__slug__in=fields) if fields else found
            rows = _groups(of_fields, self.on)
        self._statuses |= {row[1] for row in rows}
        by_column = Narrowed(rows, self.facets[:4], chosen, is_grouped=True)
        counts = by_column.all_counts()
        left = self._left(found, chosen)
        is_all = answer is None and not any(chosen.values())
        counted = _all_fields(self.index) if is_all else _per_field(self.acts, left)
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

    def _offered_fields(self, counts, chosen) -> list[tuple[str, str]]:
        return self._fields


def public_acts(index: RegulationIndexPage):
    """What readers see below the index."""
    return RegulationPage.objects.child_of(index).live().public()


@until_published()
def _named(index: RegulationIndexPage) -> tuple[dict, dict, list[int]]:
    """Types by short form, issuers by key, years: what the library's acts have."""
    types, issuers, years = {}, {}, set()
    columns = ("type__abbreviation", "type__name", "issuer_id", "issuer__name")
    rows = public_acts(index).order_by().values_list(*columns, "year", _TOGETHER)
    others: set[str] = set()
    for abbreviation, type_name, issuer, issuer_name, year, together in rows.distinct():
        types[abbreviation], issuers[str(issuer)] = type_name, issuer_name
        years.add(year)
        others.update(together.split())
    if unnamed := others - issuers.keys():
        named = Issuer.objects.filter(pk__in=unnamed).values_list("pk", "name")
        issuers |= {str(pk): name for pk, name in named}
    return types, issuers, sorted(filter(None, years), reverse=True)


@until_published()
def _all_groups(index: RegulationIndexPage, on: date) -> list[tuple]:
    return _groups(public_acts(index), on)


def _groups(acts, on: date) -> list[tuple]:
    """How many acts are alike in all that is counted, by the columns of the facets."""
    columns = (*COLUMNS.values(), _TOGETHER)
    groups = acts.with_status(on).order_by().values(*columns)
    groups = groups.annotate(acts=Count("pk", distinct=True))
    return [
        (acts, status, kind, (issuer, together), year)
        for acts, status, kind, issuer, year, together in groups.values_list(
            "acts", *columns
        )
    ]


@until_published()
def _all_fields(index: RegulationIndexPage) -> list[tuple[str, str, int]]:
    acts = public_acts(index)
    return _per_field(acts, acts)


def _per_field(acts, left) -> list[tuple[str, str, int]]:
    """Every field the acts use with its name, and how many of those left have it."""
    is_left = Q(pk__in=left.order_by().values("pk"))
    used = acts.order_by().filter(fields__isnull=False)
    used = used.values_list("fields__slug", "fields__name")
    return list(used.annotate(acts=Count("pk", filter=is_left)))
