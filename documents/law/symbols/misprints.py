"""What a misprinted number means beside its type word: "Quyết định 36/2018/QD-UBND"."""

from dataclasses import replace
from functools import cache

from documents.law.names import document_types, is_known
from documents.law.symbols.model import Symbol, SymbolForm
from documents.law.symbols.parser import parted
from portal.vietnamese import fold


def meant(symbol: Symbol, type_word: str) -> Symbol:
    """The symbol with its type as the word before it says, where only marks or a dash
    are missing from that: QD is QĐ after "Quyết định", NDD and NĐCP are NĐ and NĐ-CP.

    A code that is an abbreviation of its own is never touched, nor is any issuer.
    """
    kind = _types().get(" ".join(type_word.split()).casefold(), "")
    code = symbol.type or symbol.issuer
    if not kind or is_known(code):
        return symbol
    if symbol.is_lone:
        parts = parted(code)
        if parts[0] != kind or len(parts) < 2:
            return symbol
        form = SymbolForm.ADMINISTRATIVE
        return replace(symbol, form=form, type=kind, issuer=parts[1])
    if fold(code).replace("dd", "d") != fold(kind):
        return symbol
    if symbol.type:
        return replace(symbol, type=kind)
    if symbol.form is SymbolForm.LETTER:
        form = SymbolForm.ADMINISTRATIVE
        return replace(symbol, form=form, type=kind, issuer=symbol.unit, unit="")
    return symbol


@cache
def _types() -> dict[str, str]:
    return {fact.name.casefold(): code for code, fact in document_types().items()}
