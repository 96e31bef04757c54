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
    words = ""
    before: TextSpan | None = None
    for piece in row:
        if before and _is_shadow(piece, before):
            continue
        text = _marked_if_raised(piece, main)
        gap = piece.x0 - end
        if before and gap > WIDE_GAP * main.size:
            segments.append((start, end, words))
            words = ""
        elif before and gap > WORD_GAP * main.size and not words.endswith(" "):
            words += " "
        if not words:
            start = piece.x0
        words += text
        end = max(end, piece.x1) if words != text else piece.x1
        before = piece if text.strip() else before or piece
    segments.append((start, end, words))
    # The digits of one number may have been shown one by one.
    between = RAISED_CLOSE + RAISED_OPEN
    segments = [(a, b, text.replace(between, "")) for a, b, text in segments]
    if any(piece.legacy is LegacyEncoding.VNI for piece in row):
        segments = [(a, b, _from_vni(text)) for a, b, text in segments]
    return [(a, b, " ".join(text.split())) for a, b, text in segments if text.strip()]


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
