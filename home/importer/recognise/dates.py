"""Days an article speaks of: single days, lists and ranges, and days that cannot be."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from home.importer.article import EventDate, Finding
from home.importer.recognise.date_words import (
    ACT,
    CUE,
    DAY_CUE,
    DEADLINE,
    EVENT_WORDS,
    MONTH_LATER,
)

YEARS = range(1900, 2101)
# How far from a day the words and the sentence lie that say what it is: with these
# bounds the work for each day is the same, however long the text.
_CUE_WINDOW = 60
_SENTENCE_WINDOW = 1000

# The dash of 25-28/01/2021 joins two days, that of 25-01-2021 stands inside one.
POINT = re.compile(
    r"""
    (?<![\d/.,]) (?:
        (?P<d1>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<m1>\d{1,2})\s?(?P=sep)\s?(?P<y1>\d{2,4})
      | (?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2}|giêng|chạp)
            (?:(?:\s{0,9},?\s{0,9}năm\s+|\s{0,9}/\s*)(?P<y2>\d{4}))?
      | (?P<d3>\d{1,2})\s?/\s?(?P<m3>\d{1,2})
      | (?P<d5>\d{1,2})(?P<mark>[.-]|\s[-–]\s)(?P<m5>0?[1-9]|1[0-2])
            (?!\s+tháng|[\d-]|\s?%)
      | (?P<d4>\d{1,2})
    ) (?![\w/]) (?![.,]\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_RANGE = re.compile(
    r"\s*(?:[-–—]|(?:cho )?(?:đến|tới)(?: hết)?)\s*(?:(?:sáng|chiều|tối)\s+)?"
    r"(?:ngày\s+)?",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"\s*(?:,|;|và|,\s*và)\s+(?:(?:các )?ngày\s+)?",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(?<![\w/.,-])(\d{1,2})/(\d{1,2})/(\d{2,4})(?![\w/])")
# What lasts longer is an anniversary or a term.
_LONGEST_DAYS = 92


@dataclass
class _Point:
    day: int
    month: int | None
    year: int | None
    start: int
    end: int


def make_date(day: int, month: int, year: int) -> date | None:
    """The day, or None when the calendar has no such day."""
    if year < 100:
        year += 2000
    if year not in YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def first_date(text: str) -> date | None:
    """The first complete, possible day in the text."""
    for point in _points(text):
        if point.month and point.year:
            found = make_date(point.day, point.month, point.year)
            if found:
                return found
    return None


def event_dates(
    text: str, *, year: int | None = None, only_events: bool = False
) -> list[EventDate]:
    """Days and ranges in the order written, each once.

    `year` stands in for one that is not written. `only_events` takes a day only
    from a sentence that tells of a gathering, as is needed deep in a body.
    """
    found: dict[tuple[date, date], EventDate] = {}
    # Looked for once: a text full of days would else be read anew for each of them.
    gatherings = [m.span() for m in EVENT_WORDS.finditer(text)] if only_events else []
    for group, joints in _groups(text):
        start = group[0].start
        before = text[max(0, start - _CUE_WINDOW) : start]
        if DEADLINE.search(before):
            continue
        if only_events and not (
            CUE.search(before) and _any_within(gatherings, _sentence(text, start))
        ):
            continue
        if group[-1].year is None and not (year and CUE.search(before)):
            continue
        if (act := ACT.search(text, start, _sentence(text, start)[1])) and act["act"]:
            continue
        for item in _resolve(group, joints, text, year):
            found.setdefault((item.start, item.end), item)
    return list(found.values())


def near(found: EventDate, day: date) -> EventDate:
    """The same days in the year in which they lie nearest to the day.

    For days written without a year: what is told in January was in December.
    """
    for years in (-1, 1):
        start = make_date(found.start.day, found.start.month, found.start.year + years)
        end = make_date(found.end.day, found.end.month, found.end.year + years)
        if start and end and abs(start - day) < abs(found.start - day):
            return EventDate(start, end, found.text)
    return found


def impossible_dates(text: str) -> list[Finding]:
    """Days written in figures that no calendar has, such as 31/02/2021."""
    return [
        Finding("impossible_date", match[0])
        for match in _NUMERIC.finditer(text)
        if make_date(*map(int, match.groups())) is None
    ]


def _points(text: str) -> Iterator[_Point]:
    for match in POINT.finditer(text):
        named = match.groupdict()
        if named["d5"] and not _is_day(text, match):
            if named["mark"] != ".":
                yield from _bare(match)
            continue
        day = next(named[k] for k in ("d1", "d2", "d3", "d4", "d5") if named[k])
        month = named["m1"] or named["m2"] or named["m3"] or named["m5"]
        months = {"giêng": "1", "chạp": "12"}
        year = named["y1"] or named["y2"]
        yield _Point(
            int(day),
            int(months.get(month.lower(), month)) if month else None,
            int(year) if year else None,
            match.start(),
            match.end(),
        )


def _is_day(text: str, match: re.Match[str]) -> bool:
    """Whether 6-10 or 11.8 is a day and a month, by the words around it."""
    before = text[max(0, match.start() - _CUE_WINDOW) : match.start()]
    if not DAY_CUE.search(before):
        return False
    return match["mark"] == "." or not MONTH_LATER.match(text, match.end())


def _bare(match: re.Match[str]) -> Iterator[_Point]:
    """The two days of a range whose month stands elsewhere."""
    for name in ("d5", "m5"):
        yield _Point(int(match[name]), None, None, *match.span(name))


def _groups(text: str) -> Iterator[tuple[list[_Point], list[str]]]:
    """Points joined by "-", "đến", "," or "và", the last of them with its month."""
    group: list[_Point] = []
    joints: list[str] = []
    for point in _points(text):
        between = text[group[-1].end : point.start] if group else ""
        if group and _RANGE.fullmatch(between):
            joints.append("range")
        elif group and _LIST.fullmatch(between):
            joints.append("list")
        else:
            yield from _finished(group, joints)
            group, joints = [], []
        group.append(point)
    yield from _finished(group, joints)


def _finished(group, joints):
    dated = any(point.year for point in group)
    size = len(group)
    while size and (
        group[size - 1].month is None or (dated and not group[size - 1].year)
    ):
        size -= 1
    if size:
        yield group[:size], joints[: size - 1]


def _resolve(
    group: list[_Point], joints: list[str], text: str, year: int | None
) -> Iterator[EventDate]:
    """Days with months and years taken from what follows them."""
    month = group[-1].month
    year = group[-1].year or year
    days: list[date | None] = []
    for point in reversed(group):
        earlier_year = point.month and month and point.month > month
        month = point.month or month
        year = point.year or (year - 1 if earlier_year and not point.year else year)
        days.append(make_date(point.day, month, year))
    days.reverse()
    words = " ".join(text[group[0].start : group[-1].end].split())
    position = 0
    while position < len(days):
        start = end = days[position]
        if position < len(joints) and joints[position] == "range":
            position += 1
            end = days[position]
        if start and end and 0 <= (end - start).days <= _LONGEST_DAYS:
            yield EventDate(start, end, words)
        position += 1


def _any_within(spans: list[tuple[int, int]], sentence: tuple[int, int]) -> bool:
    first, last = sentence
    at = bisect_left(spans, (first, first))
    return at < len(spans) and spans[at][1] <= last


def _sentence(text: str, position: int) -> tuple[int, int]:
    """From where to where the sentence around the place runs, within its window."""
    first = max(0, position - _SENTENCE_WINDOW)
    last = position + _SENTENCE_WINDOW
    stops = (text.rfind(mark, first, position) for mark in (". ", "\n"))
    end = text.find(". ", position, last)
    return max(first, max(stops) + 1), end if end >= 0 else last
