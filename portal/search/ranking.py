"""What comes first: one judge for every engine, over at most a few hundred entries.

Own number far above all, then what the title says, then the text; words that stand
side by side count for more than scattered ones, and marks typed count when they match.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from portal.search.keys import page_of_key
from portal.search.numbers import Number
from portal.search.query import Query

USUAL_LENGTH = 1_500
#: What owning the very number is worth: more than anything words can be.
OWNED = 1_000
WHOLE = 0.99


class Row(NamedTuple):
    """What the ranker reads of an entry."""

    id: int
    folded: str
    exact: str
    keys: str
    context: str
    body: str = ""


class Scored(NamedTuple):
    """An entry's score; `coherence` says how much of the query stands together."""

    score: float
    key: int
    cover: float
    coherence: float
    is_title: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A page of the results, and the entry of it that answers best."""

    page: int
    key: int
    score: float
    own_number: bool = False


class Ranker:
    """Scores entries for one query; made once, used for each entry.

    `begun` is a title's beginning, while a reader is still typing it.
    """

    def __init__(
        self, query: Query, weights: Mapping[str, float], begun: str = ""
    ) -> None:
        self.weights = [(f" {word} ", weights[word]) for word in query.folded]
        self.total = sum(weights.values()) or 1.0
        sequence = query.sequence
        self.pairs = [f" {one} {two} " for one, two in pairwise(sequence)]
        self.phrase = f" {' '.join(sequence)} " if len(sequence) > 1 else ""
        exact = [word.exact for word in query.words]
        self.exact_phrase = f" {' '.join(exact)} " if query.has_marks else ""
        self.marked = [
            (f" {word.folded} ", f" {word.exact} ")
            for word in {word.exact: word for word in query.words}.values()
            if word.has_marks
        ]
        self.length = len(sequence)
        self.others = [
            ({f" {word} " for word in one}, [f" {word} " for word in other])
            for one, other in query.synonyms
        ]
        self.days = [f" {keys[0]} " for keys in query.days]
        self.begun = f" {begun}" if begun else ""
        self.number = NumberRanker(query.number) if query.number else None

    def score(self, row: Row) -> Scored:
        title, body = f" {row.folded} ", f" {row.body} "
        context = f" {row.context} "
        in_title = in_any = depth = 0.0
        size = 0.25 + 0.75 * len(body) / USUAL_LENGTH
        for word, weight in self.weights:
            times = body.count(word) if row.body else 0
            if times:
                depth += weight * times / (times + 1.2 * size)
            if word in title or (self.others and self._says(word, title)):
                in_title += weight
                in_any += weight
            elif times or (self.others and self._says(word, body)):
                in_any += weight
            elif word in context or (self.others and self._says(word, context)):
                in_any += 0.9 * weight
        title_share = in_title / self.total
        cover = in_any / self.total if self.weights else 1.0
        words_of_title = title.count(" ") - 1
        dense = min(1.0, self.length / words_of_title) if words_of_title else 0.0
        score = 10 * title_share + 3 * dense * title_share + 4 * depth / self.total
        together = 1.0
        if self.pairs:
            paired_title = sum(pair in title for pair in self.pairs) / len(self.pairs)
            paired_body = (
                sum(pair in body for pair in self.pairs) / len(self.pairs)
                if row.body
                else 0.0
            )
            together = max(paired_title, paired_body)
            score += 5 * together + paired_title + paired_body
            if self.phrase in title:
                score += 6 + 6 * (dense == 1.0)
            elif self.phrase in body:
                # The more words stand there one by one, the less it is chance.
                score += min(12.0, 1.2 * self.length)
        if title_share > WHOLE and row.exact:
            score += 8
        if self.marked:
            score *= self._marks(row, title)
        score *= cover * cover
        if self.begun and self.begun in title:
            score += 40 if title.startswith(self.begun) else 20
        keys = f" {row.keys} "
        score += sum(20 for day in self.days if day in keys)
        if self.number:
            score += self.number.score(keys)
        return Scored(score, row.id, cover, together, title_share > WHOLE)

    def _says(self, word: str, text: str) -> bool:
        """Whether the text says it in other words: ubnd for ủy ban nhân dân."""
        return any(
            word in one and all(piece in text for piece in other)
            for one, other in self.others
        )

    def _marks(self, row: Row, title: str) -> float:
        """A title in which typed marks are others loses most of what it won."""
        exact = f" {row.exact} "
        if self.exact_phrase and self.exact_phrase in exact:
            return 1.25
        there = [marks in exact for plain, marks in self.marked if plain in title]
        return 0.25 + 0.75 * sum(there) / len(there) if there and row.exact else 1.0


class NumberRanker:
    """How well a page answers a number: owns it, owns one like it, or cites it."""

    def __init__(self, number: Number) -> None:
        ladder = number.ladder()
        self.key = ladder[-1]
        self.owned = [
            (f" s{key} ", OWNED * (0.3 + 0.7 * place / len(ladder)))
            for place, key in enumerate(ladder, 1)
        ][::-1]
        self.cited = [f" c{key} " for key in ladder[1:]][::-1]

    def score(self, keys: str) -> float:
        for key, worth in self.owned:
            if key in keys:
                return worth + (self._likeness(keys) if worth < OWNED else 0.0)
        for place, key in enumerate(self.cited):
            if key in keys:
                return 30.0 - place
        return 0.0

    def _likeness(self, keys: str) -> float:
        """Of pages that own only its beginning: ubnd is more like ubdn than hdnd."""
        own = max((k[1:] for k in keys.split() if k.startswith("s")), key=len)
        return 40 * SequenceMatcher(None, sorted(self.key), sorted(own)).ratio()


def by_page(scored: Iterable[Scored]) -> list[Hit]:
    """Each page once, by its best entry; of two alike the newer comes first."""
    best: dict[int, Scored] = {}
    for found in sorted(scored, key=lambda s: (-s.score, -s.key)):
        best.setdefault(page_of_key(found.key), found)
    return [
        Hit(page, found.key, found.score, found.score >= OWNED * 0.3)
        for page, found in best.items()
    ]
