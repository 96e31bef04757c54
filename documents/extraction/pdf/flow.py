"""Printed lines joined to paragraphs, across the pages they run over."""

from __future__ import annotations

from collections import Counter

from documents.extraction.paragraphs import (
    calls_for_more,
    ends_sentence,
    goes_on,
    is_marker,
    seam,
)
from documents.extraction.pdf.model import PrintedLine

# In text sizes.
_INDENT = 0.7
_SPACE = 0.3
_CENTRED = 1.0
_SIZE = 0.12
# Against the usual step between lines.
_APART = 1.35
_FAR_APART = 2.6


class Flow:
    """Takes lines in reading order and gives paragraphs."""

    def __init__(self, step: float):
        # Each in pieces: a text of a thousand pages may be one paragraph.
        self._paragraphs: list[list[str]] = []
        self._step = step
        self._first: PrintedLine | None = None
        self._last: PrintedLine | None = None

    @property
    def paragraphs(self) -> list[str]:
        return ["".join(pieces) for pieces in self._paragraphs]

    def add(self, line: PrintedLine) -> None:
        if self._last and self._goes_on(self._last, line):
            pieces = self._paragraphs[-1]
            dropped, between = seam(pieces[-1], line.text)
            pieces[-1] = pieces[-1][: len(pieces[-1]) - dropped] + between
            pieces.append(line.text)
        else:
            self._paragraphs.append([line.text])
            self._first = line
        self._last = line

    def interrupt(self, rows: list[str]) -> None:
        """Something that is no paragraph: the next line starts one."""
        self._paragraphs += [[row] for row in rows]
        self._first = self._last = None

    def _goes_on(self, before: PrintedLine, line: PrintedLine) -> bool:
        if before.aside != line.aside or not _same_size(before, line):
            return False
        gap = self._gap(before, line)
        ended = ends_sentence(before.text)
        full = not line.aside and not self._has_room(before, line)
        if goes_on(line.text):
            near = gap is None or gap <= _FAR_APART * self._step
            return near and (full or not ended)
        if seam(before.text, line.text) != (0, " "):
            # A number or a word divided by the end of the line.
            return gap is None or gap <= _APART * self._step
        if not full or (gap is not None and gap > _APART * self._step):
            return False
        if not ended:
            return not self._opens(before, line)
        return (
            not is_marker(line.text)
            and not before.text.endswith(";")
            and self._hangs_together(before, line)
        )

    def _gap(self, before: PrintedLine, line: PrintedLine) -> float | None:
        """The step between two lines; none between two pages."""
        return before.y - line.y if before.page == line.page else None

    def _has_room(self, before: PrintedLine, line: PrintedLine) -> bool:
        """Whether the first word of the line would still have fitted before it."""
        left = before.left
        room = before.right - before.x1
        if abs((before.x0 - left) - room) < _CENTRED * before.size:
            room = before.right - left - (before.x1 - before.x0)
        word = line.text.split(" ", 1)[0]
        width = (line.x1 - line.x0) * len(word) / max(len(line.text), 1)
        return width + _SPACE * before.size < room

    def _opens(self, before: PrintedLine, line: PrintedLine) -> bool:
        """Whether a marker opens a paragraph after a full line without punctuation.

        A heading that fills its line has no full stop. Indents tell it from a sentence
        that wraps before "Điều 7."; where there are none the words do.
        """
        if not is_marker(line.text) or calls_for_more(before.text):
            return False
        first = self._first or before
        indent = _INDENT * line.size
        if abs(line.x0 - before.x0) > indent and before is not first:
            return True
        indented = first.x0 - first.left > indent
        return (
            line.x0 - line.left > indent if indented else line.x0 - first.x0 <= indent
        )

    def _hangs_together(self, before: PrintedLine, line: PrintedLine) -> bool:
        """After a full stop at the very end of a line only the indent can tell."""
        indent = _INDENT * line.size
        first = self._first
        if first is None:
            return False
        if before is not first:
            return line.x0 - before.x0 <= indent
        if line.x0 < first.x0 - indent:
            return True
        return first.x0 - line.left <= indent and abs(line.x0 - first.x0) <= indent


def _same_size(before: PrintedLine, line: PrintedLine) -> bool:
    return abs(before.size - line.size) <= _SIZE * max(before.size, line.size)


def usual_step(pages: list[list[PrintedLine]]) -> float:
    """The commonest distance between two lines of running text."""
    steps = Counter(
        round(line.gap, 0)
        for lines in pages
        for line in lines
        if line.gap and not line.aside
    )
    return float(steps.most_common(1)[0][0]) if steps else 15.0
