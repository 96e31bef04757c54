"""The library's acts as its facets count them: groups that are alike, with names."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import CharField, Count, Q, Value

from documents.models import DocumentType, Issuer
from documents.models.regulation_index import RegulationIndexPage
from documents.models.regulations import RegulationPage
from portal.page_cache.values import until_published

# Keys are counted and not names: a name is a join more for each of thousands of acts.
# The last are the other issuers of joint acts.
_KINDS = ("type_id", "issuer_id", "year", "joint_keys")


class FacetNames(NamedTuple):
    """What a library's acts have: types by short form, issuers by key, the latest year
    first."""

    types: dict[str, str]
    issuers: dict[str, str]
    years: list[int]


class _Names(NamedTuple):
    """Types by key, with short form and name; issuers' names by key."""

    types: dict[int, tuple[str, str]]
    issuers: dict[str, str]


NO_NAMES = FacetNames({}, {}, [])

Groups = tuple[list[tuple], FacetNames]
"""Rows for `Narrowed` with status, type, issuers, year, and what the library has."""


def public_acts(index: RegulationIndexPage):
    """What readers see below the index."""
    return RegulationPage.objects.child_of(index).live().public()


@until_published()
def all_groups(index: RegulationIndexPage, on: date) -> Groups:
    """All acts, and what they have: one look at them tells both."""
    counted = _counted(public_acts(index), on)
    names = _names()
    return _by_facet(counted, names), _facet_names((row[2:] for row in counted), names)


def groups_of(
    acts, index: RegulationIndexPage, on: date, fields: Sequence[str]
) -> Groups:
    """These acts, of these fields of work where there are any, among all of them."""
    if fields:
        of_fields = RegulationPage.objects.filter(fields__slug__in=fields)
        acts = acts.filter(pk__in=of_fields.order_by().values("pk"))
    counted, kinds = _counted(acts, on), _kinds(index)
    names = _names()
    return _by_facet(counted, names), _facet_names(kinds, names)


@until_published()
def all_fields(index: RegulationIndexPage) -> list[tuple[str, str, int]]:
    """Every field the acts use with its name, and how many have it."""
    return list(_used_fields(public_acts(index)).annotate(acts=Count("pk")))


def fields_of(acts, left) -> list[tuple[str, str, int]]:
    """Every field the acts use with its name, and how many of those left have it."""
    is_left = Q(pk__in=left.order_by().values("pk"))
    return list(_used_fields(acts).annotate(acts=Count("pk", filter=is_left)))


def _used_fields(acts):
    used = acts.order_by().filter(fields__isnull=False)
    return used.values_list("fields__slug", "fields__name")


def _counted(acts, on: date) -> list[tuple]:
    """How many acts are alike in status and kind; their number comes first."""
    columns = ("status_code", *_KINDS)
    groups = acts.with_status(on).order_by().values(*columns)
    return list(groups.annotate(acts=Count("pk")).values_list("acts", *columns))


@until_published()
def _kinds(index: RegulationIndexPage) -> list[tuple]:
    return list(public_acts(index).order_by().values_list(*_KINDS).distinct())


def _names() -> _Names:
    """Of every type and every issuer there is, in one query.

    To be asked after the acts: so it knows what was added since.
    """
    types = DocumentType.objects.order_by().values_list("pk", "abbreviation", "name")
    none = Value(None, output_field=CharField())
    issuers = Issuer.objects.order_by().values_list("pk", none, "name")
    found = _Names({}, {})
    for key, abbreviation, name in types.union(issuers, all=True):
        if abbreviation is None:
            found.issuers[str(key)] = name
        else:
            found.types[key] = (abbreviation, name)
    return found


def _by_facet(counted: Iterable[tuple], names: _Names) -> list[tuple]:
    return [
        (acts, status, names.types[kind][0], (issuer, together), year)
        for acts, status, kind, issuer, year, together in counted
    ]


def _facet_names(kinds: Iterable[tuple], names: _Names) -> FacetNames:
    types: set[int] = set()
    issuers: set[str] = set()
    years: set[int | None] = set()
    for kind, issuer, year, together in kinds:
        types.add(kind)
        issuers.update((str(issuer), *together.split()))
        years.add(year)
    return FacetNames(
        dict(names.types[kind] for kind in types),
        {key: names.issuers[key] for key in issuers if key in names.issuers},
        sorted(filter(None, years), reverse=True),
    )
