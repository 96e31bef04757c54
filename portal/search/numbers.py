"""Numbers of documents and dates as single tokens.

`36/2018/QĐ-UBND` owned by a page is `s36 s36y2018 s36y2018qd s36y2018qdubnd`; where a
text cites it, `c` stands for the `s`, so what cites comes after what is cited. A day
is `d20181231`, its month `m201812`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from portal.vietnamese import fold

_DASH = r"\s?[-\u2010-\u2015\u2212]\s?"
_CODE = r"[^\W\d_](?:[^\W\d_]|&(?=[^\W\d_])){0,14}\d{0,2}"
_NUMBER = re.compile(
    rf"""(?P<number>\d{{1,5}})
    (?P<suffix>\.\d{{1,2}}(?=\s?/\s?20\d\d\s?/\s?[nN][qQ])|[a-zđ]?)(?:
        \s?/\s?(?P<year>(?:19|20)\d{{2}})
            (?:\s?/\s?(?P<dated>{_CODE}(?:{_DASH}{_CODE}){{0,5}}))?
      | \s?/\s?(?P<undated>{_CODE}(?:{_DASH}{_CODE}){{0,5}})
      | {_DASH}(?P<party>{_CODE}\s?/\s?{_CODE}(?:{_DASH}{_CODE}){{0,3}})
    )(?![\w/])""",
    re.VERBOSE,
)
# Cheap to look for (a digit alone begins it, which `re` skips to); only what stands
# there is read closely.
_HINT = re.compile(r"\d\d{0,4}[a-zđ]?\s?[-/.\u2010-\u2015\u2212]")
_DATE = re.compile(
    r"(?:(?P<d>0?[1-9]|[12]\d|3[01])(?P<sep>[/.-]))?"
    r"(?P<m>0?[1-9]|1[0-2])(?(sep)(?P=sep)|[/.-])(?P<y>(?:19|20)\d{2})(?![\w/])"
)
_OF_ANY_YEAR = re.compile(
    r"(?<![\w/.-])(0?[1-9]|[12]\d|3[01])[/-](0?[1-9]|1[0-2])(?![\w/-]|\.\d)"
)
_SAID = re.compile(
    r"(?:ngày\s{1,3}(?P<d>\d{1,2})\s{1,3})?tháng\s{1,3}(?P<m>\d{1,2})"
    r"(?:\s{1,3}năm\s{1,3}|\s?/\s?)(?P<y>(?:19|20)\d{2})",
    re.IGNORECASE,
)
_SAID_PLAIN = re.compile(_SAID.pattern.translate(str.maketrans("àáă", "aaa")))
# Letters that must be there are found as fast as memory is read; "(ngày 31 )tháng".
_MONTHS = tuple(re.compile(rf"{word}\s{{1,3}}\d") for word in ("háng", "HÁNG"))
_BEFORE_MONTH, _BEHIND_MONTH = len("ngày   31   t"), len("2   năm   2018")
_JOINED = re.compile(r"[\w/.,-]")
_LETTER = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Number:
    """The parts of a number; a reader may have given only some of them."""

    number: int
    suffix: str = ""
    year: int | None = None
    codes: tuple[str, ...] = ()

    def ladder(self) -> tuple[str, ...]:
        """From the least to the most specific, without the leading letter."""
        # A point would part the token: 66.13 is 66p13.
        key = f"{self.number}{fold(self.suffix).replace('.', 'p')}"
        found = [key]
        for part in (f"y{self.year}" if self.year else "", *map(_plain, self.codes)):
            if part:
                key += part
                found.append(key)
        return tuple(found)


def find_numbers(
    text: str, hints: Sequence[int] | None = None
) -> list[tuple[int, int, Number]]:
    """Numbers standing in a text, each with its start and end."""
    return [
        (found.start(), found.end(), _read(found))
        for found in _matches(_NUMBER, text, hints)
        if int(found["number"]) and not _is_month(found)
    ]


def _hints(text: str) -> list[int]:
    """Where a number or a day may begin."""
    return [hint.start() for hint in _HINT.finditer(text)]


def _matches(
    pattern: re.Pattern[str], text: str, hints: Sequence[int] | None
) -> Iterator[re.Match[str]]:
    end = 0
    for start in _hints(text) if hints is None else hints:
        if start < end or (start and _JOINED.fullmatch(text[start - 1])):
            continue
        if found := pattern.match(text, start):
            end = found.end()
            yield found


def own_keys(symbol: str, day: date | None = None) -> list[str]:
    """The tokens of the page whose number this is, of that day.

    Who asks for a number by its year may not know that it is written without one.
    """
    found = find_numbers(symbol)
    if not found:
        return []
    number = found[0][2]
    keys = list(number.ladder())
    if day and number.year is None:
        keys += replace(number, year=day.year).ladder()[1:]
    return [f"s{key}" for key in keys]


def cited_keys(text: str) -> list[str]:
    """The tokens of every number and day a text names, each once."""
    keys: dict[str, None] = {}
    hints = _hints(text)
    for _start, _end, number in find_numbers(text, hints):
        # The bare number says nothing: everything holds a 5 somewhere.
        keys.update(dict.fromkeys(f"c{key}" for key in number.ladder()[1:]))
    keys.update(dict.fromkeys(day_keys(text, hints)))
    return list(keys)


def day_keys(text: str, hints: Sequence[int] | None = None) -> list[str]:
    """`d…` for each day and `m…` for its month."""
    return [key for _start, _end, keys in find_days(text, hints) for key in keys]


def find_days(
    text: str, hints: Sequence[int] | None = None
) -> list[tuple[int, int, tuple[str, ...]]]:
    """Days and months of a year named in a text, written or said."""
    said: Iterable[re.Match[str]] = ()
    if "háng" in text or "HÁNG" in text:
        said = _said(text)
    elif "thang" in text.lower():
        said = _SAID_PLAIN.finditer(fold(text))
    return [
        (match.start(), match.end(), keys)
        for match in (*_matches(_DATE, text, hints), *said)
        if (keys := _day(match))
    ]


def days_of_any_year(text: str) -> list[tuple[int, int]]:
    """Day and month of each "22/12" or "22-12" in a text: no year is said with it."""
    return [(int(day), int(month)) for day, month in _OF_ANY_YEAR.findall(text)]


def _said(text: str) -> Iterator[re.Match[str]]:
    """All that `_SAID` finds, many times faster: it is tried where a month may be."""
    months = [found for pattern in _MONTHS for found in pattern.finditer(text)]
    end = 0
    for month in sorted(months, key=re.Match.start):
        since = max(end, month.start() - _BEFORE_MONTH)
        found = _SAID.search(text, since, month.end() + _BEHIND_MONTH)
        if found and found.start() < month.start() < found.end():
            end = found.end()
            yield found


def dated_keys(day: date | None) -> list[str]:
    """The tokens of a day that is a fact of the page."""
    return [f"d{day:%Y%m%d}", f"m{day:%Y%m}"] if day else []


def _day(match: re.Match[str]) -> tuple[str, ...]:
    month, year = int(match["m"]), match["y"]
    if not 1 <= month <= 12:
        return ()
    keys = (f"m{year}{month:02}",)
    if match["d"] and 1 <= int(match["d"]) <= 31:
        return (f"d{year}{month:02}{int(match['d']):02}", *keys)
    return keys


def _is_month(found: re.Match[str]) -> bool:
    """12/2018 after "tháng" is a month, and no number 12 of the year 2018."""
    if found["dated"] or not found["year"]:
        return False
    before = found.string[max(0, found.start() - 8) : found.start()]
    return fold(before).rstrip().endswith("thang")


def _read(found: re.Match[str]) -> Number:
    codes = found["dated"] or found["undated"] or found["party"] or ""
    return Number(
        int(found["number"]),
        found["suffix"],
        int(found["year"]) if found["year"] else None,
        tuple(re.split(rf"{_DASH}|\s?/\s?", codes)) if codes else (),
    )


def _plain(code: str) -> str:
    return "".join(_LETTER.findall(fold(code)))
