"""The published acts as the rules of citations ask for them."""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence

from django.db.models import Q, QuerySet

from documents.law.citations import (
    Citation,
    DocumentList,
    KnownDocument,
    KnownRegulation,
)
from documents.law.citations.known_laws import KnownLaw, days_of, laws_by_key
from documents.law.symbols import Symbol, parse_symbol
from documents.models import RegulationPage


class PublishedRegulations(DocumentList):
    """The acts that some citations may mean, fetched in one query.

    With `suggest` the numbers of the whole library are read too, once and only if
    a number is unknown: nearest ones are then looked for among them.
    """

    def __init__(self, citations: Iterable[Citation], *, suggest: bool = True) -> None:
        self._suggest = suggest
        self._all: dict[str, list[KnownRegulation]] = {}
        wanted = {citation.symbol.folded for citation in citations}
        super().__init__(_known(wanted) if wanted else ())

    def symbols(self) -> Iterable[Symbol]:
        if not self._suggest:
            return
        for act in _acts(_public()):
            self._all.setdefault(act.symbol, []).append(act)
        yield from filter(None, map(parse_symbol, self._all))

    def exact(self, symbol: str) -> Sequence[KnownDocument]:
        return super().exact(symbol) or self._all.get(symbol, ())


LAW_TYPES = ("L", "PL")
"""Types of what is named by its title: laws, codes among them, and ordinances."""


def published_laws(keys: Collection[str]) -> Mapping[str, Hashable]:
    """The one published law that each such key means; one query, none without keys."""
    days, years = days_of(keys)
    if not (days or years):
        return {}
    signed = Q(signed_on__in=days) | Q(signed_on__year__in=years)
    rows = _public().filter(signed, type__abbreviation__in=LAW_TYPES)
    columns = "pk", "type__name", "title", "signed_on"
    return laws_by_key(KnownLaw(*row) for row in rows.values_list(*columns))


def _public():
    return RegulationPage.objects.live().public().order_by("pk")


def _known(folded: set[str]) -> Iterable[KnownRegulation]:
    return _acts(_public().filter(symbol_folded__in=folded))


def _acts(rows: QuerySet) -> Iterable[KnownRegulation]:
    names = ("pk", "symbol", "issuer__name", "issuer__territory__name", "signed_on")
    for pk, printed, issuer, territory, signed_on, together in rows.values_list(
        *names, "joint_keys"
    ):
        symbol = str(parse_symbol(printed) or printed)
        is_joint = bool(together)
        yield KnownRegulation(pk, symbol, issuer, territory, signed_on, is_joint)
