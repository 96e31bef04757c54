"""From what a reader typed to the acts meant: exact, folded, partial, nearest."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from documents.law.names import known_names
from documents.law.symbols.distance import slips
from documents.law.symbols.model import Symbol, SymbolForm
from documents.law.symbols.parser import clean, find_symbol, parse_symbol
from portal.vietnamese import fold

MAX_QUERY = 200
MAX_SLIPS = 2


class Rung(IntEnum):
    """How well a known number answers a query; lower is better."""

    EXACT = 0
    FOLDED = 1
    PARTIAL = 2
    NEAREST = 3


@dataclass(frozen=True, slots=True)
class SymbolMatch:
    symbol: Symbol
    rung: Rung
    slips: int = 0


@dataclass(frozen=True, slots=True)
class SymbolQuery:
    """The parts of a number a reader gave, marks and case gone."""

    number: int | None
    suffix: str
    year: int | None
    codes: tuple[str, ...]
    symbol: Symbol | None = None


_WORD = re.compile(r"((?:ubtv)?qh\d{1,2})\b|(\d{1,5})([a-z](?![a-z0-9]))?|[a-z&]+")
_NOISE = frozenset({"so", "cua", "ngay", "nam", "van", "ban", "cong"})
# A law and a letter do not carry their type, but readers name it.
_UNWRITTEN_TYPES = {SymbolForm.LAW: ("l", "pl", "nq"), SymbolForm.LETTER: ("cv",)}
_YEARS = range(1945, 2101)


def parse_query(text: str) -> SymbolQuery | None:
    """Read a query as parts of a number, in any order; None if it holds no digit."""
    line = clean(text[:MAX_QUERY])
    symbol = parse_symbol(line) or find_symbol(line)
    if symbol:
        suffix, written = fold(symbol.suffix), tuple(map(fold, symbol.codes))
        return SymbolQuery(symbol.number, suffix, symbol.year, written, symbol)
    numbers: list[tuple[int, str]] = []
    codes: list[str] = []
    for found in _WORD.finditer(_abbreviated(fold(line))):
        if found[2]:
            numbers.append((int(found[2]), found[3] or ""))
        elif found[0] not in _NOISE:
            codes.append(found[0])
    if not numbers or len(numbers) > 2:
        return None
    return _from_parts(numbers, tuple(codes))


def look_up(text: str, known: Iterable[Symbol], limit: int = 20) -> list[SymbolMatch]:
    """The known numbers a reader may mean, best first.

    Near misses are offered only when nothing fits what was typed.
    """
    query = parse_query(text)
    if not query:
        return []
    known = list(known)
    fitting = ((symbol, _fits(query, symbol)) for symbol in known)
    found = [SymbolMatch(symbol, rung) for symbol, rung in fitting if rung is not None]
    return sorted(found or nearest(query, known, limit), key=_best_first)[:limit]


def nearest(
    wanted: Symbol | SymbolQuery, known: Iterable[Symbol], limit: int = 3
) -> list[SymbolMatch]:
    """Known numbers at most two slips of the fingers away, the closest first."""
    number, year = str(wanted.number or ""), str(wanted.year or "")
    number_slips, year_slips = _cached(number), _cached(year)
    code_slips = _cached_codes(wanted)
    found = []
    for symbol in known:
        total = (
            (number_slips(str(symbol.number)) if number else 0)
            + (year_slips(str(symbol.year or "")) if year else 0)
            + code_slips(symbol.codes)
        )
        if total <= MAX_SLIPS:
            found.append(SymbolMatch(symbol, Rung.NEAREST, total))
    return sorted(found, key=_best_first)[:limit]


def _cached(wanted: str) -> Callable[[str], int]:
    """A library of thousands holds few different numbers, years and issuers."""
    return cache(lambda other: slips(wanted, other, MAX_SLIPS))


def _cached_codes(wanted: Symbol | SymbolQuery) -> Callable[[tuple[str, ...]], int]:
    """All codes of a whole number count; of a partial query, those that were given."""
    if isinstance(wanted, SymbolQuery) and (
        wanted.symbol is None or wanted.symbol.is_lone
    ):
        given = wanted.codes
        return cache(lambda codes: sum(_closest(code, codes) for code in given))
    run = _run(wanted.codes)
    return cache(lambda codes: slips(run, _run(codes), MAX_SLIPS))


def _closest(code: str, codes: tuple[str, ...]) -> int:
    return min((slips(code, fold(known), MAX_SLIPS) for known in codes), default=0)


def _run(codes: tuple[str, ...]) -> str:
    return "-".join(map(fold, codes))


def _best_first(match: SymbolMatch) -> tuple[int, int, int, str]:
    newest_first = -(match.symbol.year or 0)
    return match.rung, match.slips, newest_first, str(match.symbol)


def _fits(query: SymbolQuery, symbol: Symbol) -> Rung | None:
    if symbol == query.symbol:
        return Rung.EXACT
    if query.number is not None and query.number != symbol.number:
        return None
    if query.suffix and query.suffix != fold(symbol.suffix):
        return None
    if query.year is not None and not _same_year(query.year, symbol.year):
        return None
    codes = tuple(map(fold, symbol.codes))
    if query.codes == codes and query.year == symbol.year:
        return Rung.FOLDED
    rest = [*codes, *_UNWRITTEN_TYPES.get(symbol.form, ())]
    for code in query.codes:
        hit = next((known for known in rest if known.startswith(code)), None)
        if hit is None:
            return None
        rest.remove(hit)
    return Rung.PARTIAL


def _same_year(typed: int, year: int | None) -> bool:
    return typed == year or (typed < 100 and year is not None and year % 100 == typed)


def _from_parts(numbers: list[tuple[int, str]], codes: tuple[str, ...]) -> SymbolQuery:
    if len(numbers) == 1:
        number, suffix = numbers[0]
        return SymbolQuery(number, suffix, None, codes)
    (first, suffix), (second, second_suffix) = numbers
    if first in _YEARS and second not in _YEARS:
        return SymbolQuery(second, second_suffix, first, codes)
    return SymbolQuery(first, suffix, second, codes)


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    """Full names of types and issuers, and the abbreviation each stands for."""
    names = {fold(fact.name): fold(fact.abbreviation) for fact in known_names()}
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b"), names


def _abbreviated(folded: str) -> str:
    pattern, names = _names()
    return pattern.sub(lambda found: names[found[0]], folded)
