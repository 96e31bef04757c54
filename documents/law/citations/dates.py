"""Dates as acts are cited with: 19/4/2018, 19-4-2018, 19 tháng 4 năm 2018."""

import re
from dataclasses import dataclass
from datetime import date

from documents.law.citations.model import Problem

_PARTS = re.compile(
    r"""(?P<d>\d{1,3})(?:
        \s?(?P<sep>[/.-])\s?(?P<m>\d{1,3})\s?(?P=sep)\s?(?P<y>\d{1,5})
      | \s{1,3}tháng\s{1,3}(?P<month>\d{1,3})\s{1,3}năm\s{1,3}(?P<year>\d{1,5})
    )(?!\d|[/.-]\d)""",
    re.VERBOSE,
)
_BEFORE = re.compile(
    r"\s{0,4},?\s{0,4}(?P<bracket>\()?\s?"
    r"(?:(?:ký|ban\s{1,3}hành)\s{1,3})?(?P<word>(?:[Nn]gày|NGÀY)\s{0,4})?"
)
_FROM = re.compile(r"(?:kể\s+)?từ\s+(?=ngày)", re.IGNORECASE)
_PLAUSIBLE_YEARS = range(1945, 2101)


@dataclass(frozen=True, slots=True)
class DateMention:
    """The words of a date, where they stand, and the day they name, if it exists."""

    start: int
    end: int
    day: date | None
    problem: Problem | None


def date_at(text: str, position: int) -> DateMention | None:
    """The date that continues the text from here, after "ngày" or a bracket."""
    before = _BEFORE.match(text, position)
    if not before or not (before["word"] or before["bracket"]):
        return None
    found = _PARTS.match(text, before.end())
    return _read(found) if found else None


def day_said(words: str) -> date | None:
    """The day after "từ ngày" in the words, if there is one."""
    for found in _FROM.finditer(words):
        mention = date_at(words, found.end())
        if mention and mention.day:
            return mention.day
    return None


def _read(found: re.Match[str]) -> DateMention:
    year_digits = found["y"] or found["year"]
    year, month = int(year_digits), int(found["m"] or found["month"])
    start, end = found.span()
    if len(year_digits) == 2:
        return DateMention(start, end, None, Problem.SHORT_YEAR)
    try:
        day = date(year, month, int(found["d"]))
    except ValueError:
        day = None
    if day is None or year not in _PLAUSIBLE_YEARS:
        return DateMention(start, end, None, Problem.IMPOSSIBLE_DATE)
    return DateMention(start, end, day, None)
