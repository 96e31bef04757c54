"""The new wording an instruction quotes, given to the places it is for."""

import re
from collections.abc import Sequence

from documents.law.amendments.places import NamedPlace
from documents.law.provisions import Level

_HEADS = {
    Level.PART: "phần",
    Level.CHAPTER: "chương",
    Level.SECTION: "mục",
    Level.SUBSECTION: r"tiểu\s+mục",
    Level.ARTICLE: "điều",
    Level.APPENDIX: r"phụ\s+lục",
}

_NUMBERED = re.compile(
    r"\s*(?:\d+[a-zđ]?\s*(?:[.)]|[-/](?=\s))|[a-zđ](?:\d?\)|[./-](?=\s))"
    r"|(?:điều|khoản|điểm)\s)",
    re.IGNORECASE,
)


def unquoted(words: str) -> str:
    """The words without the marks around them."""
    return words.strip().strip("“”«»\"'").strip()


def wordings(places: Sequence[NamedPlace], quoted: str) -> list[str | None]:
    """For each place its part of the quotation; None where it has none.

    One place takes all of it. Of several each takes what follows its own number, up
    to the next one's.
    """
    text = "\n".join(unquoted(line) for line in quoted.strip().split("\n"))
    if not text.strip():
        return [None] * len(places)
    if len(places) == 1:
        return [_heading(places[0], text)]
    starts: list[int | None] = []
    for place in places:
        last = max((one for one in starts if one is not None), default=-1)
        start = _start(place, text, last + 1)
        if start is None:
            start = _start(place, text, 0)
        starts.append(None if start in starts else start)
    known = sorted({start for start in starts if start is not None})
    if not known and _of_one_number(places) and not _NUMBERED.match(text):
        # "Điểm b khoản 1 Điều 26 và điểm b khoản 2 Điều 26 được sửa đổi như sau: “…”"
        return [text.strip()] * len(places)
    given: list[str | None] = []
    for place, start in zip(places, starts, strict=True):
        if start is None:
            given.append(None)
            continue
        following = next((one for one in known if one > start), len(text))
        given.append(_heading(place, text[start:following].strip()))
    return given


def _of_one_number(places: Sequence[NamedPlace]) -> bool:
    paths = {place.path for place in places}
    owns = {place.own for place in places if place.path}
    plain = not any(place.heading or place.partial for place in places)
    return plain and len(owns) == 1 and len(paths) == len(places)


def _heading(place: NamedPlace, text: str) -> str:
    """Of a heading alone the first line; the line below where that is a number only."""
    if not place.heading:
        return text.strip()
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    head = _head(place)
    only_number = bool(head and re.fullmatch(rf"{head}\s*[.:]?", lines[0], re.I))
    return "\n".join(lines[:2]) if only_number and len(lines) > 1 else lines[0]


def _start(place: NamedPlace, text: str, after: int) -> int | None:
    head = _head(place)
    if not head:
        return None
    line = re.compile(rf"^[ \t]*{head}(?!\w)", re.MULTILINE | re.IGNORECASE)
    found = line.search(text, after)
    if not found and after:
        # Clauses one after another in one line.
        inline = re.compile(rf"(?<=[.;:] ){head}(?=\s)", re.IGNORECASE)
        found = inline.search(text, after)
    return found.start() if found else None


def _head(place: NamedPlace) -> str:
    if not place.path:
        return ""
    own = place.own
    label = re.escape(own.label)
    if own.level is Level.CLAUSE:
        return rf"0?{label}[.\-/]"
    if own.level is Level.POINT:
        return rf"{label}(?:\)|[./-](?=\s))"
    word = _HEADS.get(own.level)
    return rf"{word}\s+{label}" if word else ""
