"""Footnotes: taken from the foot of the page, so that they interrupt no sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from documents.extraction.paragraphs import ends_sentence, glued
from documents.extraction.pdf.model import RAISED_CLOSE, RAISED_OPEN, PrintedLine

_SMALLER = 0.9
_OPENS = re.compile(
    rf"(?:{RAISED_OPEN}(\d{{1,3}}){RAISED_CLOSE}|\[(\d{{1,3}})\]|\((\d{{1,3}})\))\s*"
)
# Not raised, in the size of its note: "2 Khoản này được sửa đổi".
_BARE = re.compile(r"(\d{1,3}) +(?=[^\W\d_])")
_NUMBER = re.compile(r"\[(\d{1,3})\] ")
_RAISED = re.compile(rf"( ?){RAISED_OPEN}(\d+){RAISED_CLOSE}(?=(.?))")
_CLOSES = tuple(" .,;:)”")
# Measures that are squared or cubed; a word that only ends so is no unit.
_LONGEST_UNIT = 2
_UNIT = re.compile(r"(?<![^\W\d_])(?:[mkcd]m|hm|m|s)$")
# A word of letters, or what closes a phrase, before the digits.
_CALLS_NOTE = re.compile(r"(?:[^\W\d_]{2}|[”\"’»).,;:%]) ?$")


def body_size(pages: list[list[PrintedLine]]) -> float:
    """The size most of the document is set in."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def take_notes(
    lines: list[PrintedLine], size: float, *, unfinished: str = ""
) -> tuple[list[PrintedLine], list[str]]:
    """The page without its footnotes, and each as `[n] text`.

    Where the last note of the page before is `unfinished` the small lines above the
    first number go on with it: they come first, without a number.
    """
    start = len(lines)
    while start and lines[start - 1].size < size * _SMALLER:
        start -= 1
    called = {number for line in lines[:start] for number in _called(line.text)}
    goes_on = runs_over(unfinished)
    while start < len(lines) and not (goes_on or _opened(lines[start].text, called)):
        start += 1
    notes: list[str] = []
    for line in lines[start:]:
        opened = _opened(line.text, called)
        if opened:
            number = next(filter(None, opened.groups()))
            notes.append(f"[{number}] {line.text[opened.end() :]}")
        elif notes:
            notes[-1] = glued(notes[-1], line.text)
        else:
            notes.append(line.text)
    return lines[:start], notes


def _opened(line: str, called: set[str]) -> re.Match[str] | None:
    """The number that opens a note; a plain one only where the page calls it."""
    bare = _BARE.match(line)
    if bare and bare[1] in called and line[bare.end()].isupper():
        return bare
    return _OPENS.match(line)


def _called(text: str) -> Iterator[str]:
    """The numbers of notes that raised digits of a line call."""
    for found in _RAISED.finditer(text):
        before = _before(text, found)
        if _CALLS_NOTE.search(before) and not _is_power(found[2], before):
            yield found[2]


def _before(text: str, found: re.Match[str]) -> str:
    return text[max(0, found.end(1) - _LONGEST_UNIT - 1) : found.end(1)]


def _is_power(digits: str, before: str) -> bool:
    return digits in "23" and bool(_UNIT.search(before))


def runs_over(note: str) -> bool:
    """Whether a note stops within a sentence or within a quotation."""
    if not note:
        return False
    return not ends_sentence(note) or note.count("“") > note.count("”")


def added(notes: list[str], found: list[str]) -> list[str]:
    """The notes with those of one more page, a note that ran over made whole."""
    if found and notes and not _NUMBER.match(found[0]):
        return [*notes[:-1], glued(notes[-1], found[0]), *found[1:]]
    return [*notes, *found]


def numbers(notes: list[str]) -> set[str]:
    """The numbers that the notes of one page have."""
    return {found[1] for note in notes if (found := _NUMBER.match(note))}


def with_marks(text: str, numbers: set[str]) -> str:
    """Raised digits as `[n]` where a footnote has that number.

    Glued to a word they call a note that is not on this page, and are no part of the
    sentence: they go. A power stays: that of a unit (m², km³) or of a figure (10⁶).
    """

    def mark(found: re.Match[str]) -> str:
        space, digits, after = found.groups()
        before = _before(text, found)
        if _is_power(digits, before):
            return space + digits
        if digits in numbers:
            return f"{space}[{digits}]"
        if not _CALLS_NOTE.search(before):
            return space + digits
        return "" if not after or after in _CLOSES else space

    text = text.replace(RAISED_CLOSE + RAISED_OPEN, "")
    return _RAISED.sub(mark, text)
