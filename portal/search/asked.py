"""Readers' own phrases, which an editor wrote beside a page, as evidence for it."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from portal.search.entries import PHRASE_END

#: A phrase of which less is asked, or which is less of what is asked, says nothing.
_LEAST = 0.4
#: Of one that is still less like, not even its words are of the page.
_HARDLY = 0.25


class Asked(NamedTuple):
    """What readers' phrases say of a query: how like it the most like one is, whether
    one is it, and the words of that one."""

    like: float = 0.0
    is_whole: bool = False
    words: frozenset[str] = frozenset()


NOT_ASKED = Asked()


class Telling(NamedTuple):
    """A word of the query with its weight, and whether it and what weighs less could
    be evidence: a phrase that has nothing else is not looked at."""

    word: str
    weight: float
    is_enough: bool


def telling(weights: Mapping[str, float], total: float) -> tuple[Telling, ...]:
    """The words of a query, the heaviest first: for `Phrases.most_like`."""
    heavy = sorted(weights.items(), key=lambda pair: -pair[1])
    found, left = [], sum(weights.values())
    for word, weight in heavy:
        found.append(Telling(word, weight, left >= _HARDLY * total))
        left -= weight
    return tuple(found)


class Phrases:
    """A line of phrases, taken apart: each as it stands, and its words.

    Nothing of it is changed once it is made: the parts of a page share one.
    """

    __slots__ = ("_having", "each", "whole", "words")

    def __init__(self, line: str) -> None:
        phrases = line.split(PHRASE_END)
        self.whole = frozenset(phrases)
        self.each = tuple(frozenset(phrase.split()) for phrase in phrases)
        self.words = frozenset[str]().union(*self.each)
        self._having: dict[str, list[int]] = {}
        for at, words in enumerate(self.each):
            for word in words:
                self._having.setdefault(word, []).append(at)

    def has(self, words: Sequence[str]) -> bool:
        """Whether one of the phrases is these words and nothing else."""
        return " ".join(words) in self.whole

    def likeness(
        self, words: Sequence[Telling], total: float
    ) -> tuple[float, frozenset[str]]:
        """`most_like` where it is evidence, and the words of that phrase: they are more
        of the page than those of other phrases."""
        best, at = self.most_like(words, total)
        if best < _HARDLY:
            return 0.0, frozenset()
        return best if best >= _LEAST else 0.0, self.each[at]

    def most_like(self, words: Sequence[Telling], total: float) -> tuple[float, int]:
        """How much the phrase most like the query has in common with it, 0 to 1, and
        which it is; -1 where none has anything.

        Both count: what of the query's weight it says, and how much of it was asked.
        Words that stand in several phrases are no evidence together.
        """
        shared: dict[int, float] = {}
        count: dict[int, int] = {}
        each, having = self.each, self._having
        for word, weight, is_enough in words:
            if is_enough:
                for at in having.get(word, ()):
                    shared[at] = shared.get(at, 0.0) + weight
                    count[at] = count.get(at, 0) + 1
            elif word in having:
                for at in shared:
                    if word in each[at]:
                        shared[at] += weight
                        count[at] += 1
        best, which = 0.0, -1
        for at, weight in shared.items():
            like = weight / total * (0.4 + 0.6 * count[at] / len(self.each[at]))
            if like > best:
                best, which = like, at
        return best, which


@lru_cache(maxsize=2_000)
def phrases_of(line: str) -> Phrases | None:
    """The phrases of a line, taken apart once for all rows that have it."""
    return Phrases(line) if line else None
