"""What readers of a page also need, as the page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from portal.models import PortalPage, RelatedPage
from portal.page_cache.values import until_published
from portal.search import registry
from portal.search.descriptions import Card
from portal.search.result_rows import cards_of, entries_of, public_pages


@dataclass(frozen=True, slots=True)
class RelatedRow:
    """Another page as search knows it; `card` is how an act stands on the day."""

    title: str
    url: str
    kind_title: str
    symbol: str
    card: Card | None
    is_sample: bool


def related_rows(page: PortalPage, on: date, *, is_preview: bool) -> list[RelatedRow]:
    """The pages that editors chose beside this one, those that are public, in order.

    In a preview they are those of the draft.
    """
    if not page.shows_related:
        return []
    if is_preview or not page.pk:
        chosen = page.related_pages.all()
        return _shown([one.other_id for one in chosen], page.pk or 0, on)
    return _kept_rows(page.pk, on)


@until_published(maxsize=512)
def _kept_rows(page: int, on: date) -> list[RelatedRow]:
    chosen = RelatedPage.objects.filter(page=page).values_list("other", flat=True)
    return _shown(list(chosen), page, on)


def _shown(chosen: Sequence[int], page: int, on: date) -> list[RelatedRow]:
    others = [other for other in dict.fromkeys(chosen) if other != page]
    if not others:
        return []
    entries = entries_of(others)
    public, cards = public_pages({*entries}, on), cards_of(entries.values(), on)
    kinds = {kind.code: str(kind.title) for kind in registry.kinds()}
    found = (entries.get(other) for other in others)
    return [
        RelatedRow(
            title=entry.title,
            url=entry.url,
            kind_title=kinds.get(entry.kind, ""),
            symbol=entry.symbol,
            card=cards.get(entry.page_id),
            is_sample=entry.is_sample,
        )
        for entry in found
        if entry and entry.page_id in public
    ]
