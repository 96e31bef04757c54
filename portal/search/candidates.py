"""Which entries are weighed for a query: a few hundred, asked of the engine."""

from dataclasses import replace
from heapq import nlargest

from portal.search import reading, vocabulary
from portal.search.engines import Engine, Group, Wanted, engine
from portal.search.keys import page_of_key
from portal.search.query import Query
from portal.search.ranking import Ranker, Scored

MARKED, HEADS, BODIES, LOOSE, BEGUN = 60, 100, 160, 300, 300
#: So many titles, and so many of those found by their text alone, are weighed by it.
DEEP = 30
#: More entries than these are not counted one by one.
MOST_COUNTED = 10_000
# In an index of so many entries a word in every third of them is no help to find any.
_LARGE, _OFTEN, _ENOUGH = 5_000, 0.3, 4


class Candidates:
    """For one search: the slot, the counts and each word's count are read once."""

    def __init__(self, only: frozenset[int] | None = None) -> None:
        self.only = only
        self.engine: Engine = engine()
        self.slot, self.total = reading.state()
        self._seen: dict[str, int | None] = {}
        self._by_text: list[int] = []

    def all_of(self, query: Query, asked: Wanted) -> list[int]:
        """Titles, then texts; where titles fill pages no text comes before them."""
        titles = self._ask(asked, HEADS)
        # Fewer than were asked for are all there are, with whatever marks.
        marked = self._with_marks(query, asked) if len(titles) >= HEADS else []
        keys = [*marked, *titles]
        self._by_text = []
        if self.only is not None or len(titles) < HEADS:
            found = self._ask(self._lean(asked), BODIES, in_head=False)
            known = set(keys)
            self._by_text = [key for key in found if key not in known]
        return keys + self._by_text

    def any_of(self, asked: Wanted) -> list[int]:
        return self.engine.candidates_or(asked, slot=self.slot, limit=LOOSE)

    def begun(self, asked: Wanted) -> list[int]:
        return self._ask(asked, BEGUN)

    def is_owned(self, asked: Wanted) -> bool:
        """Whether any title or number meets it at all."""
        return bool(
            self.engine.candidates(asked, slot=self.slot, in_head=True, limit=1)
        )

    def _ask(self, asked: Wanted, limit: int, *, in_head: bool = True) -> list[int]:
        limit = limit if self.only is None else MOST_COUNTED
        return self.engine.candidates(
            asked, slot=self.slot, in_head=in_head, limit=limit
        )

    def _lean(self, asked: Wanted) -> Wanted:
        """Without words that nearly everything holds, if enough others are left.

        Among texts they would make an engine walk its longest lists and leave next
        to nothing out; the ranker still weighs them, and counts still ask for them.
        """
        if self.total < _LARGE:
            return asked
        known = self.known(tuple(g[0][0] for g in asked.groups if _is_word(g)))
        often = self.total * _OFTEN
        kept = tuple(
            group
            for group in asked.groups
            if not _is_word(group) or known.get(group[0][0], 0) < often
        )
        return replace(asked, groups=kept) if len(kept) >= _ENOUGH else asked

    def known(self, words: tuple[str, ...]) -> dict[str, int]:
        """How common words are, each looked up once in a search."""
        missing = [word for word in words if word not in self._seen]
        if missing:
            found = vocabulary.frequencies(missing)
            self._seen.update({word: found.get(word) for word in missing})
        return {w: self._seen[w] for w in words if self._seen[w] is not None}

    def _with_marks(self, query: Query, asked: Wanted) -> list[int]:
        """Titles with the very marks that were typed, however old they are."""
        kept = {group[0][0] for group in asked.groups if _is_word(group)}
        exact = tuple(
            ((word.exact,),)
            for word in query.words
            if word.has_marks and word.folded in kept
        )
        if not exact:
            return []
        marked = replace(asked, groups=(*asked.groups, *dict.fromkeys(exact)))
        return self._ask(marked, MARKED)

    def _allowed(self, keys: list[int]) -> list[int]:
        keys = list(dict.fromkeys(keys))
        if self.only is not None:
            keys = [key for key in keys if page_of_key(key) in self.only]
        return keys[: MARKED + HEADS + BODIES]

    def score(self, query: Query, keys: list[int], begun: str = "") -> list[Scored]:
        """The entries that may be shown, weighed."""
        keys = self._allowed(keys)
        if not keys:
            return []
        known = self.known(query.folded)
        weights = {
            word: vocabulary.weight(word, known, self.total) for word in query.folded
        }
        ranker = Ranker(query, weights, begun)
        if len(keys) <= 2 * DEEP:
            return [ranker.score(row) for row in reading.whole(keys)]
        light = reading.titles(keys)
        scored = {row.id: ranker.score(row) for row in light}
        # Texts are long: read and weighed only where they can still decide.
        deep = [one.key for one in nlargest(DEEP, scored.values())]
        deep += [key for key in self._by_text if key in scored][:DEEP]
        bodies = reading.texts(deep)
        for row in light:
            if row.id in bodies:
                scored[row.id] = ranker.score(row._replace(body=bodies[row.id]))
        return list(scored.values())


def _is_word(group: Group) -> bool:
    return len(group) == 1 and len(group[0]) == 1
