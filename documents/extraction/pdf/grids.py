"""Ruled tables: the lines drawn on a page, and the text between them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from functools import reduce

from documents.extraction.paragraphs import glued
from documents.extraction.pdf.lines import build_lines
from documents.extraction.pdf.model import PageContent, Rule, TableBlock, TextSpan

# Points within which two lines meet, or are one line.
_MEET = 3.0
_MAX_RULES = 2_000
_MAX_CELLS = 5_000
_OUTSIDE = 6.0


def take_tables(
    page: PageContent, number: int
) -> tuple[list[TableBlock], list[TextSpan]]:
    """The tables of a page, and the pieces that stand in none of them."""
    rules = _merged([r for r in page.rules if r.across])
    rules += _merged([r for r in page.rules if not r.across])
    left = page.pieces
    tables = []
    if len(rules) <= _MAX_RULES:
        for group in _connected(rules):
            grid = _Grid.of(group)
            if grid is None:
                continue
            table, rest = grid.filled(left, number)
            if table:
                tables.append(table)
                left = rest
    return tables, left


class _Grid:
    """Columns and rows between rules; cells without a rule between them are one."""

    def __init__(self, xs: list[float], ys: list[float], rules: list[Rule]):
        self.xs, self.ys = xs, ys
        self._down = [-y for y in ys]
        self._roots = {
            (row, column): (row, column)
            for row in range(len(ys) - 1)
            for column in range(len(xs) - 1)
        }
        across = [rule for rule in rules if rule.across]
        down = [rule for rule in rules if not rule.across]
        for row, column in list(self._roots):
            y = (ys[row] + ys[row + 1]) / 2
            x = (xs[column] + xs[column + 1]) / 2
            if (row, column + 1) in self._roots and not _cut(
                down, at=xs[column + 1], beside=y
            ):
                self._join((row, column), (row, column + 1))
            if (row + 1, column) in self._roots and not _cut(
                across, at=ys[row + 1], beside=x
            ):
                self._join((row, column), (row + 1, column))

    @classmethod
    def of(cls, rules: list[Rule]) -> _Grid | None:
        """The grid of connected rules, or None when they make no table."""
        across = [rule for rule in rules if rule.across]
        down = [rule for rule in rules if not rule.across]
        xs = _distinct(rule.x0 for rule in down)
        ys = _distinct(rule.y0 for rule in across)[::-1]
        if not xs or not ys:
            return None
        # A table open at its sides has rules across that reach further.
        first = min(rule.x0 for rule in across)
        last = max(rule.x1 for rule in across)
        xs = ([first] if first < xs[0] - _OUTSIDE else []) + xs
        xs += [last] if last > xs[-1] + _OUTSIDE else []
        if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > _MAX_CELLS:
            return None
        return cls(xs, ys, rules)

    def filled(
        self, pieces: list[TextSpan], number: int
    ) -> tuple[TableBlock | None, list[TextSpan]]:
        """The table with its words, or None when no two cells have any."""
        inside: defaultdict[tuple[int, int], list[TextSpan]] = defaultdict(list)
        rest = []
        for piece in pieces:
            place = self._place(piece)
            if place is None:
                rest.append(piece)
            else:
                inside[self._root(place)].append(piece)
        texts = {place: _cell_text(found) for place, found in inside.items()}
        if sum(map(bool, texts.values())) < 2:
            return None, pieces
        rows = [
            [texts.get((row, column), "") for column in range(len(self.xs) - 1)]
            for row in range(len(self.ys) - 1)
        ]
        table = TableBlock(
            number, self.xs[0], self.xs[-1], self.ys[0], self.ys[-1], rows
        )
        return table, rest

    def _place(self, piece: TextSpan) -> tuple[int, int] | None:
        x = (piece.x0 + piece.x1) / 2
        y = piece.y + piece.size * 0.3
        column = _between(self.xs, x)
        row = _between(self._down, -y)
        return None if row is None or column is None else (row, column)

    def _root(self, place: tuple[int, int]) -> tuple[int, int]:
        while self._roots[place] != place:
            self._roots[place] = self._roots[self._roots[place]]
            place = self._roots[place]
        return place

    def _join(self, one: tuple[int, int], other: tuple[int, int]) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        self._roots[second] = first


def _cell_text(pieces: list[TextSpan]) -> str:
    lines = [line.text for line in build_lines(pieces, 0)]
    return reduce(glued, lines) if lines else ""


def _cut(rules: list[Rule], *, at: float, beside: float) -> bool:
    """Whether a rule at the place passes the point beside it."""
    for rule in rules:
        if rule.across:
            on, low, high = rule.y0, rule.x0, rule.x1
        else:
            on, low, high = rule.x0, rule.y0, rule.y1
        if abs(on - at) <= _MEET and low - _MEET <= beside <= high + _MEET:
            return True
    return False


def _between(edges: list[float], value: float) -> int | None:
    at = bisect_right(edges, value) - 1
    return at if 0 <= at < len(edges) - 1 else None


def _distinct(values: Iterable[float]) -> list[float]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _MEET:
            kept.append(value)
    return kept


def _merged(rules: list[Rule]) -> list[Rule]:
    """Rules on one line that touch, as one rule: cells are often drawn one by one."""
    kept: list[Rule] = []
    for rule in sorted(rules, key=_position):
        on, low, high = _position(rule)
        for other in reversed(kept[-8:]):
            other_on, _, other_high = _position(other)
            if abs(other_on - on) <= _MEET / 2 and low <= other_high + _MEET:
                if rule.across:
                    other.x1 = max(other.x1, rule.x1)
                else:
                    other.y1 = max(other.y1, rule.y1)
                break
        else:
            kept.append(Rule(rule.x0, rule.y0, rule.x1, rule.y1))
    return kept


def _position(rule: Rule) -> tuple[float, float, float]:
    if rule.across:
        return round(rule.y0, 0), rule.x0, rule.x1
    return round(rule.x0, 0), rule.y0, rule.y1


def _connected(rules: list[Rule]) -> list[list[Rule]]:
    """Groups of rules that meet one another."""
    parents = list(range(len(rules)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    down = [index for index, rule in enumerate(rules) if not rule.across]
    for index, rule in enumerate(rules):
        if not rule.across:
            continue
        for other in down:
            if _meets(rule, rules[other]):
                parents[root(index)] = root(other)
    groups: defaultdict[int, list[Rule]] = defaultdict(list)
    for index, rule in enumerate(rules):
        groups[root(index)].append(rule)
    return [group for group in groups.values() if len(group) >= 4]


def _meets(across: Rule, down: Rule) -> bool:
    return (
        across.x0 - _MEET <= down.x0 <= across.x1 + _MEET
        and down.y0 - _MEET <= across.y0 <= down.y1 + _MEET
    )
