"""How much of a query stands side by side in a title, a text, or what a page is."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from portal.search.index_row import IndexRow
from portal.search.query import Query
from portal.search.syllable_codes import coded

#: A text that has none of so many pairs, the rarest, is not about the query.
_TELLING = 5
_MOST_SAID = 6
#: All pairs are there, but for what adding up loses.
_NEARLY = 0.999


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
        self.words = frozenset(words)
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
        # "Xã xã" is a pair of one word.
        self.fewest = 1 if any(one == two for one, two in pairwise(words)) else 2

    def together(self, row: IndexRow) -> Together | None:
        """What stands side by side in the entry; None if nothing does."""
        title = about = 0.0
        if len(self.words & row.title_words) >= self.fewest:
            title = _share(self.plain, row.title)
        if len(self.words & row.about) >= self.fewest:
            about = _share(self.plain, row.context)
        body = _share(self.coded, row.body)
        if not (title or body or about):
            return None
        # Where a pair is missing they do not all stand in a row.
        in_title = title > _NEARLY and self.whole.plain in row.title
        in_body = body > _NEARLY and self.whole.coded in row.body
        in_context = about > _NEARLY and self.whole.plain in row.context
        return Together(
            1.0 if in_title else title,
            1.0 if in_body else body,
            1.0 if in_context else about,
            in_title,
            in_body,
            in_context,
        )


def _share(pairs: Sequence[tuple[str, float]], text: str) -> float:
    """How much of the pairs stands there; nothing, where no telling one does."""
    there = more = 0.0
    for pair, weight in pairs[:_TELLING]:
        if pair in text:
            there += weight
    if not there:
        return 0.0
    for pair, weight in pairs[_TELLING:]:
        if pair in text:
            more += weight
    return there + more


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
