"""What a reader chose, from an address and back into one. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from portal.listing.facets import Facet

WORDS, SORT, PAGE = "q", "sap-xep", "trang"
NEWEST = "moi"
_MOST_VALUES = 20
_LONGEST_SHOWN = 30


@dataclass(frozen=True)
class Choices:
    """One request's words, filters, order and page; nonsense is as good as nothing.

    `chosen` has every facet, `refused` what was typed and is no choice. `sorts` are the
    orders beside the usual one and the newest first, with their names; without any the
    list has one order only.
    """

    base_url: str
    facets: Sequence[Facet] = ()
    q: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sorts: Mapping[str, object] = field(default_factory=dict)
    sort: str = ""
    page: str | None = None
    refused: tuple[str, ...] = ()

    @classmethod
    def read(
        cls,
        params,
        facets: Sequence[Facet],
        *,
        base_url: str,
        q: str,
        sorts: Mapping[str, object] | None = None,
    ) -> "Choices":
        """From a query string; `q` are its words as the caller cleans them."""
        chosen, refused = {}, []
        for facet in facets:
            typed = params.getlist(facet.name)
            typed = typed[-1:] if facet.is_single else typed[:_MOST_VALUES]
            values = dict.fromkeys(filter(None, map(str.strip, typed)))
            chosen[facet.name] = tuple(filter(facet.accepts, values))
            refused += [shown(v) for v in values if v not in chosen[facet.name]]
        sort = params.get(SORT, "")
        return cls(
            base_url=base_url,
            facets=facets,
            q=q,
            chosen=chosen,
            sorts=sorts or {},
            sort=sort if sorts and sort in (NEWEST, *sorts) else "",
            page=params.get(PAGE),
            refused=tuple(refused),
        )

    def one(self, name: str) -> str:
        """The choice of a facet that has one at most; empty for none."""
        return next(iter(self.chosen[name]), "")

    def url(
        self,
        changes: Mapping[str, Iterable[str]] | None = None,
        *,
        base_url: str = "",
    ) -> str:
        """This list's address with some choices changed, from page one.

        With `base_url` it is that of the same list in another form.
        """
        changed = self._with(changes or {})
        pairs = [(WORDS, self.q), *changed.pairs, (SORT, self.sort)]
        return address(base_url or self.base_url, pairs)

    def toggled(self, facet: Facet, value: str) -> str:
        """The address with one choice put in or taken out."""
        values = self.chosen[facet.name]
        kept = () if facet.is_single else [one for one in values if one != value]
        return self.url({facet.name: kept if value in values else (*kept, value)})

    def cleared(self, *kept: str) -> str:
        """The address without filters and order, but for these facets."""
        pairs = [pair for pair in self.pairs if pair[0] in kept]
        return address(self.base_url, [(WORDS, self.q), *pairs])

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The choices as an address or the hidden fields of a form have them."""
        return [
            (facet.name, value)
            for facet in self.facets
            if not self.chosen.get(facet.gives_way_to)
            for value in self.chosen[facet.name]
        ]

    def _with(self, changes: Mapping[str, Iterable[str]]) -> "Choices":
        changed = {name: tuple(values) for name, values in changes.items()}
        return replace(self, chosen={**self.chosen, **changed})


def address(base_url: str, pairs: Iterable[tuple[str, str]]) -> str:
    """The pairs that say something, behind the address."""
    query = urlencode([pair for pair in pairs if pair[1]])
    return f"{base_url}?{query}" if query else base_url


def shown(text: str) -> str:
    """What a reader typed, fit to be shown to them again."""
    short = text[:_LONGEST_SHOWN]
    return "".join(c if c.isprintable() else " " for c in short).strip() or "?"
