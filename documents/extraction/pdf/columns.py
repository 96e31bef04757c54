"""Mastheads and signatures: text in columns without a line between them.

    ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
     TỈNH LẠNG SƠN              Độc lập - Tự do - Hạnh phúc

Each column is read to its end before the next; running text keeps its order.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from statistics import median

from documents.extraction.paragraphs import is_enumerator
from documents.extraction.pdf.model import PrintedLine

# In text sizes: the widest step between lines of one block.
_MAX_STEP = 2.6
_MIN_LETTERS = 3
_ENOUGH_LINES = 8
# Where text ends on a page of usual margins.
_USUAL_RIGHT = 0.9


def in_reading_order(lines: list[PrintedLine]) -> list[PrintedLine]:
    """Lines of one page with columns taken apart."""
    ordered: list[PrintedLine] = []
    at = 0
    while at < len(lines):
        block = _block_at(lines, at)
        if block:
            start, end, gutter = block
            # Lines before the first of two sides may belong to a column as well.
            del ordered[len(ordered) - (at - start) :]
            ordered += _by_columns(lines[start:end], gutter)
            at = end
        else:
            ordered.append(_whole(lines[at]))
            at += 1
    return ordered


def _block_at(
    lines: list[PrintedLine], at: int
) -> tuple[int, int, tuple[float, float]] | None:
    """The run of lines around a two-sided one that leave the same gutter free."""
    gutter = _gutter(lines[at])
    if gutter is None:
        return None
    start, end = at, at + 1
    sided = 1
    while end < len(lines):
        wider = _narrowed(gutter, lines[end], lines[end - 1])
        if wider is None:
            break
        sided += _gutter(lines[end]) is not None
        gutter = wider
        end += 1
    while start > 0 and not lines[start - 1].aside:
        wider = _narrowed(gutter, lines[start - 1], lines[start], above=True)
        if wider is None:
            break
        gutter = wider
        start -= 1
    return (start, end, gutter) if end - start > 1 else None


def _gutter(line: PrintedLine) -> tuple[float, float] | None:
    """The gap of a line with words on both sides of just one."""
    if len(line.segments) != 2:
        return None
    (_, left, first), (right, _, second) = line.segments
    words = [text for text in (first, second) if not is_enumerator(text)]
    enough = all(sum(map(str.isalpha, text)) >= _MIN_LETTERS for text in words)
    return (left, right) if len(words) == 2 and enough else None


def _narrowed(
    gutter: tuple[float, float],
    line: PrintedLine,
    beside: PrintedLine,
    *,
    above: bool = False,
) -> tuple[float, float] | None:
    """The gutter as far as this line leaves it free, or None when it crosses it."""
    step = beside.gap if above else line.gap
    if step is None or step > _MAX_STEP * max(line.size, beside.size):
        return None
    if len(line.segments) > 2:
        return None
    low, high = gutter
    for start, end, _ in line.segments:
        if end <= (low + high) / 2:
            low = max(low, end)
        elif start >= (low + high) / 2:
            high = min(high, start)
        else:
            return None
    return (low, high) if high - low > 0.8 * line.size else None


def _by_columns(
    lines: list[PrintedLine], gutter: tuple[float, float]
) -> list[PrintedLine]:
    middle = sum(gutter) / 2
    columns: list[list[PrintedLine]] = [[], []]
    for line in lines:
        for number in (0, 1):
            own = [s for s in line.segments if (s[0] >= middle) == bool(number)]
            if own:
                part = replace(
                    line, x0=own[0][0], x1=own[-1][1], segments=own, aside=True
                )
                part.gap = columns[number][-1].y - line.y if columns[number] else None
                columns[number].append(part)
    return columns[0] + columns[1]


def _whole(line: PrintedLine) -> PrintedLine:
    return replace(line, segments=[(line.x0, line.x1, line.text)])


def set_edges(pages: list[list[PrintedLine]], widths: list[float]) -> None:
    """Running text has the edges of its page; what stands aside keeps its own.

    A page with few lines, an appendix's title, borrows them from the others.
    """
    edges: defaultdict[int, list[tuple[float, float]]] = defaultdict(list)
    for lines, width in zip(pages, widths, strict=True):
        running = [line for line in lines if not line.aside]
        if len(running) >= _ENOUGH_LINES:
            edges[round(width)].append(_span(running))
    for lines, width in zip(pages, widths, strict=True):
        running = [line for line in lines if not line.aside]
        known = edges[round(width)]
        left, right = _span(running) if running else (0.0, width)
        if len(running) < _ENOUGH_LINES:
            usual = width * _USUAL_RIGHT
            right = max(right, median(r for _, r in known) if known else usual)
            left = min(left, median(x for x, _ in known) if known else left)
        for line in lines:
            line.left, line.right = (line.x0, line.x1) if line.aside else (left, right)


def _span(lines: list[PrintedLine]) -> tuple[float, float]:
    return min(line.x0 for line in lines), max(line.x1 for line in lines)
