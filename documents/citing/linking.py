"""Links drawn into HTML where it names acts; the HTML itself is never rewritten."""

from collections.abc import Callable
from dataclasses import dataclass

from documents.citations import find_citations
from documents.citing.markup import runs, wrappable_span


@dataclass(frozen=True, slots=True)
class Link:
    """Where a mention leads, and the short word on whether the act is in force.

    `symbol` and `territory` are the mention's own; `number` is the act's.
    """

    symbol: str
    territory: str
    number: str
    url: str
    card: int
    css: str
    label: str


Links = tuple[Link, ...]


def linked(html: str, links: Links, draw: Callable[[str, Link], str]) -> str:
    """The HTML with `draw(words, link)` in place of each number that has a link.

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
            pieces += [html[done:start], draw(html[start:end], link)]
            done = end
    return "".join([*pieces, html[done:]])
