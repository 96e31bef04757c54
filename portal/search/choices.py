"""What a reader chose beside the words: tab, filters, order, page; and their links."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlencode

from portal.search import registry
from portal.search.entries import facet_token
from portal.search.query import clean

KIND, SORT, PAGE = "muc", "sap-xep", "trang"
SORTS = ("", "moi", "cu")
_MOST_VALUES, _LONGEST_VALUE = 20, 120
_NUMBER = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True)
class Choices:
    """One request's choices; nonsense is as good as nothing."""

    q: str
    base_url: str
    kind: str = ""
    sort: str = ""
    page: int = 1
    values: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def read(cls, params, base_url: str) -> "Choices":
        """From a query string; unknown tabs and orders are left aside."""
        kind = params.get(KIND, "")
        known = {one.code for one in registry.kinds()}
        sort = params.get(SORT, "")
        page = params.get(PAGE, "")
        values = {
            facet.name: tuple(
                dict.fromkeys(
                    "".join(c for c in value if c.isprintable())[:_LONGEST_VALUE]
                    for value in params.getlist(facet.name)[:_MOST_VALUES]
                    if value.strip()
                )
            )
            for facet in registry.facets()
        }
        return cls(
            q=clean(params.get("q", "")),
            base_url=base_url,
            kind=kind if kind in known else "",
            sort=sort if sort in SORTS else "",
            page=int(page) if _NUMBER.fullmatch(page) else 1,
            values={name: chosen for name, chosen in values.items() if chosen},
        )

    def url(
        self,
        *,
        q: str | None = None,
        kind: str | None = None,
        toggle: tuple[str, str] = ("", ""),
        plain: bool = False,
    ) -> str:
        """This search with one choice changed, from page one; `plain` drops filters."""
        chosen_kind = self.kind if kind is None else kind
        pairs = [("q", self.q if q is None else q), (KIND, chosen_kind)]
        if not plain:
            pairs += self._filters(toggle) + [(SORT, self.sort)]
        return f"{self.base_url}?{urlencode([pair for pair in pairs if pair[1]])}"

    def query_string(self) -> str:
        """This very search, from page one."""
        return self.url().partition("?")[2]

    @property
    def is_narrowed(self) -> bool:
        return bool(self.kind or self.values)

    def _filters(self, toggle: tuple[str, str]) -> list[tuple[str, str]]:
        name, value = toggle
        pairs = [(n, v) for n, values in self.values.items() for v in values]
        if not name:
            return pairs
        return [p for p in pairs if p != toggle] + ([] if toggle in pairs else [toggle])

    def hidden(self) -> list[tuple[str, str]]:
        """What a form beside the box sends along."""
        kind = [(KIND, self.kind)] if self.kind else []
        return kind + self._filters(("", ""))

    def filters(self, *, without: str = "") -> tuple[tuple[str, ...], ...]:
        """The stored facets' tokens, one group a facet; the tab is one of them."""
        groups = []
        if self.kind and without != KIND:
            groups.append((facet_token(KIND, self.kind),))
        for facet in registry.facets():
            chosen = self.values.get(facet.name, ())
            if chosen and facet.of_day is None and facet.name != without:
                groups.append(tuple(facet_token(facet.name, v) for v in chosen))
        return tuple(groups)

    def of_day(self) -> list[tuple[registry.Facet, tuple[str, ...]]]:
        """Chosen facets whose values depend on the day."""
        return [
            (facet, self.values[facet.name])
            for facet in registry.facets()
            if facet.of_day is not None and facet.name in self.values
        ]
