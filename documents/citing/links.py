"""Links drawn into HTML where it names acts; the HTML itself is never rewritten."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from documents.citing.markup import runs, wrappable_span
from documents.law.citations import find_citations
from documents.law.citations.known_laws import is_law_key, key_of
from documents.law.citations.named_laws import find_named_laws


@dataclass(frozen=True, slots=True)
class RegulationCard:
    """All that is shown of an act: `label` is its status, `short` that in few words."""

    pk: int
    number: str
    url: str
    title: str
    type: str
    issuer: str
    signed_on: date | None
    is_sample: bool
    css: str
    label: str
    short: str


@dataclass(frozen=True, slots=True)
class Link:
    """How a page's text may name an act: by this symbol, in or of this territory, or
    by the key of its title and day.
    """

    symbol: str
    territory: str
    card: RegulationCard

    @property
    def is_title(self) -> bool:
        return is_law_key(self.symbol)


Links = tuple[Link, ...]


def linked(html: str, links: Links, draw: Callable[[str, RegulationCard], str]) -> str:
    """The HTML with `draw(words, card)` in place of each number, and of each title with
    its day, that has a link.

    What stands in headings, code and links of the editor's own stays as it is.
    """
    targets = {(link.symbol, link.territory): link for link in links}
    titles = any(link.is_title for link in links)
    pieces: list[str] = []
    done = 0
    for run in runs(html):
        named = [*_numbers(run.text, targets)]
        if titles:
            named = sorted([*named, *_titles(run.text, targets)], key=itemgetter(0))
        for first, last, link in named:
            if not run.is_linkable(first, last):
                continue
            span = wrappable_span(html, *run.source_span(first, last))
            if span is None or span[0] < done:
                continue
            start, end = span
            pieces += [html[done:start], draw(html[start:end], link.card)]
            done = end
    return "".join([*pieces, html[done:]])


Targets = Mapping[tuple[str, str], Link]


def _numbers(words: str, targets: Targets) -> Iterator[tuple[int, int, Link]]:
    for citation in find_citations(words):
        link = targets.get((str(citation.symbol), citation.issuer_territory[:120]))
        if link:
            yield citation.start, citation.end, link


def _titles(words: str, targets: Targets) -> Iterator[tuple[int, int, Link]]:
    for law in find_named_laws(words):
        link = targets.get((key_of(law), ""))
        if link:
            yield law.start, law.end, link
