"""How much of a query stands side by side in a title or a text."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from portal.search.query import Query
from portal.search.syllable_codes import coded

#: A text that has none of so many pairs, the rarest, is not about the query.
_TELLING = 5
_MOST_SAID = 6


class Needle(NamedTuple):
    """Words side by side, as they stand in a line between spaces, and coded."""

    plain: str
    coded: str

    @classmethod
    def of(cls, *words: str) -> "Needle":
        line = " ".join(words)
        return cls(f" {line} ", coded(line))


class Phrase:
    """The words of a query in their order: how much of it stands side by side."""

    def __init__(self, words: Sequence[str], weights: Mapping[str, float]) -> None:
        self.whole = Needle.of(*words)
        self.size = len(words)
        pairs = sorted(
            pairwise(words), key=lambda two: -sum(weights.get(word, 0) for word in two)
        )
        self.plain, self.coded = zip(*(Needle.of(*pair) for pair in pairs), strict=True)

    def together(self, title: str, body: str, dense: float) -> tuple[float, float]:
        """The share that does, in the title or the text, and what that is worth."""
        whole_title, whole_body = self.whole.plain in title, self.whole.coded in body
        in_title = 1.0 if whole_title else _share(self.plain, title)
        in_body = 1.0 if whole_body else _share(self.coded, body)
        share = max(in_title, in_body)
        worth = 5 * share + in_title + 4 * in_body
        if whole_title:
            worth += 6 + 6 * (dense == 1.0)
        elif whole_body:
            # The more words stand there one by one, the less it is chance.
            worth += min(12.0, 1.2 * self.size)
        return share, worth


def _share(pairs: Sequence[str], text: str) -> float:
    """How many of the pairs stand there; none, where no telling one does."""
    there = [pair in text for pair in pairs[:_TELLING]]
    if not any(there):
        return 0.0
    there += [pair in text for pair in pairs[_TELLING:]]
    return sum(there) / len(pairs)


def said(query: Query) -> list[tuple[str, ...]]:
    """The query's words in order, and with each phrase in its other words."""
    words = query.sequence
    found = [words]
    for one, other in query.synonyms[:_MOST_SAID]:
        size = len(one)
        found += [
            (*words[:at], *other, *words[at + size :])
            for at in range(len(words) - size + 1)
            if words[at : at + size] == one
        ]
    return found
