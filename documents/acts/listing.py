"""The library's listing: what a reader typed and chose, and what that finds."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.translation import gettext as _

from documents.acts.facets import COLUMNS, FacetCounts
from documents.acts.search_box import Boxed, find_acts
from documents.law.effects import Status
from documents.models.status import shown_status
from portal.keys import among
from portal.listings import page_of_keys
from portal.search.query import clean
from portal.vietnamese import sort_key

PER_PAGE = 20
_MOST_VALUES = 20
_ALWAYS = ("in_force", "partly_ended", "ended", "not_yet", "unknown")
_STATUS_ORDER = (
    *(code for code in Status if code is not Status.UNKNOWN),
    Status.UNKNOWN,
)
SORTS = {"": "best", "moi": "-signed_on", "cu": "signed_on", "so": "number"}


class Listing:
    """One request's search, filters and order over the acts."""

    def __init__(self, query, *, base_url: str, on: date) -> None:
        self.base_url, self.on = base_url, on
        self.q = clean(query.get("q", ""))
        self.chosen = {
            name: list(dict.fromkeys(query.getlist(name)))[:_MOST_VALUES]
            for name in (*COLUMNS, "linh-vuc")
        }
        self.no_text = query.get("toan-van") == "chua"
        self.sort = query.get("sap-xep", "") if query.get("sap-xep") in SORTS else ""
        self.page = query.get("trang")

    def url(self, *, without: str = "", toggle: tuple[str, str] = ("", "")) -> str:
        """This listing's address with one choice changed; always from page one."""
        pairs = [("q", self.q)] if without != "q" else []
        for name, values in self.chosen.items():
            kept = [value for value in values if (name, value) != toggle]
            if name == toggle[0] and toggle[1] not in values:
                kept.append(toggle[1])
            pairs += [(name, value) for value in kept]
        no_text = self.no_text != (toggle[0] == "toan-van")
        pairs += [("toan-van", "chua" if no_text else ""), ("sap-xep", self.sort)]
        query = urlencode([pair for pair in pairs if pair[1]])
        return f"{self.base_url}?{query}" if query else self.base_url

    def context(self, acts) -> dict:
        """What template and JSON show of the acts."""
        acts = acts.live().public()
        boxed = find_acts(self.q) if self.q else None
        found = acts.filter(pk__in=among(boxed.answer.pages)) if boxed else acts
        if self.no_text:
            found = found.filter(text="")
        counts = FacetCounts(acts, found, self.chosen, on=self.on)
        facets = self._facets(acts, counts)
        return {
            "regulations": self._page(acts, counts.left, boxed, counts.total),
            "result_count": counts.total,
            "query": self.q,
            "answer": boxed and boxed.answer,
            "is_nearest": bool(boxed and boxed.is_nearest),
            "is_named": bool(boxed and boxed.is_named),
            "hidden": [(n, v) for n, values in self.chosen.items() for v in values],
            "sort": self.sort,
            "sorts": self._sorts(),
            "facets": facets,
            "active_filters": self._active(facets),
            "clear_url": f"{self.base_url}?{urlencode({'q': self.q})}"
            if self.q
            else self.base_url,
            "all_url": self.base_url,
            "json_url": reverse("library_json")
            + "".join(self.url().partition("?")[1:]),
            "no_text": self.no_text,
            "no_text_url": self.url(toggle=("toan-van", "chua")),
        }

    def _page(self, acts, left, boxed: Boxed | None, total: int) -> Page:
        """Of many, the keys in order first: columns are read for one page only."""
        results = self._of_fields(left)
        is_best_first = boxed is not None and not self.sort
        results = results.order_by() if is_best_first else self._sorted(results)
        if total <= PER_PAGE:
            rows = list(results.for_results(self.on)) if total else []
            if is_best_first:
                rows.sort(key=lambda act: boxed.answer.rank(act.pk))
            return Paginator(rows, PER_PAGE).get_page(self.page)
        keys = results.values_list("pk", flat=True)
        if is_best_first:
            keys = sorted(keys, key=boxed.answer.rank)
        rows = acts.for_results(self.on)
        return page_of_keys(keys, rows, self.page, per_page=PER_PAGE, total=total)

    def _of_fields(self, found):
        if self.chosen["linh-vuc"]:
            found = found.filter(fields__slug__in=self.chosen["linh-vuc"]).distinct()
        return found

    def _sorted(self, found):
        if self.sort == "cu":
            return found.order_by("signed_on", "pk")
        if self.sort == "so":
            return found.order_by("number", "-year", "pk")
        return found.newest()

    def _sorts(self) -> list[dict]:
        labels = {
            "": _("Best match") if self.q else _("Newest first"),
            "moi": _("Newest first"),
            "cu": _("Oldest first"),
            "so": _("By number"),
        }
        return [
            {"value": value, "label": label}
            for value, label in labels.items()
            if self.q or value != "moi"
        ]

    def _facets(self, acts, counts: FacetCounts) -> list[dict]:
        statuses = [
            (code.value, shown_status(code).label)
            for code in _STATUS_ORDER
            if code in _ALWAYS or counts.has("hieu-luc", code.value)
        ]
        types, issuers, years = self._used(acts)
        fields = [(slug, name) for slug, name, _acts in counts.fields]
        named = (
            ("hieu-luc", _("Status today"), statuses),
            ("loai", _("Type of act"), types),
            ("co-quan", _("Issuing body"), issuers),
            ("nam", _("Year of issue"), years),
            ("linh-vuc", _("Field of work"), _by_name(fields)),
        )
        return [
            {
                "name": name,
                "title": title,
                "items": [
                    self._item(name, str(value), str(label), counts)
                    for value, label in items
                ],
            }
            for name, title, items in named
        ]

    @staticmethod
    def _used(acts) -> list[list[tuple]]:
        """Value and name of the types, issuers and years the library has."""
        columns = ("type__abbreviation", "type__name", "issuer_id", "issuer__name")
        types, issuers, years = {}, {}, set()
        rows = acts.order_by().values_list(*columns, "year").distinct()
        for abbreviation, type_name, issuer, issuer_name, year in rows:
            types[abbreviation], issuers[issuer] = type_name, issuer_name
            years.add(year)
        by_year = sorted(filter(None, years), reverse=True)
        return [
            _by_name(types.items()),
            _by_name(issuers.items()),
            [(year, year) for year in by_year],
        ]

    def _item(self, name: str, value: str, title: str, counts: FacetCounts) -> dict:
        return {
            "value": value,
            "title": title,
            "url": self.url(toggle=(name, value)),
            "count": counts.of(name, value),
            "current": value in self.chosen[name],
        }

    def _active(self, facets: list[dict]) -> list[dict]:
        active = [
            {"label": item["title"], "url": item["url"]}
            for facet in facets
            for item in facet["items"]
            if item["current"]
        ]
        if self.no_text:
            url = self.url(toggle=("toan-van", "chua"))
            active.append({"label": _("Full text not entered yet"), "url": url})
        return active


def _by_name(items: Iterable[tuple]) -> list[tuple]:
    return sorted(items, key=lambda item: sort_key(item[1]))
