"""Whether a number fits those who are said to have issued the act."""

from collections.abc import Iterable

from documents.law.names import is_issuer
from documents.law.symbols.model import Symbol
from portal.vietnamese import fold


def issuers_left_out(symbol: Symbol, entered: Iterable[str]) -> tuple[str, ...]:
    """Abbreviations of issuers that the number names and `entered` has not.

    Marks and case do not count, and a code that abbreviates no known issuer says
    nothing: a number may end in a term (QH15) or in a unit that drafted it.
    """
    known = {fold(code) for code in entered}
    named = dict.fromkeys(symbol.issuers)
    return tuple(code for code in named if is_issuer(code) and fold(code) not in known)
