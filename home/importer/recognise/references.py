"""Documents an article cites, and the slips in how it cites them."""

from __future__ import annotations

from documents.law.citations import (
    DocumentList,
    FindingCode,
    Library,
    Resolution,
    find_citations,
    resolve,
)
from home.importer.article import Finding, Reference

NO_LIBRARY = DocumentList([])


def find_references(
    text: str, library: Library = NO_LIBRARY
) -> tuple[list[Reference], list[Finding]]:
    """Every mention in order, and a finding for each slip.

    Against an empty library every number would be unknown: that is no finding.
    """
    resolutions = resolve(find_citations(text), library)
    nothing_known = not any(True for _symbol in library.symbols())
    references = [_reference(text, settled) for settled in resolutions]
    findings = [
        Finding(slip.code.value, text[slip.start : slip.end], {"slip": slip})
        for settled in resolutions
        for slip in settled.findings
        if not (nothing_known and slip.code is FindingCode.UNKNOWN_NUMBER)
    ]
    return references, findings


def without_references(text: str) -> str:
    """The text without its citations, whose dates are not those of an event."""
    kept = []
    position = 0
    for citation in find_citations(text):
        kept.append(text[position : max(citation.whole_start, position)])
        position = max(citation.whole_end, position)
    return "¤".join([*kept, text[position:]])


def _reference(text: str, settled: Resolution) -> Reference:
    """The symbol is the library's where it knows the document, else as written."""
    citation = settled.citation
    known = settled.document
    return Reference(
        symbol=known.symbol if known else str(citation.symbol),
        as_printed=citation.as_printed,
        type=citation.type_word,
        date=citation.date.isoformat() if citation.date else None,
        date_as_printed=citation.date_as_printed,
        issuer=citation.issuer,
        text=" ".join(text[citation.whole_start : citation.whole_end].split()),
    )
