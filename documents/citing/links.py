"""Links drawn into HTML where it names acts; the HTML itself is never rewritten."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from documents.citing.markup import runs, wrappable_span
from documents.law.citations import find_citations


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
    """How a page's text may name an act: by this symbol, in or of this territory."""

    symbol: str
    territory: str
    card: RegulationCard


Links = tuple[Link, ...]


def linked(html: str, links: Links, draw: Callable[[str, RegulationCard], str]) -> str:
    """The HTML with `draw(words, card)` in place of each number that has a link.

    Numbers in headings, code and links of the editor's own stay as they are.
    """
    targets = {(link.symbol, link.territory): link for link in links}
    pieces: list[str] = []
    done = 0
    for run in runs(html):
        for citation in find_citations(run.text):
            link = targets.get((str(citation.symbol), citation.issuer_territory[:120]))
            if link is None or not run.is_linkable(citation.start, citation.end):
                continue
            span = wrappable_span(html, *run.source_span(citation.start, citation.end))
            if span is None or span[0] < done:
                continue
            start, end = span
            pieces += [html[done:start], draw(html[start:end], link.card)]
            done = end
    return "".join([*pieces, html[done:]])
