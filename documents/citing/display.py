"""What a page's reader is shown of the acts its text names."""

from dataclasses import dataclass

from django.utils import timezone
from wagtail.models import Page, Site

from documents.citing import index
from documents.citing.cards import cards_by_key, cards_named_in
from documents.citing.library import PublishedRegulations
from documents.citing.links import Link, Links, RegulationCard
from documents.citing.markup import runs
from documents.citing.texts import has_texts
from documents.law.citations import find_citations, resolve


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

    Three queries, however many acts are named.
    """
    site = Site.find_for_request(request)
    named = [one for run in runs(html) for one in find_citations(run.text)]
    if site is None or not named:
        return PageCitations()
    found = resolve(named, PublishedRegulations(named, suggest=False))
    settled = [(one.citation, one.document) for one in found if one.document]
    cards = cards_by_key(
        [document.id for _cited, document in settled],
        on=timezone.localdate(),
        root_path=site.root_page.url_path,
    )
    links: dict[tuple[str, str], Link] = {}
    for citation, document in settled:
        if card := cards.get(document.id):
            cited = (str(citation.symbol), citation.issuer_territory[:120])
            links.setdefault(cited, Link(*cited, card))
    shown = {link.card.pk: link.card for link in links.values()}
    return PageCitations(tuple(links.values()), tuple(shown.values()))


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
