"""How long a gathering lasts, where the opening names one of its days alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from home.importer.article import EventDate
from home.importer.recognise.dates import event_dates

# What lasts longer is a season or a term, no gathering.
LONGEST_GATHERING = 10
_COUNTS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5}
_COUNTED = re.compile(
    r"(?<!\w)(?:trong|diễn ra|kéo dài)(?: thời gian)?"
    r"\s+(?P<days>0?[2-9]|hai|ba|bốn|năm)\s+ngày(?!\s*\(?\s*(?:từ\b|ngày|\d|đầu|cuối|tới|qua|nghỉ|tiếp))",
    re.IGNORECASE,
)
# Told of its last day, a gathering is not counted on from it.
_CLOSING = re.compile(r"bế mạc|tổng kết|trao giải|trao giấy|kết thúc", re.IGNORECASE)


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
        for text in (opening, *body[:1]):
            if counted := _COUNTED.search(text):
                words = counted["days"].lower()
                days = _COUNTS.get(words) or int(words)
                return replace(day, end=day.start + timedelta(days=days - 1))
    return day


def _holds(found: EventDate, day: EventDate) -> bool:
    return found.start <= day.start and day.end <= found.end
