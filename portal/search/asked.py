"""Readers' own phrases, which an editor wrote beside a page, as evidence for it."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from portal.search.entries import PHRASE_END

#: A phrase of which less is asked, or which is less of what is asked, says nothing.
_LEAST = 0.35


class Phrases:
    """A line of phrases, taken apart: each as it stands, and its words.

    Nothing of it is changed once it is made: the parts of a page share one.
    """

    __slots__ = ("each", "whole", "words")

    def __init__(self, line: str) -> None:
        phrases = line.split(PHRASE_END)
        self.whole = frozenset(phrases)
        self.each = tuple(frozenset(phrase.split()) for phrase in phrases)
        self.words = frozenset[str]().union(*self.each)

    def has(self, words: Sequence[str]) -> bool:
        """Whether one of the phrases is these words and nothing else."""
        return " ".join(words) in self.whole

    def likeness(self, weights: Mapping[str, float], total: float) -> float:
        """How much the phrase most like the query has in common with it, 0 to 1.

        Both count: what of the query's weight it says, and how much of it was asked.
        Words that stand in several phrases are no evidence together.
        """
        best = 0.0
        if self.words.isdisjoint(weights):
            return best
        for words in self.each:
            if not words.isdisjoint(weights):
                # In the order of the query: sums are the same in every process.
                shared = [weight for word, weight in weights.items() if word in words]
                share = sum(shared) / total
                best = max(best, share * (0.4 + 0.6 * len(shared) / len(words)))
        return best if best >= _LEAST else 0.0


@lru_cache(maxsize=2_000)
def phrases_of(line: str) -> Phrases | None:
    """The phrases of a line, taken apart once for all rows that have it."""
    return Phrases(line) if line else None
