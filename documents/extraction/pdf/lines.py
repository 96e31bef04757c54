"""Pieces of text put together to printed lines."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from documents.extraction.pdf.model import (
    RAISED_CLOSE,
    RAISED_OPEN,
    PrintedLine,
    TextSpan,
)
from portal.vietnamese import LegacyEncoding, decode_vni, has_modern_letters

# Shares of the text size. Letters of one word stand closer than a WORD_GAP; a
# stretch of nothing wider than a WIDE_GAP separates columns.
WORD_GAP = 0.15
WIDE_GAP = 1.6
_SAME_LINE = 0.4
_RAISED = 0.2
_SMALL = 0.8
_TWICE = 0.3


def build_lines(pieces: Iterable[TextSpan], page: int) -> list[PrintedLine]:
    """Lines from the top down, each read from left to right."""
    rows: list[list[TextSpan]] = []
    largest: TextSpan | None = None
    for piece in sorted(pieces, key=lambda piece: -piece.y):
        if largest and _same_line(piece, largest):
            rows[-1].append(piece)
            largest = max(largest, piece, key=lambda other: other.size)
        else:
            rows.append([piece])
            largest = piece
    lines = [line for row in rows if (line := _line(row, page))]
    for above, below in pairwise(lines):
        below.gap = above.y - below.y
    return lines


def _same_line(piece: TextSpan, largest: TextSpan) -> bool:
    size = max(piece.size, largest.size)
    return abs(largest.y - piece.y) <= _SAME_LINE * size


def _line(row: list[TextSpan], page: int) -> PrintedLine | None:
    row = [piece for piece in row if piece.text]
    if not any(piece.text.strip() for piece in row):
        return None
    # Python's sort keeps the order of the file where two start at one place.
    row.sort(key=lambda piece: piece.x0)
    main = max(row, key=lambda piece: len(piece.text.strip()) * piece.size)
    segments = _segments(row, main)
    if not segments:
        return None
    return PrintedLine(
        page=page,
        x0=segments[0][0],
        x1=max(end for _, end, _ in segments),
        y=main.y,
        size=main.size,
        segments=segments,
        legacy=any(piece.legacy and not piece.text.isascii() for piece in row),
    )


def _segments(row: list[TextSpan], main: TextSpan) -> list[tuple[float, float, str]]:
    segments: list[tuple[float, float, str]] = []
    start = end = 0.0
    words = _Words()
    before: TextSpan | None = None
    for piece in row:
        if before and _is_shadow(piece, before):
            continue
        text = _marked_if_raised(piece, main)
        gap = piece.x0 - end
        if before and gap > WIDE_GAP * main.size:
            segments.append((start, end, words.read()))
            words = _Words()
        elif before and gap > WORD_GAP * main.size:
            words.part()
        if words.is_empty:
            start, end = piece.x0, piece.x1
        words.add(text, vni=piece.legacy is LegacyEncoding.VNI)
        end = max(end, piece.x1)
        before = piece if text.strip() else before or piece
    segments.append((start, end, words.read()))
    return [(a, b, " ".join(text.split())) for a, b, text in segments if text.strip()]


class _Words:
    """Text put together of pieces; those set in a VNI font are decoded together.

    VNI writes one letter with two codes, which may be pieces of their own.
    """

    def __init__(self) -> None:
        self._parts: list[tuple[bool, str]] = []

    @property
    def is_empty(self) -> bool:
        return not self._parts

    def add(self, text: str, *, vni: bool) -> None:
        if self._parts and self._parts[-1][0] == vni:
            text = self._parts.pop()[1] + text
        self._parts.append((vni, text))

    def part(self) -> None:
        """Leave a space before what follows."""
        if self._parts and not self._parts[-1][1].endswith(" "):
            vni, text = self._parts.pop()
            self._parts.append((vni, f"{text} "))

    def read(self) -> str:
        text = "".join(_from_vni(part) if vni else part for vni, part in self._parts)
        # The digits of one number may have been shown one by one.
        return text.replace(RAISED_CLOSE + RAISED_OPEN, "")


def _from_vni(text: str) -> str:
    """Decoded where no letter says that it is Unicode: a line may mix its fonts."""
    return text if has_modern_letters(text) else decode_vni(text)


def _is_shadow(piece: TextSpan, before: TextSpan) -> bool:
    """The same text drawn again a hair further: how some programs make bold."""
    near = _TWICE * piece.size
    return (
        piece.text == before.text
        and abs(piece.x0 - before.x0) < near
        and abs(piece.y - before.y) < near
        and abs(piece.x1 - before.x1) < near
    )


def _marked_if_raised(piece: TextSpan, main: TextSpan) -> str:
    """Small digits above the line stay recognisable: they may call a footnote."""
    raised = piece.y - main.y > _RAISED * piece.size and piece.size < _SMALL * main.size
    if not raised:
        return piece.text
    digits = piece.text.strip().strip("()[]")
    if digits.isascii() and digits.isdecimal() and len(digits) <= 3:
        return f"{RAISED_OPEN}{digits}{RAISED_CLOSE}"
    return piece.text
