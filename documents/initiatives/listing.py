"""The showcase's listing: what a reader asked for, and what that finds."""

from django.core.paginator import Page
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from documents.initiatives.cards import InitiativeCard, cards
from documents.initiatives.directory import read_directory
from documents.initiatives.facets import facets
from documents.initiatives.rows import Found, every, find, public_pages
from documents.models.initiatives import InitiativePage
from portal.listing.choices import NEWEST, Choices
from portal.listing.context import listing_context
from portal.listing.facets import Narrowed
from portal.listing.pages import page_of
from portal.page_cache.values import until_published
from portal.search.query import clean
from portal.search.search_box import add_places

PER_PAGE = 12
SORTS = {"nhan-rong": _("Most applied elsewhere"), "chi-phi": _("Cheapest first")}
_DEAR = 2**63


class ShowcaseListing:
    """One request's search, filters and order over the initiatives."""

    def __init__(self, query, *, base_url: str) -> None:
        self.directory = read_directory()
        self.choices = Choices.read(
            query,
            facets(self.directory),
            base_url=base_url,
            q=clean(query.get("q", "")),
            sorts=SORTS,
        )

    def context(self, index) -> dict:
        """What template, feed and JSON show of the index's initiatives."""
        choices = self.choices
        found, left = self._narrowed(index, best_first=choices.sort != NEWEST)
        keys = self._sorted(left.keys, found)
        return listing_context(choices, left.all_counts()) | {
            "initiatives": self._page(index, keys, found),
            "result_count": len(keys),
            "answer": found.answer,
            "is_nearest": bool(found.answer and found.answer.is_loose),
            "feed_url": choices.url(base_url=f"{choices.base_url}rss/"),
            "json_url": choices.url(base_url=reverse("showcase_json")),
        }

    def pages(self, index, most: int) -> list[InitiativePage]:
        """The first of them, for a feed."""
        keys = self._narrowed(index)[1].keys[:most]
        pages = public_pages(index).filter(pk__in=keys)
        by_key = pages.for_listing(covers="").in_bulk()
        return [by_key[key] for key in keys]

    def _narrowed(self, index, *, best_first: bool = True) -> tuple[Found, Narrowed]:
        choices, q = self.choices, self.choices.q
        found = (
            find(index, q, self.directory, best_first=best_first) if q else every(index)
        )
        return found, Narrowed(found.rows, choices.facets, choices.chosen)

    def _sorted(self, keys: list[int], found: Found) -> list[int]:
        """The order found is that of words and days; sorting keeps it among equals."""
        if self.choices.sort == "nhan-rong":
            return sorted(keys, key=lambda key: -found.applied.get(key, 0))
        if self.choices.sort == "chi-phi":
            costs = found.costs
            return sorted(keys, key=lambda k: _DEAR if costs[k] is None else costs[k])
        return keys

    def _page(self, index, keys: list[int], found: Found) -> Page:
        page = page_of(keys, self.choices.page, per_page=PER_PAGE)
        shown_keys = tuple(page.object_list)
        if not found.answer:
            applied = tuple(found.applied.get(key, 0) for key in shown_keys)
            page.object_list = _kept_cards(index, shown_keys, applied)
        else:
            page.object_list = cards(public_pages(index), shown_keys, found.applied)
            shown = [card.page for card in page.object_list]
            add_places(shown, found.answer, shown=lambda p: f"{p.title}\n{p.problem}")
        return page


@until_published()
def _kept_cards(
    index, keys: tuple[int, ...], applied: tuple[int, ...]
) -> list[InitiativeCard]:
    return cards(public_pages(index), keys, dict(zip(keys, applied, strict=True)))
