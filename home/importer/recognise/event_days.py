"""The days of a gathering: in the title and lead, or as the body tells of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from home.importer.article import EventDate, Finding, ImportedArticle
from home.importer.recognise.dates import event_dates, first_date, near
from home.importer.recognise.references import without_references
from home.importer.recognise.years import lone_year, school_year, year_named

# How far into the body a gathering's day is looked for when the lead has none.
DATED_PARAGRAPHS = 8
# A year that has every day, for days whose year is still to be found.
LEAP_YEAR = 2000
# What lasts longer is a season or a term, no gathering.
LONGEST_GATHERING = 10
_COUNTS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5}
_COUNTED = re.compile(
    r"(?<!\w)(?:trong|diễn ra|kéo dài|thời gian)(?: thời gian)?"
    r"\s+(?P<days>0?[2-9]|hai|ba|bốn|năm)\s+ngày"
    r"(?!\s*\(?\s*(?:từ\b|ngày|\d|đầu|cuối|tới|qua|nghỉ|tiếp))",
    re.IGNORECASE,
)
# Told of its last day, a gathering is not counted on from it.
_CLOSING = re.compile(r"bế mạc|tổng kết|trao giải|trao giấy|kết thúc", re.IGNORECASE)
_FRESH = timedelta(days=120)
_SHORT_YEAR = re.compile(r"\d\s?([/.-])\s?\d{1,2}\s?\1\s?\d\d$")
_THIS_DAY = re.compile(
    r"(?<!\w)(?:sáng|trưa|chiều|tối|hôm)\s+(nay|qua)(?!\w)", re.IGNORECASE
)


def find_event_days(
    article: ImportedArticle,
) -> tuple[list[EventDate], list[Finding]]:
    """Days of the event: those of title and lead, else the first the body tells.

    A year that is not written is the one the opening names, else that in which the day
    is nearest to the publication, else that of the first whole date, of the school year
    told of, or the only one the opening writes; a finding says which was taken.
    """
    opening = without_references(f"{article.title}\n{article.lead}")
    body = list(map(without_references, article.body[:DATED_PARAGRAPHS]))
    published, named = article.published_on, year_named(opening)
    year = named or (published and published.year) or _year_written(opening, body)
    days = event_dates(opening, year=year)
    if published and not days:
        days = day_named(opening, published)
    for paragraph in body:
        days = days or event_dates(paragraph, year=year, only_events=True)
    days = join_days(days)
    if len(days) == 1 and days[0].start == days[0].end:
        days = [whole_gathering(days[0], opening, body, year)]
    days, assumed = _in_years(days, None if named else published)
    return _of_the_news(days, published), assumed


def _in_years(
    days: list[EventDate], published: date | None
) -> tuple[list[EventDate], list[Finding]]:
    """The days, those without a year nearest to publication, and what was assumed."""
    placed: list[EventDate] = []
    assumed: dict[int, list[str]] = {}
    for day in days:
        if not _has_year(day):
            day = near(day, published) if published else day
            assumed.setdefault(day.end.year, []).append(day.text)
        placed.append(day)
    return placed, [
        Finding("year_assumed", ", ".join(texts), {"year": year})
        for year, texts in assumed.items()
    ]


def _of_the_news(days: list[EventDate], published: date | None) -> list[EventDate]:
    """Without what is still to come or long past, where another day is neither."""
    if published is None:
        return days
    fresh = [
        day for day in days if day.start <= published and published - day.end <= _FRESH
    ]
    return fresh or days


def _has_year(day: EventDate) -> bool:
    """Whether the words name it: 2021, or 21 as in 25/01/21."""
    return str(day.end.year) in day.text or bool(_SHORT_YEAR.search(day.text))


def _year_written(opening: str, body: Sequence[str]) -> int | None:
    """That of the first date with a year, where nothing else says one."""
    for text in (opening, *body):
        if day := first_date(text):
            return day.year
    for undated in event_dates(opening, year=LEAP_YEAR)[:1]:
        text = "\n".join((opening, *body))
        if year := school_year(text, undated.start.month):
            return year
    return lone_year(opening)


def day_named(opening: str, published: date) -> list[EventDate]:
    """The day of publication for "sáng nay", that before it for "hôm qua"."""
    match = _THIS_DAY.search(opening)
    if match is None:
        return []
    day = published - timedelta(days=match[1].lower() == "qua")
    return [EventDate(day, day, match[0])]


def join_days(found: Iterable[EventDate]) -> list[EventDate]:
    """Days that one list names, each the day after the other, as one span."""
    joined: list[EventDate] = []
    for one in found:
        last = joined[-1] if joined else None
        if last and last.text == one.text and one.start - last.end == timedelta(days=1):
            joined[-1] = replace(last, end=one.end)
        else:
            joined.append(one)
    return joined


def whole_gathering(
    day: EventDate, opening: str, body: Sequence[str], year: int | None
) -> EventDate:
    """All days of the gathering whose one day is given, as the text tells them.

    These are a span in the body that holds the day, or so many days "trong 02 ngày"
    from its opening on; the day itself when nothing is told.
    """
    for paragraph in body:
        for found in join_days(event_dates(paragraph, year=year or day.start.year)):
            lasts = (found.end - found.start).days
            if 0 < lasts < LONGEST_GATHERING and _holds(found, day):
                return found
    if not _CLOSING.search(opening):
        for text in (opening, *body[:3]):
            if counted := _COUNTED.search(text):
                words = counted["days"].lower()
                days = _COUNTS.get(words) or int(words)
                return replace(day, end=day.start + timedelta(days=days - 1))
    return day


def _holds(found: EventDate, day: EventDate) -> bool:
    return found.start <= day.start and day.end <= found.end
