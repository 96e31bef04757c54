"""Which entries are weighed for a query: a few hundred, asked of the engine."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from math import prod

from portal.search import index_tables, registry, vocabulary
from portal.search.engines import Engine, Group, Wanted, engine
from portal.search.entry_keys import page_of_key
from portal.search.index_row import IndexRow
from portal.search.marks import WrittenText
from portal.search.meant import NOTHING
from portal.search.phrase_model import meant_by
from portal.search.query import Query
from portal.search.ranking import Ranker, Scored

MARKED, HEADS, BODIES, LOOSE, BEGUN = 60, 100, 100, 300, 300
#: Of a loose search only what holds so much of the query.
LEAST_COVER = 0.35
#: Of so many entries the marks of their texts are looked at.
READ_AGAIN = 60
#: What a word that only joins others weighs of what it would.
JOINING = 0.1
#: So many results are a page.
PER_PAGE = 10
#: More entries than these are not counted one by one.
MOST_COUNTED = 10_000
#: In an index of so many entries only the rarest words of a query are asked for: the
#: others make an engine walk its longest lists and leave next to nothing out.
_LARGE, _OF_TITLES, _OF_TEXTS = 5_000, (4, 7), 4

_SILENT = WrittenText("")


class Candidates:
    """For one search: the slot, the counts and each word's count are read once."""

    def __init__(
        self,
        only: frozenset[int] | None = None,
        on: date | None = None,
        *,
        whole_query: bool = False,
    ) -> None:
        self.only, self.on, self.whole_query = only, on, whole_query
        self.engine: Engine = engine()
        self.slot, self.total = index_tables.state()
        self._seen: dict[str, int | None] = {}
        self._common: dict[Group, int] = {}
        self._rankers: dict[tuple[Query, str], Ranker] = {}

    def all_of(self, query: Query, asked: Wanted) -> list[Scored]:
        """Entries with all words, weighed: titles, then texts.

        Where titles that say it as it was asked fill a page, or titles fill many, no
        text comes before them: none is looked for.
        """
        ranker = self.ranker(query)
        titles = self._titles(query, asked)
        scored = self._weigh(query, ranker, titles)
        if self.only is None:
            sayings = [one for one in scored if one.is_title and one.coherence == 1.0]
            if len(titles) >= HEADS or len(sayings) >= PER_PAGE:
                return scored
        texts = self._ask(self._rarest(asked, _OF_TEXTS), BODIES, in_head=False)
        weighed = set(titles)
        return scored + self._weigh(
            query, ranker, [k for k in texts if k not in weighed]
        )

    def _titles(self, query: Query, asked: Wanted) -> list[int]:
        titles: list[int] = []
        for most in (*_OF_TITLES, len(asked.groups)):
            few = self._rarest(asked, most)
            titles = self._ask(few, HEADS)
            if len(titles) < HEADS or len(few.groups) == len(asked.groups):
                break
        if len(titles) < HEADS:
            return titles
        # There are more: those with the typed marks come first, however old.
        return [*self._with_marks(query, asked), *titles]

    def any_of(self, query: Query, asked: Wanted) -> list[Scored]:
        """Entries with any of the groups, weighed; where words alone are asked for,
        those that can hold `LEAST_COVER` of the query."""
        keys = self.engine.candidates_or(asked, slot=self.slot, limit=LOOSE)
        least = 0.0 if query.number or query.days else LEAST_COVER
        return self._weigh(query, self.ranker(query), keys, loose=True, least=least)

    def of(self, query: Query, asked: Wanted) -> list[Scored]:
        """The newest of whole pages that meet it, whatever they say, weighed."""
        keys = self._ask(asked, LOOSE)
        return self._weigh(query, self.ranker(query), keys, loose=True)

    def of_pages(self, query: Query, pages: Collection[int]) -> list[Scored]:
        """The own entries of these pages, weighed."""
        keys = index_tables.own_keys(pages, self.slot)
        return self._weigh(query, self.ranker(query), keys, loose=True)

    def begun(self, query: Query, asked: Wanted, line: str) -> list[Scored]:
        """Titles that hold what is wanted, weighed; those that say the line first."""
        keys = self._ask(asked, BEGUN)
        # Who is still typing is shown titles, found by titles.
        ranker = self.ranker(query, line)
        return self._weigh(query, ranker, keys, loose=True, with_texts=False)

    def is_owned(self, asked: Wanted) -> bool:
        """Whether any title or number meets it at all."""
        return bool(
            self.engine.candidates(asked, slot=self.slot, in_head=True, limit=1)
        )

    def _ask(self, asked: Wanted, limit: int, *, in_head: bool = True) -> list[int]:
        if self.only is not None:
            if not self.only:
                return []
            limit = MOST_COUNTED
        return self.engine.candidates(
            asked, slot=self.slot, in_head=in_head, limit=limit
        )

    def _rarest(self, asked: Wanted, most: int) -> Wanted:
        """With so many groups alone, those that say most: numbers and days first.

        Whether the other words are there too is for the ranker to see. An engine looks
        for the first group, and only where it is for the next.
        """
        if self.total < _LARGE:
            return asked
        common = self._frequencies(asked)
        rare = sorted(asked.groups, key=lambda group: common[group])[:most]
        return self.estimated(replace(asked, groups=tuple(rare)))

    def estimated(self, asked: Wanted, *, either: bool = False) -> Wanted:
        """The same, with how much of the index probably meets all of it, or any."""
        if not self.total or not asked.groups or asked.starts:
            return asked
        common = self._frequencies(asked)
        shares = [min(1.0, common[group] / self.total) for group in asked.groups]
        share = min(1.0, sum(shares)) if either else prod(shares)
        return replace(asked, share=share, total=self.total)

    def _frequencies(self, asked: Wanted) -> dict[Group, int]:
        """How many entries meet each group; numbers and days are met by next to none.

        What may be said in several ways is as slow to find as the commonest word.
        """
        groups = [group for group in asked.groups if group not in self._common]
        if groups:
            words = {word for group in groups for each in group for word in each}
            known = self.known(tuple(words))
            self._common.update({group: self._met(group, known) for group in groups})
        return {group: self._common[group] for group in asked.groups}

    def _met(self, group: Group, known: dict[str, int]) -> int:
        counted = max(known.get(word, 0) for each in group for word in each)
        return counted if _is_word(group) or not counted else self.total

    def known(self, words: tuple[str, ...]) -> dict[str, int]:
        """How common words are, each looked up once in a search."""
        missing = [word for word in words if word not in self._seen]
        if missing:
            stored = vocabulary.frequencies(missing)
            self._seen.update({word: stored.get(word) for word in missing})
        seen = self._seen
        return {w: found for w in words if (found := seen[w]) is not None}

    def _with_marks(self, query: Query, asked: Wanted) -> list[int]:
        """Titles with the very marks that were typed, however old they are."""
        marks = {word.folded: word.exact for word in query.words if word.has_marks}
        groups = tuple(
            ((marks[group[0][0]],),)
            if _is_word(group) and group[0][0] in marks
            else group
            for group in asked.groups
        )
        if groups == asked.groups:
            return []
        return self._ask(replace(asked, groups=groups), MARKED)

    def _allowed(self, keys: list[int]) -> list[int]:
        keys = list(dict.fromkeys(keys))
        if self.only is not None:
            keys = [key for key in keys if page_of_key(key) in self.only]
        return keys[: MARKED + HEADS + BODIES]

    def ranker(self, query: Query, begun: str = "") -> Ranker:
        """The query's judge, made once."""
        if (query, begun) not in self._rankers:
            known = self.known(query.folded)
            weights = {
                word: vocabulary.weight(word, known, self.total)
                * (JOINING if query.is_joining(word) else 1.0)
                for word in query.folded
            }
            # Who is still typing has not said all that tells.
            said = meant_by(query.typed) if self.whole_query else NOTHING
            self._rankers[query, begun] = Ranker(query, weights, begun, said)
        return self._rankers[query, begun]

    def _weigh(
        self,
        query: Query,
        ranker: Ranker,
        keys: list[int],
        *,
        loose: bool = False,
        with_texts: bool = True,
        least: float = 0.0,
    ) -> list[Scored]:
        """The entries that may be shown; those with all words if not `loose`."""
        rows = index_tables.rows(self._allowed(keys), with_texts=with_texts)
        if least:
            rows = [row for row in rows if ranker.most_cover(row) >= least]
        judge = ranker.judge if with_texts else ranker.score
        scored = [judge(row) for row in rows if loose or ranker.has_all(row)]
        if query.states and self.on:
            scored = self._by_state(ranker, query, scored, self.on)
        if with_texts and ranker.marks:
            return self._by_marks(ranker, scored, {row.id: row for row in rows})
        return scored

    @staticmethod
    def _by_marks(
        ranker: Ranker, scored: list[Scored], rows: Mapping[int, IndexRow]
    ) -> list[Scored]:
        """The best once more, by the marks of their titles and texts."""
        scored = sorted(scored, key=lambda one: -one.score)
        best = scored[:READ_AGAIN]
        texts = index_tables.texts(one.key for one in best)
        said = ranker.marks.of_texts(
            [texts.get(one.key, _SILENT) for one in best],
            [rows[one.key] for one in best],
        )
        again = [
            one._replace(score=one.score * factor + more)
            for one, (factor, more) in zip(best, said, strict=True)
        ]
        return again + scored[READ_AGAIN:]

    def _by_state(
        self, ranker: Ranker, query: Query, scored: list[Scored], on: date
    ) -> list[Scored]:
        """Each once more, by how its page stands on the day."""
        pages = {page_of_key(one.key) for one in scored}
        stand: dict[int, set[tuple[str, str]]] = {}
        for states in registry.states():
            if any(kind == states.kind for kind, _state in query.states):
                for page, codes in states.on(pages, on).items():
                    stand.setdefault(page, set()).update(
                        (states.kind, code) for code in codes
                    )
        asked = set(query.states)
        better = {(s.kind, state) for s in registry.states() for state in s.better}
        return [
            ranker.by_state(one, len(asked & stand[page]), len(better & stand[page]))
            if (page := page_of_key(one.key)) in stand
            else one
            for one in scored
        ]


def _is_word(group: Group) -> bool:
    return len(group) == 1 and len(group[0]) == 1
