"""Footnotes: taken from the foot of the page, so that they interrupt no sentence."""

from __future__ import annotations

import re
from collections import Counter

from documents.extraction.paragraphs import glued
from documents.extraction.pdf.model import RAISED_CLOSE, RAISED_OPEN, PrintedLine

_SMALLER = 0.9
_OPENS = re.compile(
    rf"(?:{RAISED_OPEN}(\d{{1,3}}){RAISED_CLOSE}|\[(\d{{1,3}})\]|\((\d{{1,3}})\))\s*"
)
_RAISED = re.compile(rf"{RAISED_OPEN}(\d+){RAISED_CLOSE}")


def body_size(pages: list[list[PrintedLine]]) -> float:
    """The size most of the document is set in."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def take_notes(
    lines: list[PrintedLine], size: float
) -> tuple[list[PrintedLine], list[str]]:
    """The page without its footnotes, and each as `[n] text`."""
    start = len(lines)
    while start and lines[start - 1].size < size * _SMALLER:
        start -= 1
    while start < len(lines) and not _OPENS.match(lines[start].text):
        start += 1
    notes: list[str] = []
    for line in lines[start:]:
        opened = _OPENS.match(line.text)
        if opened:
            number = next(filter(None, opened.groups()))
            notes.append(f"[{number}] {line.text[opened.end() :]}")
        else:
            notes[-1] = glued(notes[-1], line.text)
    return lines[:start], notes


def with_marks(text: str, numbers: set[str]) -> str:
    """Raised digits as `[n]` where a footnote has that number, else as they are."""

    def mark(found: re.Match[str]) -> str:
        return f"[{found[1]}]" if found[1] in numbers else found[1]

    return _RAISED.sub(mark, text)
