"""The library's listing: what a reader typed and chose, and what that finds."""

from collections.abc import Callable
from datetime import date

from django.core.paginator import Page
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from documents.acts.facet_rows import public_acts
from documents.acts.facets import NO_TEXT, Left, RegulationFacets
from documents.acts.row_reasons import add_reasons
from documents.acts.search_box import FoundRegulations, find_acts
from documents.models.issuers import with_known_issuers
from documents.models.regulation_index import RegulationIndexPage
from portal.listing.choices import NEWEST, Choices
from portal.listing.context import listing_context
from portal.listing.pages import page_of, page_of_keys
from portal.page_cache.values import until_published
from portal.search.query import clean
from portal.search.search_box import add_places

PER_PAGE = 20
SORTS = {"cu": _("Oldest first"), "so": _("By number")}


class LibraryListing:
    """One request's search, filters and order over the acts."""

    def __init__(self, query, *, base_url: str, on: date) -> None:
        self.query, self.base_url, self.on = query, base_url, on
        self.q = clean(query.get("q", ""))

    def context(self, index: RegulationIndexPage) -> dict:
        """What template and JSON show of the index's acts."""
        answered = find_acts(self.q) if self.q else None
        found = answered.answer.pages if answered else None
        offered = RegulationFacets(index, self.on)
        choices = Choices.read(
            self.query, offered.facets, base_url=self.base_url, q=self.q, sorts=SORTS
        )
        left = offered.narrow(found, choices.chosen)
        shown = self._page(index, left, answered, choices)
        with_known_issuers(shown, offered.issuer_names)
        return listing_context(choices, left.counts) | {
            "regulations": shown,
            "result_count": left.total,
            "answer": answered and answered.answer,
            "is_nearest": bool(answered and answered.is_nearest),
            "is_named": bool(answered and answered.is_named),
            "json_url": choices.url(base_url=reverse("library_json")),
            "no_text": bool(choices.chosen[NO_TEXT]),
            "no_text_url": choices.toggled(offered.facets[-1], "chua"),
        }

    def _page(
        self,
        index: RegulationIndexPage,
        left: Left,
        answered: FoundRegulations | None,
        choices: Choices,
    ) -> Page:
        sort, number = choices.sort or NEWEST, choices.page
        if answered is None:
            if any(choices.chosen.values()):
                return _page(index, left, sort, number, self.on)
            return _page_of_all(index, left.total, sort, number, self.on)
        best = None if choices.sort else answered.answer.rank
        page = _page(index, left, sort, number, self.on, best=best)
        add_places(page.object_list, answered.answer)
        return page


@until_published()
def _page_of_all(
    index: RegulationIndexPage, total: int, sort: str, number: str | None, on: date
) -> Page:
    every = Left(public_acts(index), total, {})
    return _page(index, every, sort, number, on)


def _page(
    index: RegulationIndexPage,
    left: Left,
    sort: str,
    number: str | None,
    on: date,
    *,
    best: Callable[[int], int] | None = None,
) -> Page:
    """One page with its reasons, in that order or, given a rank, the `best` first.

    Of many, the keys in order come first: columns are read for one page only.
    """
    found = left.acts.order_by() if best else _sorted(left.acts, sort)
    if left.total <= PER_PAGE:
        rows = list(found.for_results(on)) if left.total else []
        if best:
            rows.sort(key=lambda act: best(act.pk))
        page = page_of(rows, number, per_page=PER_PAGE)
    else:
        keys = found.values_list("pk", flat=True)
        if best:
            keys = sorted(keys, key=best)
        acts = public_acts(index).for_results(on)
        page = page_of_keys(keys, acts, number, per_page=PER_PAGE, total=left.total)
    add_reasons(page.object_list, on)
    return page


def _sorted(found, order: str):
    if order == "cu":
        return found.order_by("signed_on", "pk")
    if order == "so":
        return found.order_by("number", "-year", "pk")
    return found.newest()
