"""Citations against a library: what to link, and what to tell the editor."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from documents.law.citations.issuers import place_key, read_issuer
from documents.law.citations.library import KnownDocument, Library
from documents.law.citations.model import Citation, Problem
from documents.law.names import is_known, with_marks
from documents.law.symbols import Symbol, nearest, parse_symbol
from portal.vietnamese.dates import short_date


class FindingCode(StrEnum):
    WRONG_MARKS = "wrong_marks"
    IMPOSSIBLE_DATE = "impossible_date"
    SHORT_YEAR = "short_year"
    YEAR_MISMATCH = "year_mismatch"
    DATE_DIFFERS = "date_differs"
    UNKNOWN_NUMBER = "unknown_number"
    AMBIGUOUS = "ambiguous"
    OTHER_ISSUER = "other_issuer"
    ISSUER_DIFFERS = "issuer_differs"


@dataclass(frozen=True, slots=True)
class Finding:
    """A slip to show the editor beside `text[start:end]`.

    `printed` is what stands there, `expected` what the library or the list of
    abbreviations says (empty if neither knows), `suggestions` what to choose from.
    """

    code: FindingCode
    start: int
    end: int
    printed: str
    expected: str = ""
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """One citation settled: a link, or candidates to choose from, or neither."""

    citation: Citation
    document: KnownDocument | None = None
    candidates: tuple[KnownDocument, ...] = ()
    findings: tuple[Finding, ...] = ()


def resolve(citations: Iterable[Citation], library: Library) -> list[Resolution]:
    """Settle each citation: link what is certain, report every slip, repair none.

    A number two issuers share is linked only if the citation names the issuer's
    territory. A mark is forgiven only where the printed code is no abbreviation of
    its own: QD may mean QĐ, HD never means HĐ.
    """
    known: list[Symbol] = []
    resolutions = []
    for citation in citations:
        candidates = _candidates(citation, library)
        fitting = [document for document in candidates if _fits(citation, document)]
        if len(fitting) == 1:
            resolutions.append(_linked(citation, fitting[0]))
        elif fitting:
            resolutions.append(_ambiguous(citation, fitting))
        else:
            known = known or list(library.symbols())
            resolutions.append(_unknown(citation, candidates, known, library))
    return resolutions


def _candidates(citation: Citation, library: Library) -> list[KnownDocument]:
    exact = library.exact(str(citation.symbol))
    if exact:
        return list(exact)
    alike = library.folded(citation.symbol.folded)
    return [document for document in alike if _only_lacks_marks(citation, document)]


def _only_lacks_marks(citation: Citation, document: KnownDocument) -> bool:
    meant = parse_symbol(document.symbol)
    if meant is None or len(meant.codes) != len(citation.symbol.codes):
        return False
    pairs = zip(citation.symbol.codes, meant.codes, strict=True)
    return all(code == known or not is_known(code) for code, known in pairs)


def _fits(citation: Citation, document: KnownDocument) -> bool:
    """Unless the citation names another territory, or shares its number with one."""
    place = _place(document)
    return not (
        citation.issuer_territory
        and place
        and place_key(citation.issuer_territory) != place
    )


def _place(document: KnownDocument) -> str:
    if document.territory:
        return place_key(document.territory)
    mention = read_issuer(document.issuer)
    return place_key(mention.place) if mention else ""


def _linked(citation: Citation, document: KnownDocument) -> Resolution:
    findings = [
        *_mark_findings(citation, document),
        *_date_findings(citation, document),
    ]
    if _other_body(citation, document):
        findings.append(
            _on_whole(
                FindingCode.ISSUER_DIFFERS, citation, citation.issuer, document.issuer
            )
        )
    return Resolution(citation, document, (), tuple(findings))


def _ambiguous(citation: Citation, fitting: list[KnownDocument]) -> Resolution:
    named = [d for d in fitting if citation.issuer_territory and _place(d)]
    if len(named) == 1:
        return _linked(citation, named[0])
    finding = Finding(
        FindingCode.AMBIGUOUS,
        citation.start,
        citation.end,
        citation.as_printed,
        suggestions=tuple(f"{d.symbol} – {d.issuer}" for d in fitting),
    )
    own = _date_findings(citation, None)
    return Resolution(citation, None, tuple(fitting), (finding, *own))


def _unknown(
    citation: Citation,
    candidates: list[KnownDocument],
    known: list[Symbol],
    library: Library,
) -> Resolution:
    own = [*_mark_findings(citation, None), *_date_findings(citation, None)]
    if candidates:
        others = tuple(f"{d.symbol} – {d.issuer}" for d in candidates)
        other = Finding(
            FindingCode.OTHER_ISSUER,
            citation.start,
            citation.end,
            citation.issuer,
            suggestions=others,
        )
        return Resolution(citation, None, (), (other, *own))
    near = tuple(
        str(match.symbol)
        for match in nearest(citation.symbol, known)
        if _may_be_of_issuer(citation, library.exact(str(match.symbol)))
    )
    unknown = Finding(
        FindingCode.UNKNOWN_NUMBER,
        citation.start,
        citation.end,
        citation.as_printed,
        suggestions=near,
    )
    return Resolution(citation, None, (), (unknown, *own))


def _may_be_of_issuer(citation: Citation, documents: Sequence[KnownDocument]) -> bool:
    """Another province's act is no correction of one the library does not have."""
    return not documents or any(_fits(citation, document) for document in documents)


def _other_body(citation: Citation, document: KnownDocument) -> bool:
    """Of a joint act any issuer may be named: only one of them is known here."""
    if document.is_joint:
        return False
    mention = read_issuer(document.issuer)
    codes = {citation.issuer_code, mention.code if mention else ""}
    return "" not in codes and len(codes) == 2


def _mark_findings(citation: Citation, document: KnownDocument | None) -> list[Finding]:
    meant = parse_symbol(document.symbol) if document else None
    printed = citation.printed_codes or citation.symbol.codes
    own = citation.symbol.codes
    expected = meant.codes if meant else tuple(with_marks(code) or code for code in own)
    if len(printed) != len(expected):
        printed, expected = ("-".join(printed),), ("-".join(expected),)
    pairs = zip(printed, expected, strict=False)
    wrong = [(code, right) for code, right in pairs if right and code != right]
    return [
        Finding(FindingCode.WRONG_MARKS, citation.start, citation.end, code, right)
        for code, right in wrong
    ]


def _date_findings(citation: Citation, document: KnownDocument | None) -> list[Finding]:
    recorded = document.signed_on if document else None
    code = _date_code(citation, recorded)
    if code is None:
        return []
    place = citation.date_start, citation.date_end
    expected = short_date(recorded) if recorded else ""
    return [Finding(code, *place, citation.date_as_printed, expected)]


def _date_code(citation: Citation, recorded: date | None) -> FindingCode | None:
    for problem in (Problem.IMPOSSIBLE_DATE, Problem.SHORT_YEAR):
        if problem in citation.problems:
            return FindingCode(problem.value)
    if recorded and citation.date and citation.date != recorded:
        return FindingCode.DATE_DIFFERS
    if recorded is None and Problem.YEAR_MISMATCH in citation.problems:
        return FindingCode.YEAR_MISMATCH
    return None


def _on_whole(
    code: FindingCode, citation: Citation, printed: str, known: str
) -> Finding:
    return Finding(code, citation.whole_start, citation.whole_end, printed, known)
