"""Lines drawn on a page: what may be the ruling of a table."""

from __future__ import annotations

from typing import Any

from documents.extraction.pdf.matrix import Matrix, point
from documents.extraction.pdf.model import PageContent, Rule

# A rectangle this thin, in points, is how most programs draw a line.
_THIN = 2.5
_SLANT = 1.0
_SHORTEST = 4.0
_MAX_RULES = 20_000
_MAX_PATH = 50_000

_STROKES = {b"S", b"s", b"B", b"B*", b"b", b"b*"}
_FILLS = {b"f", b"F", b"f*"}
_Point = tuple[float, float]


class Paths:
    """Follows path operators and adds rules to the page when one is painted."""

    def __init__(self, content: PageContent):
        self._content = content
        self._segments: list[tuple[_Point, _Point]] = []
        self._boxes: list[tuple[_Point, _Point]] = []
        self._polygon: list[_Point] = []

    def step(self, operator: bytes, operands: list[Any], ctm: Matrix) -> None:
        if operator == b"re":
            x, y, width, height = map(float, operands[:4])
            self._boxes.append((point(ctm, x, y), point(ctm, x + width, y + height)))
        elif operator in (b"m", b"l"):
            here = point(ctm, float(operands[0]), float(operands[1]))
            if operator == b"m":
                self._close_polygon()
            elif self._polygon:
                self._segments.append((self._polygon[-1], here))
            self._polygon.append(here)
        elif operator == b"h" and self._polygon:
            self._segments.append((self._polygon[-1], self._polygon[0]))
        elif operator in _STROKES:
            self._stroke()
        elif operator in _FILLS:
            self._fill()
        elif operator == b"n":
            self._forget()
        if len(self._segments) + len(self._boxes) > _MAX_PATH:
            self._forget()

    def _stroke(self) -> None:
        for start, end in self._segments:
            self._add(*start, *end)
        for (x0, y0), (x1, y1) in self._boxes:
            if abs(x1 - x0) <= _THIN or abs(y1 - y0) <= _THIN:
                self._add_thin(x0, y0, x1, y1)
                continue
            self._add(x0, y0, x1, y0)
            self._add(x0, y1, x1, y1)
            self._add(x0, y0, x0, y1)
            self._add(x1, y0, x1, y1)
        self._forget()

    def _fill(self) -> None:
        self._close_polygon()
        for (x0, y0), (x1, y1) in self._boxes:
            self._add_thin(x0, y0, x1, y1)
        self._forget()

    def _close_polygon(self) -> None:
        """A filled shape counts as the box around it: a bevelled line is still one."""
        if len(self._polygon) in (4, 5):
            xs, ys = zip(*self._polygon, strict=True)
            self._boxes.append(((min(xs), min(ys)), (max(xs), max(ys))))
        self._polygon = []

    def _add_thin(self, x0: float, y0: float, x1: float, y1: float) -> None:
        wide, high = abs(x1 - x0), abs(y1 - y0)
        if high <= _THIN and wide > high:
            self._add(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
        elif wide <= _THIN and high > wide:
            self._add((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)

    def _add(self, x0: float, y0: float, x1: float, y1: float) -> None:
        rules = self._content.rules
        if len(rules) >= _MAX_RULES:
            return
        wide, high = abs(x1 - x0), abs(y1 - y0)
        if high <= _SLANT and wide >= _SHORTEST:
            rules.append(Rule(min(x0, x1), y0, max(x0, x1), y0))
        elif wide <= _SLANT and high >= _SHORTEST:
            rules.append(Rule(x0, min(y0, y1), x0, max(y0, y1)))

    def _forget(self) -> None:
        self._segments, self._boxes, self._polygon = [], [], []
