"""What the rules need of a library of records, and one held in memory."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from documents.law.symbols import Symbol, parse_symbol
from portal.vietnamese import fold


class KnownDocument(Protocol):
    """What the rules need to know of a record. `symbol` is its canonical form."""

    @property
    def id(self) -> Hashable: ...
    @property
    def symbol(self) -> str: ...
    @property
    def issuer(self) -> str: ...
    @property
    def territory(self) -> str | None: ...
    @property
    def signed_on(self) -> date | None: ...
    @property
    def is_joint(self) -> bool:
        """Whether others issued it together with `issuer`."""
        ...


@dataclass(frozen=True, slots=True)
class KnownRegulation:
    """A record as plain values."""

    id: Hashable
    symbol: str
    issuer: str
    territory: str | None
    signed_on: date | None
    is_joint: bool = False


class Library(Protocol):
    """Where records are looked up."""

    def exact(self, symbol: str) -> Sequence[KnownDocument]:
        """Records with this canonical form."""
        ...

    def folded(self, folded: str) -> Sequence[KnownDocument]:
        """Records whose form folds to this."""
        ...

    def symbols(self) -> Iterable[Symbol]:
        """All numbers, to find the nearest among; `exact` then knows each of them."""
        ...


class DocumentList:
    """A library held in memory."""

    def __init__(self, documents: Iterable[KnownDocument]) -> None:
        self._exact: dict[str, list[KnownDocument]] = {}
        self._folded: dict[str, list[KnownDocument]] = {}
        for document in documents:
            self._exact.setdefault(document.symbol, []).append(document)
            self._folded.setdefault(fold(document.symbol), []).append(document)

    def exact(self, symbol: str) -> Sequence[KnownDocument]:
        return self._exact.get(symbol, ())

    def folded(self, folded: str) -> Sequence[KnownDocument]:
        return self._folded.get(folded, ())

    def symbols(self) -> Iterable[Symbol]:
        return filter(None, map(parse_symbol, self._exact))
