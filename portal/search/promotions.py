"""Pages that editors put on top for certain searches."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wagtail.models import Page

from portal.models import SearchEntry, SearchPromotion
from portal.page_tree import view_restrictions
from portal.search.analyser import composed, folded_words
from portal.search.descriptions import Card
from portal.search.result_rows import cards_of, entries_of


@dataclass(frozen=True, slots=True)
class Promoted:
    """A page as an editor put it on top; of an act its number and how it stands."""

    title: str
    url: str
    text: str
    symbol: str = ""
    card: Card | None = None
    is_sample: bool = False


def promoted(query: str, on: date) -> list[Promoted]:
    """Public pages promoted for these words, in whatever order they were typed."""
    asked = _words(query)
    if not asked:
        return []
    rows = SearchPromotion.objects.values_list("queries", "page_id")
    chosen = [
        page
        for lines, page in rows
        if any(_words(q) == asked for q in lines.split("\n"))
    ]
    if not chosen:
        return []
    pages = Page.objects.filter(pk__in=chosen, live=True).filter(
        view_restrictions.outside(view_restrictions.closed_sections())
    )
    found = {page.pk: page for page in pages}
    shown = [found[pk] for pk in dict.fromkeys(chosen) if pk in found]
    entries = entries_of([page.pk for page in shown])
    cards = cards_of(entries.values(), on)
    return [_promoted(page, entries.get(page.pk), cards) for page in shown]


def _promoted(
    page: Page, entry: SearchEntry | None, cards: Mapping[int, Card]
) -> Promoted:
    return Promoted(
        title=page.title,
        url=page.get_url() or "",
        text=page.search_description,
        symbol=entry.symbol if entry else "",
        card=cards.get(page.pk),
        is_sample=bool(entry and entry.is_sample),
    )


def _words(text: str) -> list[str]:
    return sorted(folded_words(composed(text)))
