"""The grammar of document numbers: parse, canonical form, slug, forgiving lookup."""

from documents.law.symbols.lookup import (
    Rung,
    SymbolMatch,
    SymbolQuery,
    look_up,
    nearest,
    parse_query,
)
from documents.law.symbols.misprints import meant
from documents.law.symbols.model import Symbol, SymbolForm
from documents.law.symbols.parser import (
    LOOKALIKES,
    heading_symbol,
    is_type,
    parse_symbol,
    symbol_from,
)

__all__ = [
    "LOOKALIKES",
    "Rung",
    "Symbol",
    "SymbolForm",
    "SymbolMatch",
    "SymbolQuery",
    "heading_symbol",
    "is_type",
    "look_up",
    "meant",
    "nearest",
    "parse_query",
    "parse_symbol",
    "symbol_from",
]
