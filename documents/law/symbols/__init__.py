"""The grammar of document numbers: parse, canonical form, slug, forgiving lookup."""

from documents.symbols.lookup import (
    Match,
    Rung,
    SymbolQuery,
    look_up,
    nearest,
    parse_query,
)
from documents.symbols.model import Symbol, SymbolForm
from documents.symbols.parsing import LOOKALIKES, is_type, parse_symbol, symbol_from

__all__ = [
    "LOOKALIKES",
    "Match",
    "Rung",
    "Symbol",
    "SymbolForm",
    "SymbolQuery",
    "is_type",
    "look_up",
    "nearest",
    "parse_query",
    "parse_symbol",
    "symbol_from",
]
