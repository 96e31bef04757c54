"""Numbers as readers type them into search, and what abbreviations stand for."""

from collections.abc import Iterable

from documents.law.names import (
    folded_codes,
    folded_types,
    known_names,
    looks_known,
)
from documents.law.symbols.distance import slips
from documents.law.symbols.lookup import parse_query
from portal.search import registry
from portal.search.numbers import Number

_LONGEST_CODE = 8


@registry.reads_numbers
def read_number(text: str, *, is_part: bool = False) -> Number | None:
    """A number typed in any order, if what stands beside the digits is known."""
    asked = parse_query(text)
    if asked is None or asked.number is None:
        return None
    if not all(map(looks_known if is_part else _may_be_code, asked.codes)):
        return None
    if not asked.codes and asked.year is None:
        return None
    return Number(asked.number, asked.suffix, asked.year, _in_order(asked.codes))


def _may_be_code(code: str) -> bool:
    """Known, or one slip away from a known one (UBDN)."""
    if looks_known(code) or code.startswith("qh"):
        return True
    return 3 <= len(code) <= _LONGEST_CODE and any(
        slips(code, known, 1) <= 1 for known in folded_codes()
    )


def _in_order(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The type before who issued it, however they were typed."""
    return tuple(sorted(codes, key=lambda code: code not in folded_types()))


@registry.gives_synonyms
def abbreviations() -> Iterable[tuple[str, str]]:
    for fact in known_names():
        if len(fact.abbreviation) > 1:
            yield fact.abbreviation, fact.name
