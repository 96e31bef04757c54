"""A search from the query to ranked pages: which questions the engine is asked."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from portal.search import index_tables, registry, spelling
from portal.search.candidates import LEAST_COVER, LOOSE, Candidates
from portal.search.engines import Filters, Group, Wanted
from portal.search.found import FEW, Found, as_it_stands, worth
from portal.search.hits import Hit, best_first, by_page
from portal.search.meant_pages import with_meant
from portal.search.number_rank import OWNED
from portal.search.numbers import Number
from portal.search.page_words import hub_token, kind_token
from portal.search.programmes import programmes_first
from portal.search.query import Query, parse
from portal.search.ranking import Scored
from portal.search.weights import W

_COHERENT = 0.34
_RARE = 6
_MOST_TRIED = 2
# Of a loose search only what holds so much of the best answer too, which may be a long
# text that holds most of any query.
_OF_BEST = 0.4


def all_synonyms() -> list[tuple[str, str]]:
    """The rooms' abbreviations and the editors' own."""
    return [*index_tables.synonyms(), *registry.known_synonyms()]


def find(
    text: str | Query,
    filters: Filters = (),
    only: frozenset[int] | None = None,
    *,
    fill: bool = False,
    on: date | None = None,
) -> Found:
    """Pages that answer the query and pass the filters, the best first.

    `only` narrows to these pages: for filters whose values depend on the day.
    """
    query = text if isinstance(text, Query) else parse(text, all_synonyms())
    return Search(filters, only, fill=fill, on=on).run(query)


class Search:
    """One reader's search: which reading of the query is answered."""

    def __init__(
        self,
        filters: Filters,
        only: frozenset[int] | None = None,
        *,
        fill: bool = False,
        on: date | None = None,
    ) -> None:
        self.filters, self.fill = filters, fill
        self.asked = Candidates(only, on, whole_query=fill)
        self.slot = self.asked.slot

    def run(self, query: Query) -> Found:
        if not query:
            return Found(query, slot=self.slot)
        found = self._strictly(query)
        if not self.fill:
            return found
        found = with_meant(self._filled(found), self.asked, self.filters)
        found = as_it_stands(found, self.asked.on)
        return programmes_first(found, self.asked.ranker(found.query).groups)

    def _strictly(self, query: Query) -> Found:
        """Pages that hold all that was asked, or what it was read as."""
        if query.number and not (query.words or query.days or query.also):
            return self._by_number(query, query.number)
        found, best = self._all_words(query)
        if best is None or not self._is_coherent(query, best):
            return self._otherwise(query, found, best)
        is_whole = len(query.folded) > 2 and not query.states
        if not found.in_title and best.coherence < 1.0 and is_whole:
            return self._surely(query, found, best)
        return found

    def _filled(self, found: Found) -> Found:
        """A thin answer, and below or among it what holds much of the query.

        A page that has all the words, each in another corner, is no better answer than
        one that says most of them together: the ranker weighs both.
        """
        query = found.query
        if not (query.words or query.also) or (
            found.loose and not query.kinds and not query.number
        ):
            return found
        if len(query.folded) + bool(query.number) < 2 and not query.kinds:
            return found
        known = self.asked.known(query.folded)
        groups: list[Group] = [((word,),) for word in self._rare(query, known)]
        groups += [((keys[0],),) for keys in query.days]
        if query.number:
            groups += [((f"s{key}",),) for key in query.number.ladder()[1:]]
        if query.also:
            groups += [((f"s{key}",),) for key in query.also.ladder()]
        more = self._of_kind(query)
        if groups:
            more += self._loosely(query, Wanted(tuple(groups), self.filters))
        best: dict[int, Hit] = {}
        for hit in best_first((*found.hits, *more)):
            best.setdefault(hit.page, hit)
        if len(best) == len(found.hits):
            return found
        # Where many have all words, those are counted, and followed by date.
        is_filled = len(found.hits) < FEW
        whole = () if found.loose else (hit.page for hit in found.hits)
        return replace(
            found,
            hits=list(best.values()),
            is_filled=is_filled,
            whole=frozenset(whole),
        )

    def _of_kind(self, query: Query) -> list[Hit]:
        """The list of a kind that is asked for, and who stands as is asked."""
        kinds = [kind for kind, _state in query.states] if query.only_state else []
        tokens = {hub_token(kind) for kind in (*query.kinds, *kinds)}
        tokens |= {kind_token(kind) for kind in kinds}
        if not tokens:
            return []
        asked = Wanted((tuple((token,) for token in sorted(tokens)),), self.filters)
        least = W.of_state if kinds else W.near_hub
        return by_page(one for one in self.asked.of(query, asked) if one.score >= least)

    def _loosely(self, query: Query, asked: Wanted) -> list[Hit]:
        scored = self.asked.any_of(query, self.asked.estimated(asked, either=True))
        least = max((one.cover for one in scored), default=0.0) * _OF_BEST
        least = max(least, LEAST_COVER)
        return by_page(
            one for one in scored if one.cover >= least or one.score >= OWNED * 0.3
        )

    def _rare(self, query: Query, known: Mapping[str, int]) -> list[str]:
        """The rarest words of the query that are known, as many as may be asked for."""
        words = (word for word in query.telling if word in known)
        rare = sorted(words, key=lambda word: known[word])
        chosen, reach = rare[:1], known[rare[0]] if rare else 0
        for word in rare[1:_RARE]:
            reach += known[word]
            if reach > LOOSE and len(chosen) > 1:
                break
            chosen.append(word)
        return chosen

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

    def _by_number(self, query: Query, number: Number) -> Found:
        """The most specific reading of the number that any page owns."""
        keys = number.ladder()
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
        for number in filter(None, (query.number, query.also)):
            keys = number.ladder()
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
            # What a state leaves of a sentence is no sentence.
            for other in () if query.states else spelling.corrections(query, known):
                readings.append(self._read_as(other))
        if not self._settled(readings) and best is None and query.words:
            readings.append(self._some_words(query, known))
            if telex:
                found, best = self._some_words(telex, self.asked.known(telex.folded))
                readings.append((replace(found, corrected=True), best))
        return max(readings, key=lambda reading: worth(*reading))[0]

    def _read_as(self, query: Query) -> tuple[Found, Scored | None]:
        query = replace(query, text=spelling.said(query.words))
        found, best = self._all_words(query)
        return replace(found, corrected=True), best

    def _settled(self, readings: Iterable[tuple[Found, Scored | None]]) -> bool:
        return any(
            best is not None and self._is_coherent(found.query, best)
            for found, best in readings
        )

    def _some_words(
        self, query: Query, known: Mapping[str, int]
    ) -> tuple[Found, Scored | None]:
        """The rarest words decide who is asked; the ranker weighs the rest."""
        chosen = self._rare(query, known)
        if not chosen:
            return Found(query, slot=self.slot), None
        groups = tuple(((word,),) for word in (*chosen, *(k[0] for k in query.days)))
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
            least = max(LEAST_COVER, _OF_BEST * max(one.cover for one in scored))
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
