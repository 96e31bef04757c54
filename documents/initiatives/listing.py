"""The showcase's listing: what a reader asked for, and what that finds."""

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.translation import gettext as _

from documents.initiatives.bands import band_labels
from documents.initiatives.cards import cards
from documents.initiatives.directory import Directory, by_name, read_directory
from documents.initiatives.facets import Facets
from documents.initiatives.query import NAMES, Asked, address
from documents.initiatives.rows import YES, Found, facets, find
from documents.models.initiative_enums import Effort, Kind, Level
from documents.models.initiatives import InitiativePage
from portal.search.search_box import add_places

PER_PAGE = 12
_MOST_SHOWN = 12
_DEAR = 2**63


class Listing:
    """One request's search, filters and order over the initiatives."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.directory: Directory = read_directory()

    def context(self, index) -> dict:
        """What template, feed and JSON show of the index's initiatives."""
        asked = self.asked
        pages = InitiativePage.objects.child_of(index).live().public()
        best = asked.sort != "moi"
        found = find(pages, asked.q, self.directory, best_first=best)
        narrowed = Facets(found.rows, facets(self.directory), asked.chosen)
        shown = self._facets(narrowed)
        keys = self._sorted(narrowed.keys, found)
        return {
            "initiatives": self._page(pages, keys, found),
            "result_count": len(keys),
            "query": asked.q,
            "answer": found.answer,
            "is_nearest": bool(found.answer and found.answer.is_loose),
            "facets": shown,
            "active_filters": self._active(shown),
            "hidden": asked.hidden,
            "sort": asked.sort,
            "sorts": self._sorts(),
            "clear_url": address(asked.base_url, [("q", asked.q)]),
            "all_url": asked.base_url,
            "feed_url": address(f"{asked.base_url}rss/", self._pairs()),
            "json_url": address(reverse("showcase_json"), self._pairs()),
        }

    def pages(self, index, most: int) -> list[InitiativePage]:
        """The first of them, for a feed."""
        pages = InitiativePage.objects.child_of(index).live().public()
        found = find(pages, self.asked.q, self.directory)
        chosen = self.asked.chosen
        keys = Facets(found.rows, facets(self.directory), chosen).keys[:most]
        by_key = pages.filter(pk__in=keys).for_listing().in_bulk()
        return [by_key[key] for key in keys]

    def _pairs(self) -> list[tuple[str, str]]:
        return [("q", self.asked.q), *self.asked.hidden, ("sap-xep", self.asked.sort)]

    def _sorted(self, keys: list[int], found: Found) -> list[int]:
        """The order found is that of words and days; sorting keeps it among equals."""
        if self.asked.sort == "nhan-rong":
            return sorted(keys, key=lambda key: -found.applied.get(key, 0))
        if self.asked.sort == "chi-phi":
            costs = found.costs
            return sorted(keys, key=lambda k: _DEAR if costs[k] is None else costs[k])
        return keys

    def _page(self, pages, keys: list[int], found: Found) -> Page:
        page = Paginator(keys, PER_PAGE).get_page(self.asked.page)
        page.object_list = cards(pages, list(page.object_list), found.applied)
        if found.answer:
            shown = [card.page for card in page.object_list]
            add_places(shown, found.answer, shown=lambda p: f"{p.title}\n{p.problem}")
        return page

    def _sorts(self) -> list[dict]:
        labels = {
            "": _("Best match") if self.asked.q else _("Newest first"),
            "moi": _("Newest first"),
            "nhan-rong": _("Most applied elsewhere"),
            "chi-phi": _("Cheapest first"),
        }
        return [
            {"value": value, "label": label}
            for value, label in labels.items()
            if self.asked.q or value != "moi"
        ]

    def _facets(self, narrowed: Facets) -> list[dict]:
        titles = {
            "linh-vuc": _("Field of work"),
            "loai": _("Kind of solution"),
            "cap": _("Acknowledged reach"),
            "chi-phi": _("Cost of applying it"),
            "thoi-gian": _("Time to get it working"),
            "nhan-rong": _("Applied elsewhere"),
            "noi": _("Place"),
            "nam": _("Year first applied"),
            "don-vi": _("Unit"),
        }
        return [
            {
                "name": name,
                "title": titles[name],
                "items": self._items(name, narrowed.counts(name)),
            }
            for name in NAMES
        ]

    def _items(self, name: str, counts) -> list[dict]:
        chosen = self.asked.chosen.get(name, [])
        return [
            {
                "value": value,
                "title": str(label),
                "url": self.asked.url(toggle=(name, value)),
                "count": counts[value],
                "current": value in chosen,
            }
            for value, label in self._labels(name, counts, chosen)
        ]

    def _labels(self, name: str, counts, chosen: list[str]) -> list[tuple]:
        """Every choice of a closed list; of an open one what there is, most first."""
        closed = {
            "linh-vuc": by_name(dict(self.directory.fields.values())),
            "loai": Kind.choices,
            "cap": Level.choices,
            "chi-phi": list(band_labels().items()),
            "thoi-gian": Effort.choices,
            "nhan-rong": [(YES, _("By at least one other unit"))],
        }
        if name in closed:
            return closed[name]
        if name == "nam":
            years = {*counts, *filter(str.isdecimal, chosen)}
            return [(year, year) for year in sorted(years, reverse=True)]
        names = self._names(name)
        most = [value for value, _n in counts.most_common(_MOST_SHOWN)]
        return by_name({v: names[v] for v in {*most, *chosen} if v in names})

    def _names(self, name: str) -> dict[str, str]:
        directory = self.directory
        if name == "noi":
            return {str(key): label for key, label in directory.places.items()}
        return {str(key): directory.unit_label(key) for key in directory.units}

    @staticmethod
    def _active(shown: list[dict]) -> list[dict]:
        return [
            {"label": item["title"], "url": item["url"]}
            for facet in shown
            for item in facet["items"]
            if item["current"]
        ]
