"""Slips in a page's citations, and what one click puts in their place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wagtail.models import Page

from documents.citing.markup import Run
from documents.citing.reader import Mention, mentions, resolve_mentions
from documents.citing.texts import Text
from documents.law.citations import Citation, Finding, FindingCode, Resolution
from documents.law.symbols import parse_symbol

_AROUND = 60
_CODE = re.compile(r"[^\W\d_][^\W_]*")
_DATE_CODES = frozenset(
    {
        FindingCode.IMPOSSIBLE_DATE,
        FindingCode.SHORT_YEAR,
        FindingCode.YEAR_MISMATCH,
        FindingCode.DATE_DIFFERS,
    }
)


@dataclass(frozen=True, slots=True)
class Correction:
    """Other words for `run.text[start:end]`, which now reads `printed`."""

    start: int
    end: int
    printed: str
    replacement: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A finding with the words around it and the ways to correct it, if any."""

    text: Text
    run_number: int
    run: Run
    finding: Finding
    corrections: tuple[Correction, ...]

    @property
    def before(self) -> str:
        start = max(0, self.finding.start - _AROUND)
        words = self.run.text[start : self.finding.start]
        return f"… {words.partition(' ')[2]}" if start else words

    @property
    def words(self) -> str:
        return self.run.text[self.finding.start : self.finding.end]

    @property
    def after(self) -> str:
        end = self.finding.end + _AROUND
        words = self.run.text[self.finding.end : end]
        return f"{words.rpartition(' ')[0]} …" if end < len(self.run.text) else words


@dataclass(frozen=True, slots=True)
class Checked:
    """The citations of a page as it is in memory, and every slip in them."""

    mentions: list[tuple[Mention, Resolution]]
    slips: list[Slip]


def check(page: Page) -> Checked:
    found = mentions(page)
    resolved = list(zip(found, resolve_mentions(found, suggest=True), strict=True))
    slips = [slip for pair in resolved for slip in _slips(*pair)]
    return Checked(resolved, slips)


def _slips(mention: Mention, resolution: Resolution) -> Iterator[Slip]:
    for finding in resolution.findings:
        corrections = tuple(_corrections(mention.citation, finding))
        yield Slip(mention.text, mention.run_number, mention.run, finding, corrections)


def _corrections(citation: Citation, finding: Finding) -> Iterator[Correction]:
    if finding.code is FindingCode.WRONG_MARKS and finding.expected:
        if place := _code_place(citation, finding.printed):
            start, end = place
            printed = citation.as_printed[start - citation.start : end - citation.start]
            yield Correction(start, end, printed, finding.expected)
    elif finding.code in _DATE_CODES and finding.expected:
        printed = citation.date_as_printed
        replacement = _in_style(finding.expected, printed)
        yield Correction(citation.date_start, citation.date_end, printed, replacement)
    elif finding.code is FindingCode.UNKNOWN_NUMBER:
        for number in finding.suggestions:
            yield Correction(citation.start, citation.end, citation.as_printed, number)


def _code_place(citation: Citation, code: str) -> tuple[int, int] | None:
    """Where in the number a code stands, however its letters were typed."""
    for found in _CODE.finditer(citation.as_printed):
        read = parse_symbol(f"1/{found[0]}-X")
        if read and code in read.codes:
            return citation.start + found.start(), citation.start + found.end()
    return None


def _in_style(day: str, printed: str) -> str:
    """19/4/2018, with the marks or words between its numbers that the text uses."""
    if "tháng" in printed:
        number, month, year = day.split("/")
        return f"{number} tháng {month} năm {year}"
    mark = next((mark for mark in "-." if mark in printed), "/")
    return day.replace("/", mark)
