"""Synonyms that can apply to a query, in folded words."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from portal.search.analyser import Token, analysed, composed, folded_words

#: A synonym may be this many words long; longer ones are left aside.
_LONGEST_PHRASE = 8

#: Words, and others that say the same.
Pair = tuple[tuple[str, ...], tuple[str, ...]]


class _Synonym(NamedTuple):
    """Two ways to say one thing, in folded words; one word in its marks too."""

    one: tuple[str, ...]
    other: tuple[str, ...]
    exact: frozenset[str]


def synonyms_of(
    synonyms: Iterable[tuple[str, str]], typed: Sequence[Token]
) -> tuple[Pair, ...]:
    """Both ways, and only those that can apply: đã is not short for đề án."""
    words = {word.folded for word in typed}
    exact = {word.exact for word in typed} | {
        word.folded for word in typed if not word.has_marks
    }
    found = []
    for one, other, own in _read(tuple(synonyms)):
        if words.issuperset(one) and (len(one) > 1 or not exact.isdisjoint(own)):
            found.append((one, other))
        if words.issuperset(other):
            found.append((other, one))
    return tuple(found)


@lru_cache(maxsize=8)
def _read(synonyms: tuple[tuple[str, str], ...]) -> list[_Synonym]:
    """What every search is given alike, until an editor changes it."""
    read = []
    for short, meaning in synonyms:
        one, other = _folded(short), _folded(meaning)
        if one and other and max(len(one), len(other)) <= _LONGEST_PHRASE:
            exact = analysed(composed(short).strip())[1]
            read.append(_Synonym(one, other, frozenset((one[0], exact))))
    return read


def _folded(text: str) -> tuple[str, ...]:
    return tuple(folded_words(text))
