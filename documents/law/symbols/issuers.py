"""Who a number says issued the act, and whether those entered are all of them."""

import re
from collections.abc import Iterable

from documents.law.names import is_issuer
from documents.law.symbols.model import Symbol
from portal.vietnamese import fold

_TERM = re.compile(r"\d{1,2}\Z")


def issuer_codes(symbol: Symbol) -> tuple[str, ...]:
    """The abbreviation of each issuer once, the leading one first; of one with the
    number of its term (`QH15`) that of the issuer (`QH`).
    """
    return tuple(dict.fromkeys(map(_without_term, symbol.issuers)))


def _without_term(code: str) -> str:
    issuer = _TERM.sub("", code)
    return issuer if is_issuer(issuer) else code


def issuers_left_out(symbol: Symbol, entered: Iterable[str]) -> tuple[str, ...]:
    """Abbreviations of issuers that the number names and `entered` has not.

    Marks and case do not count, and a code that abbreviates no known issuer says
    nothing: a number may end in a term (QH15) or in a unit that drafted it.
    """
    known = {fold(code) for code in entered}
    named = dict.fromkeys(symbol.issuers)
    return tuple(code for code in named if is_issuer(code) and fold(code) not in known)
