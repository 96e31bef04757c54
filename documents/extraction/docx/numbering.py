"""The numbers Word shows in front of list paragraphs, which the file does not hold.

A paragraph names a list and a level; what is printed ("Điều 3.", "b)", "1.2.") comes
from counting the paragraphs before it, as Word does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from documents.extraction.docx.package import child, children, is_on, value
from documents.extraction.docx.styles import Styles

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MAX_ROMAN = 3_999
# Word writes aa after z, aaa after zz: longer than this is no list.
_MAX_LETTERS = 26 * 10


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How one level of a list counts and looks."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    gap: bool = True
    restart: int | None = None
    legal: bool = False
    style: str | None = None


class ListNumbering:
    """Counts through a document, paragraph by paragraph, in reading order."""

    def __init__(self, root: Element | None, styles: Styles):
        self._styles = styles
        self._abstract: dict[str, dict[int, ListLevel]] = {}
        links: dict[str, str] = {}
        for element in children(root, "abstractNum"):
            key = value(element, "abstractNumId") or ""
            self._abstract[key] = _levels(element)
            if link := value(child(element, "numStyleLink")):
                links[key] = link
        self._nums = {
            value(element, "numId") or "": element for element in children(root, "num")
        }
        self._links = links
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[str] = set()

    def label(self, paragraph_properties: Element | None) -> str:
        """What stands before the paragraph, with the space after it, or nothing."""
        number, level = self._place(paragraph_properties)
        element = self._nums.get(number or "")
        if element is None or level is None:
            return ""
        key = self._abstract_key(element)
        levels = dict(self._abstract.get(key, {}))
        overrides = _overrides(element, levels)
        if level not in levels:
            return ""
        self._count(number or "", key, level, levels, overrides)
        shown = _shown(levels, level, self._counts[key])
        return f"{shown} " if shown and levels[level].gap else shown

    def _place(self, properties: Element | None) -> tuple[str | None, int | None]:
        style = value(child(properties, "pStyle"))
        number, depth, named = self._styles.numbering(style)
        own = child(properties, "numPr")
        if own is not None:
            number = value(child(own, "numId")) or number
            depth = value(child(own, "ilvl")) or depth
        if number in (None, "0"):
            return None, None
        if depth is None and named:
            depth = self._depth_of_style(number or "", named)
        level = int(depth) if depth and depth.isdecimal() else 0
        return number, min(level, _LEVELS - 1)

    def _depth_of_style(self, number: str, style: str) -> str | None:
        element = self._nums.get(number)
        if element is None:
            return None
        levels = self._abstract.get(self._abstract_key(element), {})
        return next((str(n) for n, one in levels.items() if one.style == style), None)

    def _abstract_key(self, num: Element) -> str:
        key = value(child(num, "abstractNumId")) or ""
        if key in self._links:
            linked = self._styles.numbering(self._links[key])[0]
            target = self._nums.get(linked or "")
            if target is not None:
                return value(child(target, "abstractNumId")) or key
        return key

    def _count(
        self,
        number: str,
        key: str,
        level: int,
        levels: dict[int, ListLevel],
        overrides: dict[int, int],
    ) -> None:
        counts = self._counts.setdefault(key, {})
        if number not in self._started:
            self._started.add(number)
            for depth, start in overrides.items():
                counts[depth] = start - 1
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for depth in [d for d in counts if d > level]:
            restart = levels.get(depth, ListLevel()).restart
            if restart is None or (restart and level < restart):
                del counts[depth]


def _levels(element: Element) -> dict[int, ListLevel]:
    found = {}
    for one in children(element, "lvl"):
        depth = value(one, "ilvl") or ""
        if depth.isdecimal() and int(depth) < _LEVELS:
            found[int(depth)] = _level(one)
    return found


def _level(element: Element) -> ListLevel:
    restart = value(child(element, "lvlRestart"))
    return ListLevel(
        start=_number(value(child(element, "start")), 1),
        form=value(child(element, "numFmt")) or "decimal",
        text=value(child(element, "lvlText")) or "",
        gap=value(child(element, "suff")) != "nothing",
        restart=None if restart is None else _number(restart, 0),
        legal=is_on(child(element, "isLgl")),
        style=value(child(element, "pStyle")),
    )


def _overrides(num: Element, levels: dict[int, ListLevel]) -> dict[int, int]:
    """Levels this use of the list redefines; returns where counting starts anew."""
    starts = {}
    for element in children(num, "lvlOverride"):
        depth = _number(value(element, "ilvl"), _LEVELS)
        if (own := child(element, "lvl")) is not None and depth < _LEVELS:
            levels[depth] = _level(own)
        if (start := value(child(element, "startOverride"))) is not None:
            starts[depth] = _number(start, 1)
    return starts


def _shown(levels: dict[int, ListLevel], level: int, counts: dict[int, int]) -> str:
    one = levels[level]
    if one.form == "none":
        return ""
    if one.form == "bullet":
        return one.text or "•"

    def number(place: re.Match[str]) -> str:
        depth = int(place[1]) - 1
        own = levels.get(depth, ListLevel())
        count = counts.get(depth, own.start)
        form = "decimal" if one.legal and depth != level else own.form
        return in_form(count, form)

    return _PLACE.sub(number, one.text)


def in_form(count: int, form: str) -> str:
    """A number as Word writes it in a list; unknown forms in digits."""
    if form == "decimalZero":
        return f"{count:02d}"
    if form in ("upperRoman", "lowerRoman") and 0 < count <= _MAX_ROMAN:
        roman = _roman(count)
        return roman if form == "upperRoman" else roman.lower()
    if form in ("upperLetter", "lowerLetter") and 0 < count <= _MAX_LETTERS:
        first = "A" if form == "upperLetter" else "a"
        return chr(ord(first) + (count - 1) % 26) * ((count - 1) // 26 + 1)
    return str(count)


def _roman(count: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        while count >= worth:
            written += letters
            count -= worth
    return written


def _number(text: str | None, otherwise: int) -> int:
    """A count from an attribute; nonsense and absurd sizes become `otherwise`."""
    if text and text.isdecimal() and len(text) <= 6:
        return int(text)
    return otherwise
