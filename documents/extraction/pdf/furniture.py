"""What is printed on every page and belongs to none: page numbers, running heads.

A line goes only when all of it fits: it stands in the margin, apart from the text, at
one place on many pages, and nowhere inside of them. Text that merely repeats stays.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise

from documents.extraction.paragraphs import is_marker
from documents.extraction.pdf.model import PrintedLine

_EDGE_LINES = 3
# Within this share of the page's height from its top or bottom.
_MARGIN = 0.14
_SAME_PLACE = 4.0
_MIN_REPEATS = 3
_MIN_SHARE = 0.4
# Against the usual step between lines.
_APART = 1.2
_NEAR = 2.2
_PAGE_NUMBER = re.compile(
    r"(?:[-–—|]\s*)?(?:trang|page|tr\.)?\s*[-–—|]?\s*(\d{1,4})(?:\s*(?:/|of|trên)\s*\d{1,4})?\s*[-–—|]?",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"^[1-9]\d{0,3}(?= )|(?<= )[1-9]\d{0,3}$")
# What opens every form of an appendix repeats, and is its text all the same.
_BELONGS = re.compile(
    r"cộng hòa xã hội|cộng hoà xã hội|độc lập|mẫu|biểu|bảng|phụ lục", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_Place = tuple[str, int, bool]
_Head = tuple[str, bool]


@dataclass(slots=True)
class Furniture:
    """What was taken away, for the editor to know."""

    page_numbers: int = 0
    running_heads: int = 0


def without_furniture(
    pages: list[list[PrintedLine]], heights: list[float], step: float
) -> tuple[list[list[PrintedLine]], Furniture]:
    """The pages without lines that repeat at one place, and what went."""
    removed = Furniture()
    numbers = _page_numbers(pages, heights)
    repeated = _repeated(pages, heights)
    kept = []
    for number, (lines, height) in enumerate(zip(pages, heights, strict=True), 1):
        gone = {id(line) for line in lines if (number, id(line)) in numbers}
        removed.page_numbers += len(gone)
        for outward in (lines, lines[::-1]):
            heads = _heads(outward, height, gone, repeated, step)
            removed.running_heads += len(heads)
            gone |= heads
        kept.append([line for line in lines if id(line) not in gone])
    return kept, removed


def _heads(
    outward: list[PrintedLine],
    height: float,
    gone: set[int],
    repeated: set[_Head],
    step: float,
) -> set[int]:
    """The keys of the running head at one edge, seen from outside.

    Its lines may stand further apart than those of text do: a second one belongs to it
    that stands alone, near the first, and further from what follows.
    """
    group = _first_group(outward, step)
    heads = _repeating(group, height, gone, repeated)
    following = outward[len(group) :]
    second = _first_group(following, step)
    if not heads or len(second) != 1 or len(following) < 2:
        return heads
    before = abs(group[-1].y - second[0].y)
    after = abs(second[0].y - following[1].y)
    if before > _NEAR * step or after < before:
        return heads
    return heads | _repeating(second, height, gone, repeated)


def _repeating(
    group: list[PrintedLine], height: float, gone: set[int], repeated: set[_Head]
) -> set[int]:
    """The keys of a group that repeats as a whole, page numbers in it aside.

    On the first page of a file a head may stand lower than on the others.
    """
    rest = [line for line in group if id(line) not in gone]
    places = [_place(line, height) for line in rest]
    if not all((words, top) in repeated for words, _, top in places):
        return set()
    return {id(line) for line in rest}


def _first_group(lines: list[PrintedLine], step: float) -> list[PrintedLine]:
    """The lines before the first wide gap; none when there is no such gap."""
    for at, (line, following) in enumerate(pairwise(lines), 1):
        if abs(line.y - following.y) >= _APART * step:
            return lines[:at]
    return []


def _edges(
    lines: list[PrintedLine], height: float
) -> tuple[list[PrintedLine], list[PrintedLine]]:
    """The outermost lines at the top and at the bottom, if they stand in the margin."""
    margin = height * _MARGIN
    top = [line for line in lines[:_EDGE_LINES] if line.y > height - margin]
    bottom = [line for line in lines[-_EDGE_LINES:] if line.y < margin]
    return top, bottom


def _page_numbers(
    pages: list[list[PrintedLine]], heights: list[float]
) -> set[tuple[int, int]]:
    """Lines at an edge that are nothing but a number which grows with the pages.

    The outermost may be the page's own number once; within a head of two lines it has
    to grow.
    """
    found: list[tuple[int, int, int, bool]] = []
    for number, (lines, height) in enumerate(zip(pages, heights, strict=True), 1):
        top, bottom = _edges(lines, height)
        outermost = {id(line) for line in top[:1] + bottom[-1:]}
        for key, line in {id(one): one for one in top + bottom}.items():
            if match := _PAGE_NUMBER.fullmatch(line.text):
                shift = int(match[1]) - number
                found.append((number, key, shift, key in outermost))
    shifts = Counter(shift for _, _, shift, _ in found)
    return {
        (number, key)
        for number, key, shift, is_outermost in found
        if (shift == 0 and is_outermost) or shifts[shift] >= _MIN_REPEATS
    }


def _repeated(pages: list[list[PrintedLine]], heights: list[float]) -> set[_Head]:
    """What repeats at one place of the margin: its words, and whether at the top."""
    seen: defaultdict[_Place, set[int]] = defaultdict(set)
    shifts: defaultdict[_Place, set[int]] = defaultdict(set)
    inside: set[str] = set()
    for number, (lines, height) in enumerate(zip(pages, heights, strict=True), 1):
        edge = {id(line) for side in _edges(lines, height) for line in side}
        for line in lines:
            place = _place(line, height)
            if id(line) not in edge:
                inside.add(place[0])
            elif not is_marker(line.text) and not _BELONGS.match(line.text):
                seen[place].add(number)
                if counted := _COUNTED.search(line.text):
                    shifts[place].add(int(counted[0]) - number)
    often = {
        place: numbers
        for place, numbers in seen.items()
        if len(numbers) >= _MIN_REPEATS
        # A number in a running head is the page's: it grows as the pages do.
        if len(shifts[place]) <= 1 and place[0] not in inside
    }
    # Each issue of a gazette has its own number in the head of its pages.
    alike: Counter[_Place] = Counter()
    for place, numbers in often.items():
        alike[_alike(place)] += len(numbers)
    enough = len(pages) * _MIN_SHARE
    return {(place[0], place[2]) for place in often if alike[_alike(place)] >= enough}


def _alike(place: _Place) -> _Place:
    """The place of all lines that differ in their numbers only."""
    return _DIGITS.sub("#", place[0]), *place[1:]


def _place(line: PrintedLine, height: float) -> _Place:
    """What a line says, the number at either end aside, and where."""
    words = _COUNTED.sub("", line.text, count=1).strip()
    top = line.y > height / 2
    distance = height - line.y if top else line.y
    return words, round(distance / _SAME_PLACE), top
