"""The published acts as the rules of citations ask for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from documents.law.citations import Citation
from documents.law.symbols import Symbol, parse_symbol
from documents.models import RegulationPage
from portal.vietnamese import fold


@dataclass(frozen=True, slots=True)
class Act:
    """What the rules need to know of one record."""

    id: int
    symbol: str
    issuer: str
    territory: str | None
    signed_on: date | None


class PublishedActs:
    """The acts that some citations may mean, fetched in one query.

    With `suggest` the numbers of the whole library are read too, once and only if
    a number is unknown: nearest ones are then looked for among them.
    """

    def __init__(self, citations: Iterable[Citation], *, suggest: bool = True) -> None:
        self._suggest = suggest
        self._exact: dict[str, list[Act]] = defaultdict(list)
        self._folded: dict[str, list[Act]] = defaultdict(list)
        wanted = {citation.symbol.folded for citation in citations}
        for act in _acts(wanted) if wanted else ():
            self._exact[act.symbol].append(act)
            self._folded[fold(act.symbol)].append(act)

    def exact(self, symbol: str) -> Sequence[Act]:
        return self._exact.get(symbol, ())

    def folded(self, folded: str) -> Sequence[Act]:
        return self._folded.get(folded, ())

    def symbols(self) -> Iterable[Symbol]:
        if not self._suggest:
            return
        printed = _public().values_list("symbol", flat=True)
        yield from filter(None, map(parse_symbol, printed.iterator()))


def _public():
    return RegulationPage.objects.live().public().order_by("pk")


def _acts(folded: set[str]) -> Iterable[Act]:
    rows = _public().filter(symbol_folded__in=folded)
    names = ("pk", "symbol", "issuer__name", "issuer__territory__name", "signed_on")
    for pk, printed, issuer, territory, signed_on in rows.values_list(*names):
        symbol = parse_symbol(printed)
        yield Act(pk, str(symbol or printed), issuer, territory, signed_on)
