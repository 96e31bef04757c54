"""The library's listing: what a reader typed and chose, and what that finds."""

from datetime import date

from django.core.paginator import Page
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from documents.acts.facets import NO_TEXT, Left, RegulationFacets
from documents.acts.search_box import FoundRegulations, find_acts
from documents.models.issuers import with_known_issuers
from portal.keys import among
from portal.listing.choices import Choices
from portal.listing.context import listing_context
from portal.listing.pages import page_of, page_of_keys
from portal.search.query import clean

PER_PAGE = 20
SORTS = {"cu": _("Oldest first"), "so": _("By number")}


class LibraryListing:
    """One request's search, filters and order over the acts."""

    def __init__(self, query, *, base_url: str, on: date) -> None:
        self.query, self.base_url, self.on = query, base_url, on
        self.q = clean(query.get("q", ""))

    def context(self, acts) -> dict:
        """What template and JSON show of the acts."""
        acts = acts.live().public()
        answered = find_acts(self.q) if self.q else None
        found = acts.filter(pk__in=among(answered.answer.pages)) if answered else acts
        offered = RegulationFacets(acts, self.on)
        choices = Choices.read(
            self.query, offered.facets, base_url=self.base_url, q=self.q, sorts=SORTS
        )
        left = offered.narrow(found, choices.chosen)
        shown = self._page(acts, left, answered, choices)
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
        self, acts, left: Left, answered: FoundRegulations | None, choices: Choices
    ) -> Page:
        """Of many, the keys in order first: columns are read for one page only."""
        is_best_first = answered is not None and not choices.sort
        results = _sorted(left.acts, "" if is_best_first else choices.sort or "moi")
        if left.total <= PER_PAGE:
            rows = list(results.for_results(self.on)) if left.total else []
            if is_best_first:
                rows.sort(key=lambda act: answered.answer.rank(act.pk))
            return page_of(rows, choices.page, per_page=PER_PAGE)
        keys = results.values_list("pk", flat=True)
        if is_best_first:
            keys = sorted(keys, key=answered.answer.rank)
        rows = acts.for_results(self.on)
        return page_of_keys(
            keys, rows, choices.page, per_page=PER_PAGE, total=left.total
        )


def _sorted(found, order: str):
    if order == "cu":
        return found.order_by("signed_on", "pk")
    if order == "so":
        return found.order_by("number", "-year", "pk")
    return found.newest() if order else found.order_by()
