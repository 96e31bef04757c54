"""What can be done about a query: forms, boards and lookups beside the pages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.models import Page

from portal.page_tree import view_restrictions
from portal.search import index_tables, registry
from portal.search.analyser import analysed_words, composed, folded_line
from portal.search.asked import likeness
from portal.search.candidates import Candidates
from portal.search.page_words import kind_token
from portal.search.query import Query
from portal.search.ranking import Hit, IndexRow, Ranker
from portal.search.registry import Action, Service
from portal.search.syllable_codes import coded

#: What can be done is offered to who asked for nearly nothing else.
_SERVED = 0.6
#: A phrase that says less of the query, or of which less was asked, is another's.
_ALIKE = 0.5
#: Among so many of the best pages the one is looked for that something is done with.
_NEAR, _NEARLY = 8, 0.5


@dataclass(frozen=True, slots=True)
class Offer:
    """A service or an action as readers are shown it."""

    title: str
    url: str
    about: str


def offers(
    query: Query, hits: Sequence[Hit], asked: Candidates, on: date, most: int
) -> list[Offer]:
    """The best first: what is done with a page that was found, then what stands alone,
    where that answers as well as any page."""
    done = _actions(query, hits, on)
    best = max((hit.score for hit in hits), default=0.0)
    ranker = asked.ranker(query)
    weighed = [
        (scored.score, at, service)
        for at, service in enumerate(registry.services())
        if (scored := ranker.score(_row(service, ranker))).cover >= _SERVED
        and scored.score >= best
    ]
    weighed.sort(key=lambda one: (-one[0], one[1]))
    found = [service for _score, _at, service in weighed[:most]]
    return [*done, *_shown(found)][:most]


def _shown(services: Sequence[Service]) -> list[Offer]:
    """Those whose page is there; one query for all."""
    below = _addresses({s.at for s in services if isinstance(s.at, type)})
    shown = []
    for service in services:
        if isinstance(service.at, str):
            url = reverse(service.at)
        elif service.at in below:
            url = f"{below[service.at]}{service.path}"
        else:
            continue
        shown.append(Offer(str(service.title), url, str(service.about)))
    return shown


def _addresses(types: Iterable[type]) -> dict[type, str]:
    """The address of the first public page of each type."""
    models = list(types)
    if not models:
        return {}
    kinds = ContentType.objects.get_for_models(*models)
    of = {kind.pk: model for model, kind in kinds.items()}
    pages = Page.objects.live().filter(content_type_id__in=list(of))
    closed = view_restrictions.closed_sections()
    found: dict[type, str] = {}
    for page in pages.filter(view_restrictions.outside(closed)).order_by("path"):
        found.setdefault(of[page.content_type_id], page.get_url() or "")
    return found


@lru_cache(maxsize=256)
@lru_cache(maxsize=512)
def _folded(text: str) -> str:
    """What the code says of a service, as every search reads it again."""
    return folded_line(composed(text))


def _row(service: Service, ranker: Ranker) -> IndexRow:
    """A service as the ranker reads an entry: all of its words are of its title.

    Of its phrases the one that is most like the query stands there: words that stand
    in several are no evidence together.
    """
    phrases = [_folded(phrase) for phrase in service.asked]
    like = partial(likeness, ranker.weight_of, ranker.total)
    asked = max(phrases, key=like, default="")
    title = analysed_words(composed(str(service.title)))
    words = _folded(f"{service.title} {service.about} {service.words}")
    return IndexRow(
        id=0,
        folded=" ".join(plain for plain, _exact in title),
        exact=" ".join(exact for _plain, exact in title),
        keys="",
        context=words,
        facets="",
        asked=asked if like(asked) >= _ALIKE else "",
        body=coded(words),
    )


def _actions(query: Query, hits: Sequence[Hit], on: date) -> list[Offer]:
    """What the query asks to be done, with the best page of its kind."""
    line = f" {' '.join(query.typed)} "
    asked = [
        action
        for action in registry.actions()
        if any(f" {phrase} " in line for phrase in action.phrases)
    ]
    if not asked or not hits:
        return []
    least = hits[0].score * _NEARLY
    near = {hit.page: hit.key for hit in hits[:_NEAR] if hit.score >= least}
    pages = index_tables.titles(near.values())
    found = []
    for action in asked:
        fit = _allowed(action, near, pages, on)
        for page in fit[:1]:
            title, url, _facets = pages[near[page]]
            named = str(action.title) % {"page": title}
            address = f"{url.partition('#')[0]}{action.path}"
            found.append(Offer(named, address, str(action.about)))
    return found


def _allowed(
    action: Action,
    near: Mapping[int, int],
    pages: Mapping[int, tuple[str, str, str]],
    on: date,
) -> list[int]:
    """The pages of its kind that it can be done with, in their order."""
    kind = f" {kind_token(action.kind)} "
    of_kind = [
        page
        for page, key in near.items()
        if key in pages and kind in f" {pages[key][2]} "
    ]
    if not of_kind or action.allowed is None:
        return of_kind
    allowed = set(action.allowed(of_kind, on))
    return [page for page in of_kind if page in allowed]
