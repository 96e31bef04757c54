"""A search from the query to ranked pages: which questions the engine is asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from heapq import nlargest

from portal.models import SearchEntry, SearchState, SearchSynonym
from portal.search import registry, spelling, vocabulary
from portal.search.engines import Engine, Wanted, engine
from portal.search.keys import page_of_key
from portal.search.query import Query, parse
from portal.search.ranking import Hit, Ranker, Row, Scored, by_page

MARKED, HEADS, BODIES, LOOSE, BEGUN = 60, 100, 160, 300, 300
#: So many of them are weighed by their text too.
DEEP = 40
#: More entries than these are not counted one by one.
MOST_COUNTED = 10_000
_COHERENT = 0.34
_RARE = 6
_MOST_TRIED = 2
# Of a loose search only what holds so much of the query, and of the best answer.
_LEAST_COVER, _OF_BEST = 0.35, 0.6

Filters = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Found:
    """Ranked pages; `wanted` is what was asked in the end, for counting it.

    `corrected` says that another query than the typed one was searched for.
    """

    query: Query
    hits: Sequence[Hit] = ()
    wanted: Wanted = field(default_factory=lambda: Wanted(()))
    corrected: bool = False
    loose: bool = False
    slot: int = 0


def all_synonyms() -> list[tuple[str, str]]:
    """The rooms' abbreviations and the editors' own."""
    own = SearchSynonym.objects.values_list("short", "meaning")
    return [*own, *registry.known_synonyms()]


def find(
    text: str | Query, filters: Filters = (), only: frozenset[int] | None = None
) -> Found:
    """Pages that answer the query and pass the filters, the best first.

    `only` narrows to these pages: for filters whose values depend on the day.
    """
    query = text if isinstance(text, Query) else parse(text, all_synonyms())
    return Search(filters, only).run(query)


class Search:
    """One reader's search: the slot and counts are read once."""

    def __init__(self, filters: Filters, only: frozenset[int] | None = None) -> None:
        self.filters, self.only = filters, only
        self.engine: Engine = engine()
        state = SearchState.current()
        self.slot, self.total = state.slot, state.pages

    def run(self, query: Query) -> Found:
        if not query:
            return Found(query, slot=self.slot)
        if query.number and not query.words and not query.days:
            return self._by_number(query)
        found, best = self._all_words(query)
        if best is None or not self._is_coherent(query, best):
            return self._otherwise(query, found, best)
        if not best.is_title and best.coherence < 1.0 and len(query.folded) > 2:
            return self._surely(query, found, best)
        return found

    def _surely(self, query: Query, found: Found, best: Scored) -> Found:
        """All words are there, yet one may be a slip that happens to be a word.

        Only a correction that stands in a title word by word is believed then.
        """
        known = vocabulary.frequencies(query.folded)
        for other in spelling.corrections(query, known)[:_MOST_TRIED]:
            read, better = self._read_as(other)
            if better and better.is_title and better.coherence == 1.0:
                return read
        return found

    def _by_number(self, query: Query) -> Found:
        """The most specific reading of the number that any page owns."""
        keys = query.number.ladder()
        for key in reversed(keys):
            cited = ((f"c{keys[-1]}",),) if len(keys) > 1 else ()
            owned = Wanted((((f"s{key}",),),), self.filters)
            if self.engine.candidates(owned, slot=self.slot, in_head=True, limit=1):
                asked = Wanted((((f"s{key}",), *cited),), self.filters)
                return self._ranked(query, asked, loose=key != keys[-1])[0]
        asked = Wanted((tuple((f"c{key}",) for key in keys[-1:]),), self.filters)
        found, _best = self._ranked(query, asked)
        return found

    def _all_words(self, query: Query) -> tuple[Found, Scored | None]:
        groups = query.groups()
        if query.number:
            keys = query.number.ladder()
            owned = tuple((f"s{key}",) for key in keys[-1:])
            cited = tuple((f"c{key}",) for key in keys[-1:])
            groups = (*groups, (*owned, *cited))
        return self._ranked(query, Wanted(groups, self.filters))

    def _otherwise(self, query: Query, found: Found, best: Scored | None) -> Found:
        """Other readings, where the words as typed do not stand together anywhere."""
        known = vocabulary.frequencies(query.folded)
        readings = [(found, best)]
        if telex := spelling.from_telex(query):
            readings.append(self._read_as(telex))
        if not self._settled(readings):
            for other in spelling.corrections(query, known):
                readings.append(self._read_as(other))
        if not self._settled(readings) and best is None and query.words:
            readings.append(self._some_words(query, known))
        return max(readings, key=lambda reading: _worth(*reading))[0]

    def _read_as(self, query: Query) -> tuple[Found, Scored | None]:
        query = replace(query, text=spelling.said(query.words))
        found, best = self._all_words(query)
        return replace(found, corrected=True), best

    def _settled(self, readings: Iterable[tuple[Found, Scored | None]]) -> bool:
        return any(
            best is not None and self._is_coherent(found.query, best)
            for found, best in readings
        )

    def _some_words(self, query: Query, known) -> tuple[Found, Scored | None]:
        """The rarest words decide who is asked; the ranker weighs the rest."""
        rare = sorted((w for w in query.folded if w in known), key=lambda w: known[w])
        if not rare:
            return Found(query, slot=self.slot), None
        chosen, reach = rare[:1], known[rare[0]]
        for word in rare[1:_RARE]:
            reach += known[word]
            if reach > LOOSE and len(chosen) > 1:
                break
            chosen.append(word)
        groups = tuple(((word,),) for word in chosen)
        found, best = self._ranked(
            query, Wanted(groups, self.filters), loose=True, either=True
        )
        return found, best

    def _ranked(
        self, query: Query, asked: Wanted, *, loose: bool = False, either: bool = False
    ) -> tuple[Found, Scored | None]:
        if either:
            keys = self.engine.candidates_or(asked, slot=self.slot, limit=LOOSE)
        else:
            keys = self._with_marks(query, asked)
            keys += self.engine.candidates(
                asked, slot=self.slot, in_head=True, limit=self._reach(HEADS)
            )
            keys += self.engine.candidates(
                asked, slot=self.slot, in_head=False, limit=self._reach(BODIES)
            )
        scored = self._scored(query, self._allowed(keys))
        if either and scored:
            least = max(_LEAST_COVER, _OF_BEST * max(one.cover for one in scored))
            scored = [one for one in scored if one.cover >= least]
        found = Found(query, by_page(scored), asked, loose=loose, slot=self.slot)
        return found, max(scored, default=None)

    def _with_marks(self, query: Query, asked: Wanted) -> list[int]:
        """Titles with the very marks that were typed, however old they are."""
        exact = tuple(((w.exact,),) for w in query.words if w.has_marks)
        if not exact:
            return []
        marked = replace(asked, groups=(*asked.groups, *dict.fromkeys(exact)))
        return self.engine.candidates(
            marked, slot=self.slot, in_head=True, limit=self._reach(MARKED)
        )

    def begun(self, query: Query, asked: Wanted) -> list[Hit]:
        """Titles for a query whose last word is only begun, the best first."""
        keys = self.engine.candidates(asked, slot=self.slot, in_head=True, limit=BEGUN)
        whole = query.with_words(query.words[:-1])
        return by_page(self._scored(whole, keys, begun=" ".join(query.sequence)))

    def _reach(self, limit: int) -> int:
        return limit if self.only is None else MOST_COUNTED

    def _allowed(self, keys: list[int]) -> list[int]:
        keys = list(dict.fromkeys(keys))
        if self.only is not None:
            keys = [key for key in keys if page_of_key(key) in self.only]
        return keys[: MARKED + HEADS + BODIES]

    def _scored(self, query: Query, keys: list[int], begun: str = "") -> list[Scored]:
        if not keys:
            return []
        known = vocabulary.frequencies(query.folded)
        weights = {
            word: vocabulary.weight(word, known, self.total) for word in query.folded
        }
        ranker = Ranker(query, weights, begun)
        rows = SearchEntry.objects.filter(id__in=keys)
        light = [Row(*row) for row in rows.values_list(*Row._fields[:-1])]
        scored = {row.id: ranker.score(row) for row in light}
        # Texts are long: read and weighed only where they can still decide.
        deep = nlargest(DEEP, scored.values())
        bodies = dict(
            rows.filter(id__in=[s.key for s in deep]).values_list("id", "body")
        )
        for row in light:
            if row.id in bodies:
                scored[row.id] = ranker.score(row._replace(body=bodies[row.id]))
        return list(scored.values())

    @staticmethod
    def _is_coherent(query: Query, best: Scored) -> bool:
        return best.cover > 0.85 and best.coherence >= _COHERENT


def _worth(found: Found, best: Scored | None) -> tuple:
    """What is whole and stands together first; a correction must be better."""
    if best is None:
        return (-1.0, 0.0, 0.0)
    whole = round(best.cover * best.coherence, 3)
    return (whole, 0.0 if found.corrected else 1.0, best.score)
