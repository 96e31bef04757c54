"""What comes first: one judge for every engine, over at most a few hundred entries.

Own number far above all, then what the title says, then the text; words that stand
side by side count for more than scattered ones, and marks typed count when they match.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from portal.search.asked import is_asked_whole, likeness
from portal.search.entry_keys import page_of_key
from portal.search.marks import Marks
from portal.search.number_rank import OWNED, NumberRanker
from portal.search.page_words import GROUP, hub_token, kind_token
from portal.search.phrases import Needle, Phrase, Together, said
from portal.search.query import Query
from portal.search.weights import W

#: A text's words; a coded line has a character for each.
USUAL_LENGTH = 300
#: Of the rarest words it matters how often a text says them.
_COUNTED = 4
WHOLE = 0.99


class IndexRow(NamedTuple):
    """What the ranker reads of an entry; the words of its text are coded."""

    id: int
    folded: str
    exact: str
    keys: str
    context: str
    facets: str
    asked: str
    body: str


class Scored(NamedTuple):
    """An entry's score; `coherence` says how much of the query stands together.

    `is_title` if its title has every word.
    """

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
        heavy = sorted(query.folded, key=lambda word: -weights[word])
        self.others = [
            (set(map(Needle.of, one)), [Needle.of(word) for word in other])
            for one, other in query.synonyms
        ]
        # A phrase in other words may be spread over title and text.
        spread = frozenset(word for one, _other in self.others for word in one)
        self.weights = [
            (needle, weights[word], at < _COUNTED, needle in spread)
            for at, word in enumerate(heavy)
            for needle in [Needle.of(word)]
        ]
        self.weight_of, self.sequence = weights, query.sequence
        self.total = sum(weights.values()) or 1.0
        self.phrases = [Phrase(one, weights) for one in said(query) if len(one) > 1]
        self.marks = Marks(query, weights, self.total)
        self.kinds = [f" {kind_token(kind)} " for kind in query.kinds]
        self.hubs = [f" {hub_token(kind)} " for kind in query.kinds]
        self.whole_kind = query.only_kind and not query.states
        self.of_state = W.of_state * (3 if query.only_state else 1)
        self.length = len(query.sequence)
        # The common words first: the rare ones were asked for.
        needed = set(map(Needle.of, query.telling))
        self.needed = [
            word
            for word, _weight, _counted, others in reversed(self.weights)
            if word in needed and not others
        ]
        self.days = [f" {keys[0]} " for keys in query.days]
        self.begun = f" {begun}" if begun else ""
        self.number = NumberRanker(query.number) if query.number else None

    def has_all(self, row: IndexRow) -> bool:
        """Whether every word stands somewhere in the entry."""
        title, body, context = f" {row.folded} ", row.body, _around(row)
        for plain, letters in self.needed:
            if letters not in body and plain not in title and plain not in context:
                return False
        return True

    def lacks(self, row: IndexRow) -> frozenset[str]:
        """The folded words that stand nowhere in the entry; synonyms are not asked."""
        title, body, context = f" {row.folded} ", row.body, _around(row)
        return frozenset(
            plain.strip()
            for plain, letters in self.needed
            if letters not in body and plain not in title and plain not in context
        )

    def score(self, row: IndexRow) -> Scored:
        title, body, context = f" {row.folded} ", row.body, f" {row.context} "
        around = _around(row)
        in_title = in_any = depth = is_one = 0.0
        size = 1.2 * (0.25 + 0.75 * len(body) / USUAL_LENGTH)
        for word, weight, is_counted, has_others in self.weights:
            plain, letters = word
            times: int = letters in body
            if times:
                if is_counted:
                    times = body.count(letters)
                depth += weight * times / (times + size)
            if plain in title or (has_others and self._says(word, title, "plain")):
                in_title += weight
                in_any += weight
            elif times or (has_others and self._says(word, body, "coded")):
                in_any += weight
            elif plain in around or (has_others and self._says(word, context, "plain")):
                in_any += 0.9 * weight
            if plain in context and plain not in title:
                is_one += weight
        title_share = in_title / self.total
        cover = in_any / self.total if self.weights else 1.0
        words_of_title = title.count(" ") - 1
        dense = min(1.0, self.length / words_of_title) if words_of_title else 0.0
        score = W.title * title_share + W.dense * dense * title_share
        score += W.depth * depth / self.total + W.context * is_one / self.total
        coherence = 1.0
        if self.phrases:
            each = [(one, one.together(title, body, context)) for one in self.phrases]
            coherence = max(found.share for _one, found in each)
            score += max(self._side_by_side(*found, dense) for found in each)
        if title_share > WHOLE and row.exact:
            score += W.all_in_title
        if row.asked:
            score += W.asked * likeness(self.weight_of, self.total, row.asked)
            if is_asked_whole(self.sequence, row.asked):
                coherence = 1.0
                score += W.asked_whole
        score *= self.marks.of_title(row.exact, title)
        score *= cover**W.cover
        if self.kinds and any(kind in f" {row.facets} " for kind in self.kinds):
            score += W.of_kind
        elif self.hubs and any(hub in f" {row.facets} " for hub in self.hubs):
            score += W.of_hub if self.whole_kind else W.near_hub
        elif self.kinds and not self.whole_kind:
            score *= W.other_kind
        if f" {GROUP} " in f" {row.facets} ":
            score += W.of_group
        if self.begun and self.begun in title:
            score += 40 if title.startswith(self.begun) else 20
        if self.days or self.number:
            score += self._by_keys(f" {row.keys} ")
        return Scored(score, row.id, cover, coherence, title_share > WHOLE)

    @staticmethod
    def _side_by_side(phrase: Phrase, found: Together, dense: float) -> float:
        worth = W.pairs * found.share + W.pairs_title * found.title
        worth += W.pairs_body * found.body + W.pairs_context * found.context
        if found.is_title:
            worth += W.whole_title * (1 + 2 * (dense == 1.0))
        elif found.is_body:
            # The more words stand there one by one, the less it is chance.
            worth += min(W.whole_body, 1.2 * phrase.size)
        elif found.is_context:
            worth += W.whole_context
        return worth

    def by_state(self, found: Scored, asked: int, better: int) -> Scored:
        """The same for a page that stands on the day as was asked, and how well."""
        worth = self.of_state * min(asked, 1) + W.better_state * better
        return found._replace(score=found.score + worth)

    def _by_keys(self, keys: str) -> float:
        score = 20.0 * sum(day in keys for day in self.days)
        return score + self.number.score(keys) if self.number else score

    def _says(self, word: Needle, text: str, form: str) -> bool:
        """Whether the text says it in other words: ubnd for ủy ban nhân dân."""
        return any(
            word in one and all(getattr(piece, form) in text for piece in other)
            for one, other in self.others
        )


def _around(row: IndexRow) -> str:
    """What the page is, and what readers call it."""
    return f" {row.context}  {row.asked} "


def by_page(scored: Iterable[Scored]) -> list[Hit]:
    """Each page once, by its best entry; of two alike the newer comes first."""
    best: dict[int, Scored] = {}
    for found in sorted(scored, key=lambda s: (-s.score, -s.key)):
        best.setdefault(page_of_key(found.key), found)
    return [
        Hit(page, found.key, found.score, found.score >= OWNED * 0.3)
        for page, found in best.items()
    ]
