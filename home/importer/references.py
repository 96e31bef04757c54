"""Documents an article cites, and the slips in how it cites them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from documents.citations import Citation, Problem, find_citations

from .article import Finding, Reference

_CODES = {
    Problem.WRONG_MARKS: "wrong_marks",
    Problem.IMPOSSIBLE_DATE: "impossible_date",
    Problem.SHORT_YEAR: "short_year",
    Problem.YEAR_MISMATCH: "year_mismatch",
}
_OF_THE_DATE = {Problem.IMPOSSIBLE_DATE, Problem.SHORT_YEAR, Problem.YEAR_MISMATCH}


def find_references(text: str) -> tuple[list[Reference], list[Finding]]:
    """Every mention in order, and a finding for each slip."""
    citations = find_citations(text)
    references = [_reference(text, citation) for citation in citations]
    return references, list(_findings(citations))


def without_references(text: str) -> str:
    """The text without its citations, whose dates are not those of an event."""
    kept = []
    position = 0
    for citation in find_citations(text):
        kept.append(text[position : max(citation.whole_start, position)])
        position = max(citation.whole_end, position)
    return "¤".join([*kept, text[position:]])


def _reference(text: str, citation: Citation) -> Reference:
    return Reference(
        symbol=str(citation.symbol),
        as_printed=citation.as_printed,
        type=citation.type_word,
        date=citation.date.isoformat() if citation.date else None,
        date_as_printed=citation.date_as_printed,
        issuer=citation.issuer,
        text=" ".join(text[citation.whole_start : citation.whole_end].split()),
    )


def _findings(citations: Iterable[Citation]) -> Iterator[Finding]:
    for citation in citations:
        for problem in citation.problems:
            dated = problem in _OF_THE_DATE
            yield Finding(
                _CODES[problem],
                citation.date_as_printed if dated else citation.as_printed,
                {"symbol": str(citation.symbol)},
            )
