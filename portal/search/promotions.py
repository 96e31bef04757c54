"""Pages that editors put on top for certain searches."""

from dataclasses import dataclass

from wagtail.models import Page

from portal.models import SearchPromotion
from portal.page_tree import view_restrictions
from portal.search.analyser import composed, folded_words


@dataclass(frozen=True, slots=True)
class Promoted:
    title: str
    url: str
    text: str


def promoted(query: str) -> list[Promoted]:
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
    return [Promoted(p.title, p.get_url() or "", p.search_description) for p in shown]


def _words(text: str) -> list[str]:
    return sorted(folded_words(composed(text)))
