"""What comes first: one judge for every engine, over at most a few hundred entries.

Own number far above all, then what the title says, then the text; words that stand
side by side count for more than scattered ones, and marks typed count when they match.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from portal.search.keys import page_of_key
from portal.search.query import Query

USUAL_LENGTH = 1_500


class Row(NamedTuple):
    """What the ranker reads of an entry."""

    key: int
    folded: str
    exact: str
    keys: str
    context: str
    body: str


class Scored(NamedTuple):
    """An entry's score; `coherence` says how much of the query stands together."""

    score: float
    key: int
    cover: float
    coherence: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A page of the results, and the entry of it that answers best."""

    page: int
    key: int
    score: float
    own_number: bool = False


class Ranker:
    """Scores entries for one query; made once, used for each entry."""

    def __init__(self, query: Query, weights: Mapping[str, float]) -> None:
        words = query.folded
        self.weights = [(f" {word} ", weights[word]) for word in words]
        self.total = sum(weights.values()) or 1.0
        sequence = query.sequence
        self.pairs = [
            f" {one} {two} " for one, two in zip(sequence, sequence[1:], strict=False)
        ]
        self.phrase = f" {' '.join(sequence)} " if len(sequence) > 1 else ""
        exact = [word.exact for word in query.words]
        self.exact_phrase = f" {' '.join(exact)} " if query.has_marks else ""
        self.marked = [
            (f" {word.folded} ", f" {word.exact} ")
            for word in dict.fromkeys(query.words)
            if word.has_marks
        ]
        self.length = len(sequence)
        self.others = [
            ([f" {word} " for word in one], [f" {word} " for word in other])
            for one, other in query.synonyms
        ]
        self.days = [f" {keys[0]} " for keys in query.days]
        keys = query.number.ladder() if query.number else ()
        self.numbers = [
            (f" s{key} ", 300 + 700 * place / len(keys))
            for place, key in enumerate(keys, 1)
        ][::-1]
        self.cited = [f" c{key} " for key in keys[1:]][::-1]

    def score(self, row: Row) -> Scored:
        title, body = f" {row.folded} ", f" {row.body} "
        context = f" {row.context} "
        in_title = in_any = depth = 0.0
        size = 0.25 + 0.75 * len(body) / USUAL_LENGTH
        missed = []
        for word, weight in self.weights:
            times = body.count(word)
            if times:
                depth += weight * times / (times + 1.2 * size)
            if word in title:
                in_title += weight
                in_any += weight
            elif times or word in context:
                in_any += weight * (1 if times else 0.9)
            else:
                missed.append((word, weight))
        if missed and self.others:
            in_any += self._met_otherwise(missed, f"{title}{context}{body}")
        title_share = in_title / self.total
        cover = in_any / self.total if self.weights else 1.0
        words_of_title = title.count(" ") - 1
        dense = min(1.0, self.length / words_of_title) if words_of_title else 0.0
        score = 10 * title_share + 3 * dense * title_share + 4 * depth / self.total
        together = 0.0
        if self.pairs:
            paired_title = sum(pair in title for pair in self.pairs) / len(self.pairs)
            paired_body = sum(pair in body for pair in self.pairs) / len(self.pairs)
            together = max(paired_title, paired_body)
            score += 5 * paired_title + 3 * paired_body
            if self.phrase in title:
                score += 6 + 6 * (dense == 1.0)
            elif self.phrase in body:
                score += 4
        elif self.weights:
            together = 1.0
        score += self._marks(row, title)
        score *= cover * cover
        score += sum(20 for day in self.days if day in f" {row.keys} ")
        return Scored(score + self._number(row.keys), row.key, cover, together)

    def _met_otherwise(self, missed: list[tuple[str, float]], text: str) -> float:
        """What the entry says in other words: ubnd for ủy ban nhân dân."""
        met = 0.0
        for word, weight in missed:
            if any(
                word in one and all(piece in text for piece in other)
                for one, other in self.others
            ):
                met += weight
        return met

    def _marks(self, row: Row, title: str) -> float:
        if not self.marked:
            return 0.0
        exact = f" {row.exact} "
        score = 4.0 if self.exact_phrase and self.exact_phrase in exact else 0.0
        there = [
            with_marks in exact for plain, with_marks in self.marked if plain in title
        ]
        if there:
            score += 8 * (sum(there) / len(there) - 0.5) * len(there) / len(self.marked)
        return score

    def _number(self, keys: str) -> float:
        if not self.numbers:
            return 0.0
        keys = f" {keys} "
        for key, worth in self.numbers:
            if key in keys:
                return worth
        for place, key in enumerate(self.cited):
            if key in keys:
                return 30.0 - place
        return 0.0


def by_page(scored: Iterable[Scored]) -> list[Hit]:
    """Each page once, by its best entry; of two alike the newer comes first."""
    best: dict[int, Scored] = {}
    for found in sorted(scored, key=lambda s: (-s.score, -s.key)):
        best.setdefault(page_of_key(found.key), found)
    return [
        Hit(page, found.key, found.score, found.score >= 300)
        for page, found in best.items()
    ]
