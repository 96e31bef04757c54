"""Turns a page so that its text runs to the right, whichever way it was drawn."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from documents.extraction.pdf.model import PageContent, TextSpan

_Point = tuple[float, float]


@dataclass(slots=True)
class DrawnText:
    """A piece as it was drawn: in which quarter turn, from where to where."""

    turns: int
    piece: TextSpan
    start: _Point
    end: _Point


def turn_upright(page: PageContent, shown: list[DrawnText]) -> None:
    """Put on the page the pieces that run the way most of them do; count the rest."""
    ways: Counter[int] = Counter()
    for one in shown:
        ways[one.turns] += len(one.piece.text)
    way = ways.most_common(1)[0][0] if ways else 0
    for one in shown:
        if one.turns != way:
            page.turned_pieces += 1
            continue
        (x0, y), (x1, _) = _turned(page, way, one.start), _turned(page, way, one.end)
        one.piece.x0, one.piece.x1, one.piece.y = min(x0, x1), max(x0, x1), y
        page.pieces.append(one.piece)
    if not way:
        return
    for rule in page.rules:
        ends = [
            _turned(page, way, (rule.x0, rule.y0)),
            _turned(page, way, (rule.x1, rule.y1)),
        ]
        (rule.x0, rule.y0), (rule.x1, rule.y1) = min(ends), max(ends)
    if way % 2:
        page.width, page.height = page.height, page.width


def _turned(page: PageContent, way: int, point: _Point) -> _Point:
    x, y = point
    if way == 1:
        return y, page.width - x
    if way == 2:
        return page.width - x, page.height - y
    if way == 3:
        return page.height - y, x
    return point
