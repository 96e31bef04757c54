"""What is done with a page: offered for the page that the query names."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from portal.search import index_tables, registry
from portal.search.descriptions import Action
from portal.search.entry_keys import part_of_key
from portal.search.hits import Hit
from portal.search.index_row import IndexRow
from portal.search.page_words import kind_token, words_of_kinds
from portal.search.query import Query
from portal.search.ranking import Ranker

#: Among so many of the best pages the one is looked for that something is done with.
_NEAR, _NEARLY = 8, 0.5
#: A page is named that says so much of what the query says besides.
_NAMED = 0.33
_OF_DAYS = ("ngay", "thang", "nam")


@dataclass(frozen=True, slots=True)
class Offer:
    """A service or an action as readers are shown it; `code` is the service's."""

    title: str
    url: str
    about: str
    code: str = ""


def actions_with(
    query: Query, ranker: Ranker, hits: Sequence[Hit], on: date
) -> list[Offer]:
    """What the query asks to be done, with the page of its kind that it names."""
    asked = [
        (action, said)
        for action in registry.actions()
        if (said := _said(action, query.typed))
    ]
    if not asked or not hits:
        return []
    least = hits[0].score * _NEARLY
    near = [hit for hit in hits[:_NEAR] if hit.score >= least]
    own = {hit.page: hit.key - part_of_key(hit.key) for hit in near}
    rows = {row.id: row for row in index_tables.rows(own.values())}
    pages = index_tables.titles(own.values())
    found = []
    for action, said in asked:
        kind = kind_token(action.kind)
        rest = _besides(query, ranker, said)
        if query.states and not rest:
            # "Đang mở đăng ký" asks how pages stand.
            continue
        of_kind = [
            (-share, place, hit.page)
            for place, hit in enumerate(near)
            if (row := rows.get(own[hit.page])) and kind in row.facets
            for share in [1.0 if hit.own_number else _share(rest, row)]
            if share >= _NAMED
        ]
        fit = [page for _share, _place, page in sorted(of_kind)]
        if fit and action.allowed is not None:
            allowed = set(action.allowed(fit, on))
            fit = [page for page in fit if page in allowed]
        for page in fit[:1]:
            title, url, _facets = pages[own[page]]
            named = str(action.title) % {"page": title}
            address = f"{url.partition('#')[0]}{action.path}"
            found.append(Offer(named, address, str(action.about)))
    return found


def _said(action: Action, typed: Sequence[str]) -> frozenset[str]:
    """The words of the query that ask for the action; none where it is not asked."""
    line = f" {' '.join(typed)} "
    asked = [phrase for phrase in action.phrases if f" {phrase} " in line]
    return frozenset(word for phrase in asked for word in phrase.split())


def _besides(query: Query, ranker: Ranker, said: Collection[str]) -> dict[str, float]:
    """What each word weighs that names a page, if any does."""
    others = {*said, *words_of_kinds(query.sequence), *_OF_DAYS}
    return {
        word: ranker.weight_of[word]
        for word in query.telling
        if word not in others and not word.isdigit()
    }


def _share(words: dict[str, float], row: IndexRow) -> float:
    """How much of the words the page is called by; where there are none, all of it.

    A phrase of readers is a name if they are half of it.
    """
    total = sum(words.values())
    if not total:
        return 1.0
    phrases = row.asked.each if row.asked else ()
    names = [name for name in phrases if len(name & words.keys()) * 2 >= len(name)]
    called = (
        sum(weight for word, weight in words.items() if word in name)
        for name in (row.title_words, *names)
    )
    return max(called) / total
