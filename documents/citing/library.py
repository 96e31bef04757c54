"""The published acts as the rules of citations ask for them."""

from collections.abc import Iterable, Sequence

from django.db.models import QuerySet

from documents.law.citations import (
    Citation,
    DocumentList,
    KnownDocument,
    KnownRegulation,
)
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
