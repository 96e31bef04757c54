"""The published acts as the rules of citations ask for them."""

from collections.abc import Iterable

from documents.law.citations import Citation, DocumentList, KnownRegulation
from documents.law.symbols import Symbol, parse_symbol
from documents.models import RegulationPage


class PublishedRegulations(DocumentList):
    """The acts that some citations may mean, fetched in one query.

    With `suggest` the numbers of the whole library are read too, once and only if
    a number is unknown: nearest ones are then looked for among them.
    """

    def __init__(self, citations: Iterable[Citation], *, suggest: bool = True) -> None:
        self._suggest = suggest
        wanted = {citation.symbol.folded for citation in citations}
        super().__init__(_known(wanted) if wanted else ())

    def symbols(self) -> Iterable[Symbol]:
        if not self._suggest:
            return
        printed = _public().values_list("symbol", flat=True)
        yield from filter(None, map(parse_symbol, printed.iterator()))


def _public():
    return RegulationPage.objects.live().public().order_by("pk")


def _known(folded: set[str]) -> Iterable[KnownRegulation]:
    rows = _public().filter(symbol_folded__in=folded)
    names = ("pk", "symbol", "issuer__name", "issuer__territory__name", "signed_on")
    for pk, printed, issuer, territory, signed_on in rows.values_list(*names):
        symbol = str(parse_symbol(printed) or printed)
        yield KnownRegulation(pk, symbol, issuer, territory, signed_on)
