"""When nothing coherent is found: Telex left in the query, and slips of the finger."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from portal.search import vocabulary
from portal.search.analyser import Token, analysed
from portal.search.query import Query
from portal.search.services import said_of_services
from portal.search.telex import decoded

_LETTERS = "abcdeghiklmnopqrstuvxy"
_MOST_CHOICES = 6
_MOST_CORRECTED = 3
_MOST_SUSPECTS = 6
# In a whole sentence of words that are all known none is a slip.
_LONGEST = 5
#: Two letters are short for something rather than a slip.
_SHORTEST = 3


def from_telex(query: Query) -> Query | None:
    """The query with Telex spellings read as the words they stand for."""
    words = [_decoded(word) for word in query.words]
    return query.with_words(words) if words != list(query.words) else None


def _decoded(word: Token) -> Token:
    spelt = decoded(word.word.lower()) if word.word.isascii() else ""
    return _retold(word, spelt) if spelt else word


def _retold(word: Token, spelt: str) -> Token:
    return Token(word.start, word.end, spelt, *analysed(spelt))


def corrections(query: Query, known: Mapping[str, int]) -> list[Query]:
    """Queries a slip or two away whose words the index knows, the likeliest first.

    Words the index does not know are changed; where it knows all, any one may be it.
    What a service is asked for with is no slip, on however few pages it stands.
    """
    words = query.words
    unknown = [
        at
        for at, word in enumerate(words)
        if word.folded not in known
        and len(word.folded) >= _SHORTEST
        and word.folded not in said_of_services()
    ]
    if len(unknown) > _MOST_CORRECTED or (not unknown and len(words) > _LONGEST):
        return []
    spelt = {at: _near(words[at].folded) for at in unknown or _suspects(query)}
    every = {word for near in spelt.values() for word in near}
    counts = vocabulary.frequencies(every)
    choices = {
        at: sorted((w for w in near if w in counts), key=lambda w: (-counts[w], w))
        for at, near in spelt.items()
    }
    pairs = vocabulary.frequencies(
        pair
        for at, near in choices.items()
        for word in near
        for pair in _pairs_around([w.folded for w in words], at, word)
    )
    if unknown:
        fixed = list(words)
        for at in unknown:
            best = _best(fixed, at, choices[at], counts, pairs)
            if best:
                fixed[at] = _retold(fixed[at], best[0])
        changed = fixed != list(words)
        return [query.with_words(fixed)] if changed else []
    return _one_changed(query, choices, pairs)


def _suspects(query: Query) -> list[int]:
    """Places whose word stands beside its neighbours in no title, the oddest first."""
    line = query.sequence
    known = vocabulary.frequencies(map(" ".join, pairwise(line)))
    odd = []
    for at, word in enumerate(line):
        fits = [known.get(pair, 0) for pair in _pairs_around(line, at, word)]
        if len(word) > 1 and not all(fits) and word not in said_of_services():
            odd.append((sum(map(bool, fits)), at))
    return [at for _fits, at in sorted(odd)[:_MOST_SUSPECTS]]


def _one_changed(
    query: Query, choices: Mapping[int, Sequence[str]], pairs: Mapping[str, int]
) -> list[Query]:
    """Every word is known: only a change that makes neighbours fit is worth trying."""
    line = [word.folded for word in query.words]
    found = []
    for at, near in choices.items():
        for word in near:
            around = _pairs_around(line, at, word)
            fits = [pairs.get(pair, 0) for pair in around]
            # What fits on one side alone is a phrase of nobody's.
            if all(fits) and len(line) > 1:
                words = list(query.words)
                words[at] = _retold(words[at], word)
                found.append((sum(fits), query.with_words(words)))
    found.sort(key=lambda item: -item[0])
    return [candidate for _fit, candidate in found[:_MOST_CHOICES]]


def _best(
    words: list[Token],
    at: int,
    near: Sequence[str],
    counts: Mapping[str, int],
    pairs: Mapping[str, int],
) -> list[str]:
    """What fits its neighbours best; among equals the commonest."""
    line = [word.folded for word in words]

    def fitness(word: str) -> tuple[int, int]:
        around = _pairs_around(line, at, word)
        return sum(pairs.get(pair, 0) for pair in around), counts[word]

    return sorted(sorted(near), key=fitness, reverse=True)[:1]


def _pairs_around(line: Sequence[str], at: int, word: str) -> list[str]:
    around = [*line[max(0, at - 1) : at], word, *line[at + 1 : at + 2]]
    return [" ".join(pair) for pair in pairwise(around)]


def _near(word: str) -> set[str]:
    """All spellings one letter away: left out, added, changed, swapped."""
    if not word.isascii() or not word.isalpha() or len(word) > 12:
        return set()
    splits = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = {a + b[1:] for a, b in splits if b}
    found |= {a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1}
    found |= {a + letter + b[1:] for a, b in splits if b for letter in _LETTERS}
    found |= {a + letter + b for a, b in splits for letter in _LETTERS}
    return {near for near in found if near} - {word}


def said(words: Iterable[Token]) -> str:
    return " ".join(word.word for word in words)
