"""The year of days that are written without one, from the words around them."""

from __future__ import annotations

import re

_NAMED = re.compile(r"năm\s+((?:19|20)\d{2})\b", re.IGNORECASE)
_SCHOOL = re.compile(r"năm học\s+(20\d{2})\s*[-–]\s*(20\d{2})", re.IGNORECASE)
_BARE = re.compile(r"(?<![\d/.])20\d{2}(?![\d/.]\d|\d)")
# A school year begins in August.
_FIRST_MONTH = 8


def year_named(text: str) -> int | None:
    """The year in "năm 2021"."""
    match = _NAMED.search(text)
    return int(match[1]) if match else None


def lone_year(text: str) -> int | None:
    """The one year the text writes, as in "lần thứ III-2022"; None for several."""
    years = set(_BARE.findall(text))
    return int(years.pop()) if len(years) == 1 else None


def school_year(text: str, month: int) -> int | None:
    """The year of the month in "năm học 2022-2023"."""
    match = _SCHOOL.search(text)
    if match is None or int(match[2]) != int(match[1]) + 1:
        return None
    return int(match[1 if month >= _FIRST_MONTH else 2])
