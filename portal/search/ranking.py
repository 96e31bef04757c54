"""What comes first: one judge for every engine, over at most a few hundred entries.

Own number far above all, then what the title says, then the text; words that stand
side by side count for more than scattered ones, and marks typed count when they match.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from portal.search.asked import NOT_ASKED, Asked, Phrases, telling
from portal.search.entry_keys import page_of_key
from portal.search.index_row import IndexRow
from portal.search.marks import Marks
from portal.search.meant import NOTHING, Meant
from portal.search.number_rank import NumberRanker
from portal.search.page_words import ASKING, GROUP, hub_token, kind_token
from portal.search.phrases import Needle, Phrase, Together, said
from portal.search.query import Query
from portal.search.syllable_codes import coded
from portal.search.synonyms import others_of, says, says_coded
from portal.search.weights import W

#: A text's words; a coded line has a character for each.
USUAL_LENGTH = 300
#: Of the rarest words it matters how often a text says them.
_COUNTED = 4
WHOLE = 0.99
#: Beyond how many words a text says some of any query by chance, and where most of it.
_SHORT, _LONG = 50, 450


class Scored(NamedTuple):
    """An entry's score; `coherence` says how much of the query stands together.

    `is_title` if its title has every word.
    """

    score: float
    key: int
    cover: float
    coherence: float
    is_title: bool


class Ranker:
    """Scores entries for one query; made once, used for each entry.

    `begun` is a title's beginning, while a reader is still typing it; `meant` is what
    readers' phrases say of the query as a whole.
    """

    def __init__(
        self,
        query: Query,
        weights: Mapping[str, float],
        begun: str = "",
        meant: Meant = NOTHING,
    ) -> None:
        heavy = sorted(query.folded, key=lambda word: -weights[word])
        # Each word with what else says it: all words of a phrase, plain and coded. A
        # phrase in other words may be spread over title and text.
        self.weights = [
            (
                word,
                coded(word),
                weights[word],
                at < _COUNTED,
                others_of(query.synonyms, word),
            )
            for at, word in enumerate(heavy)
        ]
        self.weight_of, self.sequence, self.meant = weights, query.sequence, meant
        self.total = sum(weights.values()) or 1.0
        self.telling = telling(weights, self.total)
        self.phrases = [Phrase(one, weights) for one in said(query) if len(one) > 1]
        self.marks = Marks(query, weights, self.total)
        self.kinds = frozenset(map(kind_token, query.kinds))
        self.hubs = frozenset(map(hub_token, query.kinds))
        self.whole_kind = query.only_kind and not query.states
        only_state = query.only_state and not query.number
        self.of_state = W.of_state * (3 if only_state else 1)
        self.of_hub = W.near_hub
        self.is_of_one = bool(query.kinds) and not (self.whole_kind or query.asks_list)
        if self.whole_kind or query.asks_list:
            # Before all that stand as is asked, too.
            self.of_hub = W.of_hub + (self.of_state if query.states else 0.0)
        self.length = len(query.sequence)
        # The common words first: the rare ones were asked for.
        needed = set(query.telling)
        self.needed = [
            (word, letters)
            for word, letters, _weight, _counted, others in reversed(self.weights)
            if word in needed and not others
        ]
        self.days = [f" {keys[0]} " for keys in query.days]
        self.of_any_year = [
            (re.compile(rf" d\d{{4}}{month:02}{day:02} "), Needle.of(f"{day} {month}"))
            for day, month in query.of_any_year
        ]
        self.begun = f" {begun}" if begun else ""
        #: The entries of programmes that were met.
        self.groups: set[int] = set()
        self._judged: dict[int, Scored] = {}
        self._likened: dict[Phrases, Asked] = {}
        self.number = NumberRanker(query.number) if query.number else None
        self.also = NumberRanker(query.also) if query.also else None

    def has_all(self, row: IndexRow) -> bool:
        """Whether every word stands somewhere in the entry."""
        title, body, around = row.title_words, row.body, row.around
        for word, letters in self.needed:
            if letters not in body and word not in title and word not in around:
                return False
        return True

    def lacks(self, row: IndexRow) -> frozenset[str]:
        """The folded words that stand nowhere in the entry; synonyms are not asked."""
        title, body, around = row.title_words, row.body, row.around
        return frozenset(
            word
            for word, letters in self.needed
            if letters not in body and word not in title and word not in around
        )

    def most_cover(self, row: IndexRow) -> float:
        """No less than the cover that the entry will have; cheaper to say."""
        title, body, around = row.title_words, row.body, row.around
        there = sum(
            weight
            for word, letters, weight, _counted, others in self.weights
            if others or word in title or word in around or letters in body
        )
        return there / self.total if self.weights else 1.0

    def judge(self, row: IndexRow) -> Scored:
        """The score of an entry of the index, which may be met again in one search."""
        if row.id not in self._judged:
            self._judged[row.id] = self.score(row)
        return self._judged[row.id]

    def score(self, row: IndexRow) -> Scored:
        title, body, about = row.title_words, row.body, row.about
        like, is_whole, phrase = self._asked(row)
        in_title = in_any = depth = is_one = 0.0
        by_text = _by_text(len(body))
        size = 1.2 * (0.25 + 0.75 * len(body) / USUAL_LENGTH)
        for word, letters, weight, is_counted, others in self.weights:
            times: int = letters in body
            if times:
                if is_counted:
                    times = body.count(letters)
                depth += weight * times / (times + size)
            is_titled = word in title
            if is_titled or (others and says(others, title)):
                in_title += weight
                in_any += weight
            elif times or (others and says_coded(others, body)):
                in_any += weight * by_text
            elif word in about or word in phrase or (others and says(others, about)):
                in_any += 0.9 * weight
            elif word in row.around:
                in_any += W.other_phrase * weight
            if not is_titled and word in about:
                is_one += weight
        title_share = in_title / self.total
        cover = in_any / self.total if self.weights else 1.0
        dense = min(1.0, self.length / row.length) if row.length else 0.0
        score = W.title * title_share + W.dense * dense * title_share
        score += W.depth * depth / self.total + W.context * is_one / self.total
        coherence = 1.0
        if self.phrases:
            coherence, more = self._together(row, dense)
            score += more
        if title_share > WHOLE and row.exact:
            score += W.all_in_title
        score += W.asked * like
        if is_whole:
            coherence = 1.0
            score += W.asked_whole
        if self.marks:
            score *= self.marks.of_title(row)
        score *= cover**W.cover
        score = self._of_kind(row, score)
        if self.meant.pages:
            score += W.meant * self.meant.pages.get(page_of_key(row.id), 0.0)
        if self.begun and self.begun in row.title:
            score += 40 if row.title.startswith(self.begun) else 20
        if self.days or self.number:
            score += self._by_keys(row.keys)
        for of_page, spoken in self.of_any_year:
            if of_page.search(row.keys):
                score += W.day
            elif spoken.plain in row.context or spoken.coded in row.body:
                score += W.day / 2
        return Scored(score, row.id, cover, coherence, title_share > WHOLE)

    def _asked(self, row: IndexRow) -> Asked:
        """What its phrases say of the query; once for a page's parts.

        Who asks for one of a kind ("sáng kiến y tế dưới 1 triệu") is not led to the
        list of them all, whatever that is asked for with.
        """
        phrases = row.asked
        if phrases is None or (self.is_of_one and not self.hubs.isdisjoint(row.facets)):
            return NOT_ASKED
        if phrases not in self._likened:
            like, words = phrases.likeness(self.telling, self.total)
            is_whole = phrases.has(self.sequence)
            self._likened[phrases] = Asked(like, is_whole, words)
        return self._likened[phrases]

    def _of_kind(self, row: IndexRow, score: float) -> float:
        """The score by whether the entry is of the kind that is asked for."""
        facets = row.facets
        if ASKING in facets and ASKING not in self.kinds:
            score *= W.asking
        if self.kinds:
            if not self.kinds.isdisjoint(facets):
                score += W.of_kind
            elif not self.hubs.isdisjoint(facets):
                score += self.of_hub
            elif not self.whole_kind:
                score *= W.other_kind
        if GROUP in facets:
            self.groups.add(row.id)
            score += W.of_group
        return score

    def _together(self, row: IndexRow, dense: float) -> tuple[float, float]:
        """The most that stands together, and the most that it is worth."""
        share = most = 0.0
        for phrase in self.phrases:
            found = phrase.together(row)
            if found is None:
                continue
            share = max(share, found.share)
            most = max(most, self._side_by_side(phrase, found, dense))
        return share, most

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
        score = W.day * sum(day in keys for day in self.days)
        score += self.number.score(keys) if self.number else 0.0
        return score + W.also * self.also.score(keys) if self.also else score


def _by_text(size: int) -> float:
    """What a word counts that stands in a text of so many characters and not in the
    title: in a long one less, for it says some of any query."""
    return 1 - W.long * min(1.0, max(0, size - _SHORT) / (_LONG - _SHORT))
