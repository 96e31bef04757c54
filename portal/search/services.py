"""What can be done about a query: forms, boards and lookups beside the pages."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.translation import get_language
from wagtail.models import Page

from portal.kept_rows import KeptRows
from portal.page_tree import view_restrictions
from portal.search import registry
from portal.search.actions import Offer, actions_with
from portal.search.analyser import analysed_words, composed, folded_line
from portal.search.candidates import Candidates
from portal.search.descriptions import Service
from portal.search.entries import PHRASE_END
from portal.search.hits import Hit
from portal.search.index_row import IndexRow
from portal.search.query import Query
from portal.search.ranking import Ranker
from portal.search.syllable_codes import coded
from portal.search.weights import W

#: What can be done is offered to who asked for hardly anything else: of a few words
#: for nearly nothing else.
_SERVED, _OF_FEW, _FEW = 0.5, 0.6, 3
#: A phrase that says less of the query, or of which less was asked, is another's.
_ALIKE = 0.5
#: One that answers so much less well than the best is not offered beside it.
_BESIDE = 0.6
#: One that is meant so surely need not say what was asked.
_MEANT = 0.5


class Offers(NamedTuple):
    """What can be done: `first` stands above all pages; `others` are the scores of
    services that answer less well than the best of them, by their codes."""

    first: list[Offer]
    others: Mapping[str, float]


def offers(
    query: Query, hits: Sequence[Hit], asked: Candidates, on: date, most: int
) -> Offers:
    """First what is done with a page that was found, then what stands alone, where that
    answers as well as any page."""
    best = max((hit.score for hit in hits), default=0.0)
    ranker, language = asked.ranker(query), get_language() or ""
    done = actions_with(query, ranker, hits, on)
    services = registry.services()
    weighed = [
        (score, at, services[at])
        for at, words in enumerate(_said_by(language, len(services)))
        if (score := _score(services[at], words, ranker, language))
    ]
    weighed.sort(key=lambda one: (-one[0], one[1]))
    first = [
        service
        for score, _at, service in weighed[:most]
        if score >= max(best, _BESIDE * weighed[0][0])
    ]
    found = [*done, *_shown(first)][:most]
    shown = {offer.code for offer in found}
    others = {one.code: score for score, _at, one in weighed if one.code not in shown}
    return Offers(found, others)


def offers_of(codes: Collection[str]) -> list[Offer]:
    """These services, those whose page is there."""
    return _shown([one for one in registry.services() if one.code in codes])


def all_offers() -> list[Offer]:
    """Everything that can be done here, as the rooms name it, for a list of it."""
    return _shown(registry.services())


def _shown(services: Sequence[Service]) -> list[Offer]:
    """Those whose page is there; one query for all."""
    below = _pages_below({s.at for s in services if isinstance(s.at, type)})
    shown = []
    for service in services:
        if isinstance(service.at, str):
            url = reverse(service.at)
        elif service.at in below:
            url = f"{below[service.at].url}{service.path}"
        else:
            continue
        shown.append(Offer(str(service.title), url, str(service.about), service.code))
    return shown


def beside(code: str) -> dict[int | str, int]:
    """What is needed with a service, at which place, from 0: others by their codes, and
    before them all the page that it lies below."""
    service = next(one for one in registry.services() if one.code == code)
    places: dict[int | str, int] = {one: at for at, one in enumerate(service.beside)}
    if isinstance(service.at, type) and service.path:
        places.update((page.pk, 0) for page in _pages_below([service.at]).values())
    return places


class _Below(NamedTuple):
    """A page that services lie below; 0 where there is none."""

    pk: int
    url: str


_kept_pages: KeptRows[type, _Below] = KeptRows(100)


def _pages_below(types: Iterable[type]) -> dict[type, _Below]:
    """The first public page of each type."""
    found = _kept_pages.get(types, _read_pages)
    return {model: page for model, page in found.items() if page.url}


def _read_pages(models: list[type]) -> dict[type, _Below]:
    kinds = ContentType.objects.get_for_models(*models)
    of = {kind.pk: model for model, kind in kinds.items()}
    pages = Page.objects.live().filter(content_type_id__in=list(of))
    closed = view_restrictions.closed_sections()
    found: dict[type, _Below] = {}
    for page in pages.filter(view_restrictions.outside(closed)).order_by("path"):
        below = _Below(page.pk, page.get_url() or "")
        found.setdefault(of[page.content_type_id], below)
    return dict.fromkeys(models, _Below(0, "")) | found


class _Words(NamedTuple):
    """A service as it is found: by its own words, and with all of its phrases."""

    own: IndexRow
    all: IndexRow


@lru_cache(maxsize=8)
def _said_by(_language: str, _count: int) -> tuple[_Words, ...]:
    """What the code says of each service, in a language that the portal speaks."""
    return tuple(
        _Words(
            _row(service), _row(service, PHRASE_END.join(map(_folded, service.asked)))
        )
        for service in registry.services()
    )


def said_of_services() -> frozenset[str]:
    """All folded words that services are asked for with."""
    return _said_in(get_language() or "", len(registry.services()))


@lru_cache(maxsize=8)
def _said_in(language: str, count: int) -> frozenset[str]:
    each = (words.all for words in _said_by(language, count))
    return frozenset[str]().union(*(row.title_words | row.around for row in each))


def _row(service: Service, asked: str = "") -> IndexRow:
    """A service as the ranker reads an entry: all of its words are of its title."""
    title = analysed_words(composed(str(service.title)))
    words = _folded(f"{service.title} {service.about} {service.words}")
    return IndexRow(
        id=0,
        folded=" ".join(plain for plain, _exact in title),
        exact=" ".join(exact for _plain, exact in title),
        keys="",
        context=words,
        facets="",
        asked=asked,
        body=coded(words),
    )


def _folded(text: str) -> str:
    return folded_line(composed(text))


def _score(service: Service, words: _Words, ranker: Ranker, language: str) -> float:
    """How well it answers; nothing where it says too little of the query.

    Of its phrases the one that is most like the query counts: words that stand in
    several are no evidence together.
    """
    meant = ranker.meant.services.get(service.code, 0.0)
    least = _SERVED if ranker.length > _FEW else _OF_FEW
    if meant < _MEANT and ranker.most_cover(words.all) < least:
        return 0.0
    row, phrases = words.own, words.all.asked
    if phrases:
        like, at = phrases.most_like(ranker.telling, ranker.total)
        if like >= _ALIKE:
            row = _with_phrase(service, at, language)
    scored = ranker.score(row)
    if meant < _MEANT and scored.cover < least:
        return 0.0
    return scored.score + W.meant * meant


@lru_cache(maxsize=1024)
def _with_phrase(service: Service, at: int, _language: str) -> IndexRow:
    return _row(service, _folded(service.asked[at]))
