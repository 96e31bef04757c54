"""Synonyms that can apply to a query, in folded words."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from portal.search.analyser import Token, analysed, composed, folded_words

#: A synonym may be this many words long; longer ones are left aside.
_LONGEST_PHRASE = 8

#: Words, and others that say the same.
Pair = tuple[tuple[str, ...], tuple[str, ...]]


def synonyms_of(
    synonyms: Iterable[tuple[str, str]], typed: Sequence[Token]
) -> tuple[Pair, ...]:
    """Both ways, and only those that can apply: đã is not short for đề án."""
    words = {word.folded for word in typed}
    exact = {word.exact for word in typed} | {
        word.folded for word in typed if not word.has_marks
    }
    found = []
    for short, meaning in synonyms:
        one, other = _folded(short), _folded(meaning)
        if not one or not other or max(len(one), len(other)) > _LONGEST_PHRASE:
            continue
        if words.issuperset(one) and (
            len(one) > 1 or not exact.isdisjoint((one[0], _exact(short)))
        ):
            found.append((one, other))
        if words.issuperset(other):
            found.append((other, one))
    return tuple(found)


@lru_cache(maxsize=1024)
def _exact(short: str) -> str:
    return analysed(composed(short).strip())[1]


@lru_cache(maxsize=1024)
def _folded(text: str) -> tuple[str, ...]:
    return tuple(folded_words(text))
