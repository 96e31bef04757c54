"""A search from the query to ranked pages: which questions the engine is asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from portal.search import index_tables, registry, spelling
from portal.search.candidates import LOOSE, Candidates
from portal.search.engines import Wanted
from portal.search.query import Query, parse
from portal.search.ranking import Hit, Scored, by_page

_COHERENT = 0.34
_RARE = 6
_MOST_TRIED = 2
# Of a loose search only what holds so much of the query, and of the best answer.
_LEAST_COVER, _OF_BEST = 0.35, 0.6

Filters = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Found:
    """Ranked pages; `wanted` is what was asked in the end, for counting it.

    `corrected` says that another query than the typed one was searched for,
    `in_title` that some title holds all of its words.
    """

    query: Query
    hits: Sequence[Hit] = ()
    wanted: Wanted = field(default_factory=lambda: Wanted(()))
    corrected: bool = False
    loose: bool = False
    slot: int = 0
    in_title: bool = False


def all_synonyms() -> list[tuple[str, str]]:
    """The rooms' abbreviations and the editors' own."""
    return [*index_tables.synonyms(), *registry.known_synonyms()]


def find(
    text: str | Query, filters: Filters = (), only: frozenset[int] | None = None
) -> Found:
    """Pages that answer the query and pass the filters, the best first.

    `only` narrows to these pages: for filters whose values depend on the day.
    """
    query = text if isinstance(text, Query) else parse(text, all_synonyms())
    return Search(filters, only).run(query)


class Search:
    """One reader's search: which reading of the query is answered."""

    def __init__(self, filters: Filters, only: frozenset[int] | None = None) -> None:
        self.filters = filters
        self.asked = Candidates(only)
        self.slot = self.asked.slot

    def run(self, query: Query) -> Found:
        if not query:
            return Found(query, slot=self.slot)
        if query.number and not query.words and not query.days:
            return self._by_number(query)
        found, best = self._all_words(query)
        if best is None or not self._is_coherent(query, best):
            return self._otherwise(query, found, best)
        if not found.in_title and best.coherence < 1.0 and len(query.folded) > 2:
            return self._surely(query, found, best)
        return found

    def _surely(self, query: Query, found: Found, best: Scored) -> Found:
        """All words are there, yet one may be a slip that happens to be a word.

        Only a correction that stands in a title word by word is believed then.
        """
        known = self.asked.known(query.folded)
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
            if self.asked.is_owned(owned):
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
        known = self.asked.known(query.folded)
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
        asked = self.asked.estimated(asked, either=either)
        weighed = self.asked.any_of if either else self.asked.all_of
        scored = weighed(query, asked)
        if either and scored:
            least = max(_LEAST_COVER, _OF_BEST * max(one.cover for one in scored))
            scored = [one for one in scored if one.cover >= least]
        found = Found(
            query,
            by_page(scored),
            asked,
            loose=loose,
            slot=self.slot,
            in_title=any(one.is_title for one in scored),
        )
        return found, max(scored, default=None)

    def begun(self, query: Query, asked: Wanted) -> list[Hit]:
        """Titles for a query whose last word is only begun, the best first."""
        whole = query.with_words(query.words[:-1])
        begun = " ".join(query.sequence)
        return by_page(self.asked.begun(whole, asked, begun))

    @staticmethod
    def _is_coherent(query: Query, best: Scored) -> bool:
        return best.cover > 0.85 and best.coherence >= _COHERENT


def _worth(found: Found, best: Scored | None) -> tuple:
    """What is whole and stands together first; a correction must be better."""
    if best is None:
        return (-1.0, 0.0, 0.0)
    whole = round(best.cover * best.coherence, 3)
    return (whole, 0.0 if found.corrected else 1.0, best.score)
