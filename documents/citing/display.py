"""What a page's reader is shown of the acts its text names."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from operator import itemgetter

from django.utils import timezone
from wagtail.models import Page, Site

from documents.citing import index
from documents.citing.cards import cards_by_key, cards_named_in
from documents.citing.library import PublishedRegulations, published_laws
from documents.citing.links import Link, Links, RegulationCard
from documents.citing.markup import runs
from documents.citing.texts import has_texts
from documents.law.citations import find_citations, resolve
from documents.law.citations.known_laws import key_of
from documents.law.citations.named_laws import find_named_laws


@dataclass(frozen=True, slots=True)
class PageCitations:
    """`links` for the words, and one card for each act named, as first named."""

    links: Links = ()
    cards: tuple[RegulationCard, ...] = ()


def page_citations(page: Page, request) -> PageCitations:
    """For a reader from the index, in as many queries for one mention as for many.

    A draft that is previewed is read on the spot.
    """
    site = Site.find_for_request(request)
    if site is None or not has_texts(type(page)):
        return PageCitations()
    named = _in_draft if getattr(request, "is_preview", False) else _in_index
    links: dict[tuple[str, str], Link] = {}
    cards: dict[int, RegulationCard] = {}
    for card, (symbol, territory) in named(page, site.root_page.url_path):
        links.setdefault((symbol, territory), Link(symbol, territory, card))
        cards.setdefault(card.pk, card)
    return PageCitations(tuple(links.values()), tuple(cards.values()))


def text_citations(html: str, request) -> PageCitations:
    """The same for words that are on no page: an answer to one reader, a slip.

    Three queries for numbers, and one more where laws are named by title and day,
    however many are named.
    """
    site = Site.find_for_request(request)
    settled = _named_in(html) if site else {}
    if site is None or not settled:
        return PageCitations()
    cards = cards_by_key(
        settled.values(),
        on=timezone.localdate(),
        root_path=site.root_page.url_path,
    )
    links = {
        cited: Link(*cited, cards[act])
        for cited, act in settled.items()
        if act in cards
    }
    shown = {link.card.pk: link.card for link in links.values()}
    return PageCitations(tuple(links.values()), tuple(shown.values()))


def _named_in(html: str) -> Mapping[tuple[str, str], Hashable]:
    """How the words name acts of the library, and which, in the order of the words."""
    words = [run.text for run in runs(html)]
    numbers = [
        (at, one) for at, text in enumerate(words) for one in find_citations(text)
    ]
    laws = [(at, law) for at, text in enumerate(words) for law in find_named_laws(text)]
    cited = [one for _at, one in numbers]
    library = PublishedRegulations(cited, suggest=False)
    settled = resolve(cited, library)
    known = published_laws({key_of(law) for _at, law in laws} - {""})
    named = [
        (at, law.start, (key_of(law), ""), known[key_of(law)])
        for at, law in laws
        if key_of(law) in known
    ]
    for (at, one), found in zip(numbers, settled, strict=True):
        if found.document:
            name = (str(one.symbol), one.issuer_territory[:120])
            named.append((at, one.start, name, found.document.id))
    first: dict[tuple[str, str], Hashable] = {}
    for _at, _start, name, act in sorted(named, key=itemgetter(0, 1)):
        first.setdefault(name, act)
    return first


def _in_index(page: Page, root_path: str) -> list[tuple[RegulationCard, tuple]]:
    return cards_named_in(page.pk, on=timezone.localdate(), root_path=root_path)


def _in_draft(page: Page, root_path: str) -> list[tuple[RegulationCard, tuple]]:
    rows = [row for row in index.rows_of(page) if row.regulation_id]
    by_act = cards_by_key(
        {row.regulation_id for row in rows},
        on=timezone.localdate(),
        root_path=root_path,
    )
    return [
        (by_act[row.regulation_id], (row.symbol, row.territory))
        for row in rows
        if row.regulation_id in by_act
    ]
