"""Synonyms that can apply to a query, in folded words."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from portal.search.analyser import Token, analysed, composed, folded_words
from portal.search.syllable_codes import coded

#: A synonym may be this many words long; longer ones are left aside.
_LONGEST_PHRASE = 8

#: Words, and others that say the same.
Pair = tuple[tuple[str, ...], tuple[str, ...]]
#: Ways to say a word otherwise: the words each takes, plain and coded.
Others = Sequence[tuple[frozenset[str], tuple[str, ...]]]


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


def others_of(pairs: Iterable[Pair], word: str) -> Others:
    """ubnd for each word of ủy ban nhân dân, and the other way."""
    return [
        (frozenset(other), tuple(map(coded, other)))
        for one, other in pairs
        if word in one
    ]


def says(others: Others, words: frozenset[str]) -> bool:
    """Whether the words hold all of one of the other ways."""
    return any(plain <= words for plain, _coded in others)


def says_coded(others: Others, body: str) -> bool:
    """The same of a coded line."""
    return any(all(map(body.__contains__, each)) for _plain, each in others)
