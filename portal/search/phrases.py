"""How much of a query stands side by side in a title, a text, or what a page is."""

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


class Together(NamedTuple):
    """Which share of the pairs stands in each field, and whether all do in a row."""

    title: float = 0.0
    body: float = 0.0
    context: float = 0.0
    is_title: bool = False
    is_body: bool = False
    is_context: bool = False

    @property
    def share(self) -> float:
        return max(self.title, self.body, self.context)


class Phrase:
    """The words of a query in their order: how much of it stands side by side.

    A pair counts for what the commoner of its words says: "của sở" is next to nothing.
    """

    def __init__(self, words: Sequence[str], weights: Mapping[str, float]) -> None:
        self.whole = Needle.of(*words)
        self.size = len(words)
        weighed = sorted(
            (
                (min(weights.get(word, 1.0) for word in pair), Needle.of(*pair))
                for pair in pairwise(words)
            ),
            key=lambda pair: -pair[0],
        )
        total = sum(weight for weight, _pair in weighed) or 1.0
        self.plain = [(pair.plain, weight / total) for weight, pair in weighed]
        self.coded = [(pair.coded, weight / total) for weight, pair in weighed]

    def together(self, title: str, body: str, context: str) -> Together:
        in_title, in_body = self.whole.plain in title, self.whole.coded in body
        in_context = self.whole.plain in context
        return Together(
            1.0 if in_title else _share(self.plain, title),
            1.0 if in_body else _share(self.coded, body),
            1.0 if in_context else _share(self.plain, context),
            in_title,
            in_body,
            in_context,
        )


def _share(pairs: Sequence[tuple[str, float]], text: str) -> float:
    """How much of the pairs stands there; nothing, where no telling one does."""
    there = sum(weight for pair, weight in pairs[:_TELLING] if pair in text)
    if not there:
        return 0.0
    return there + sum(weight for pair, weight in pairs[_TELLING:] if pair in text)


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
