"""What the portal already knows and the importer recognises again in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import DatabaseError

from documents.law.citations import DocumentList, Library
from documents.models import RegulationPage
from home.importer.recognise.references import NO_LIBRARY
from portal.models import Locality, LocalityKind


@dataclass(frozen=True)
class KnownRegulation:
    id: int
    symbol: str
    issuer: str
    territory: str | None
    signed_on: date | None
    is_joint: bool = False


@dataclass(frozen=True)
class Knowledge:
    localities: Sequence[str] = ()
    library: Library = field(default=NO_LIBRARY)


def current_knowledge() -> Knowledge:
    """Localities and regulations as they stand; nothing before there is a database."""
    try:
        return Knowledge(_localities(), DocumentList(_regulations()))
    except DatabaseError:
        # A dry run reads pages on a machine where nothing is set up yet, too.
        return Knowledge()


def _localities() -> list[str]:
    """Names to look for; one that is also a province's needs its kind beside it."""
    names = list(Locality.objects.values_list("name", "kind"))
    provinces = {name for name, kind in names if kind == LocalityKind.PROVINCE}
    return sorted({name for name, _kind in names} - provinces)


def _regulations() -> Iterator[KnownRegulation]:
    rows = RegulationPage.objects.live().values_list(
        "pk",
        "symbol",
        "issuer__name",
        "issuer__territory__name",
        "signed_on",
        "joint_keys",
    )
    for pk, symbol, issuer, territory, signed_on, together in rows:
        yield KnownRegulation(pk, symbol, issuer, territory, signed_on, bool(together))
