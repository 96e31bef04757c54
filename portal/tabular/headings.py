"""Finds the row of headings, whatever stands above it, and what each heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from portal.tabular.cells import as_text
from portal.tabular.errors import TableRefused
from portal.tabular.model import Column, Grid, Heading, Unreadable, letter
from portal.vietnamese import fold, nfc, tidy

_ROWS_LOOKED_AT = 30
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\*")
_SIGNS = re.compile(r"[^\w]+")
_COUNTERS = {"stt", "tt", "so tt", "so thu tu", "thu tu", "no", "s t t", "t t"}
_PLACE = re.compile(r"\(?(\d{1,3})\)?")
_TITLE_LENGTH = 120
# Narrower tables of which no heading is known are no tables of ours.
_LEAST_GUESSED = 3


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the headings are; `by_index` says which column is what."""

    headings: tuple[Heading, ...]
    by_index: dict[int, Column]
    first_row: int
    counters: frozenset[int]
    absent: tuple[Column, ...]

    @property
    def missing(self) -> list[str]:
        """Titles of the columns that had to be there."""
        return [column.titles[0] for column in self.absent if column.required]


class Headings:
    """The declared columns, found by any spelling of their titles."""

    def __init__(self, columns: Sequence[Column]):
        self.columns = columns
        self._exact: dict[str, Column] = {}
        self._folded: dict[str, Column | None] = {}
        for column in columns:
            for title in (*column.titles, column.key):
                self._add(title, column)

    def column(self, title: str) -> Column | None:
        """The column a heading names: exactly, else accents and remarks aside."""
        exact = _exact_key(title)
        if exact in self._exact:
            return self._exact[exact]
        for key in (_folded_key(title), _folded_key(_BRACKETS.sub(" ", title))):
            if found := self._folded.get(key):
                return found
        plain = _plain_key(title)
        also = [one for one in self.columns if one.also and one.also(plain)]
        return also[0] if len(also) == 1 else None

    def find(self, grid: Grid) -> Layout:
        """The layout of a grid with the most columns known; raises TableRefused."""
        titles, first = self._rows_of(grid)
        return self._layout(titles, first, lettered=grid.lettered)

    def guess(self, grid: Grid) -> Layout:
        """As `find`, but columns may be unknown, missing or there twice.

        Where no column is known, the first row with the most texts heads the table.
        """
        try:
            titles, first = self._rows_of(grid)
        except TableRefused:
            titles, first = self._widest(grid)
        return self._layout(titles, first, lettered=grid.lettered, twice=True)

    def _widest(self, grid: Grid) -> tuple[list[str], int]:
        rows = [_titles(cells) for _, cells in grid.rows[:_ROWS_LOOKED_AT]]
        widths = [sum(map(bool, titles)) for titles in rows]
        widest = max(widths, default=0)
        at = widths.index(widest) if widths else 0
        if widest < _LEAST_GUESSED or at + 1 >= len(rows):
            raise TableRefused("no_headings", expected=self._expected())
        return rows[at], at + 1

    def _rows_of(self, grid: Grid) -> tuple[list[str], int]:
        """The headings, and the place of the first row below them."""
        rows = [cells for _, cells in grid.rows[:_ROWS_LOOKED_AT]]
        best: tuple[tuple[int, int], list[str], int] | None = None
        for at, cells in enumerate(rows):
            alone = _titles(cells)
            below = _titles(rows[at + 1]) if at + 1 < len(rows) else []
            for titles, height in ((alone, 1), (self._merged(alone, below), 2)):
                known = self._known(titles)
                # One row that names as many columns is the plainer reading.
                if known and (best is None or (known, -height) > best[0]):
                    best = ((known, -height), titles, at + height)
        if best is None:
            raise TableRefused("no_headings", expected=self._expected())
        _, titles, first = best
        if first < len(rows) and _counts_columns(rows[first]):
            first += 1
        return titles, first

    def _add(self, title: str, column: Column) -> None:
        exact = _exact_key(title)
        if self._exact.setdefault(exact, column) is not column:
            raise ValueError(f"Two columns are titled {title!r}.")
        key = _folded_key(title)
        # Titles that differ in accents alone are only ever found exactly.
        if self._folded.setdefault(key, column) is not column:
            self._folded[key] = None

    def _known(self, titles: list[str]) -> int:
        found = (self.column(title) for title in titles if title)
        return len({column.key for column in found if column})

    def _merged(self, upper: list[str], lower: list[str]) -> list[str]:
        """Headings of two rows: the lower one where it names a column."""
        width = max(len(upper), len(lower))
        upper = upper + [""] * (width - len(upper))
        lower = lower + [""] * (width - len(lower))
        pairs = zip(upper, lower, strict=True)
        return [b if b and (self.column(b) or not a) else a for a, b in pairs]

    def _layout(
        self, titles: list[str], first: int, *, lettered: bool, twice: bool = False
    ) -> Layout:
        headings, by_index = [], {}
        counters: set[int] = set()
        for index, title in enumerate(titles):
            column = self.column(title) if title else None
            if column:
                if column not in by_index.values():
                    by_index[index] = column
                elif not twice:
                    raise TableRefused("duplicate_column", column=title)
            elif _folded_key(title) in _COUNTERS:
                counters.add(index)
            name = letter(index) if lettered else ""
            headings.append(Heading(title, name, column.key if column else None))
        found = {column.key for column in by_index.values()}
        absent = tuple(column for column in self.columns if column.key not in found)
        return Layout(tuple(headings), by_index, first, frozenset(counters), absent)

    def _expected(self) -> list[str]:
        """What people are told to write: the columns a list cannot do without."""
        needed = [column for column in self.columns if column.required]
        return [column.titles[0] for column in needed or self.columns]


def _titles(cells: list[Any]) -> list[str]:
    return [
        "" if cell is None or isinstance(cell, Unreadable) else tidy(as_text(cell))
        for cell in cells
    ]


def _exact_key(title: str) -> str:
    return " ".join(nfc(title, plain_spaces=True).casefold().split())


def _folded_key(title: str) -> str:
    folded = fold(title[:_TITLE_LENGTH], merge_i_y=True)
    return _SIGNS.sub(" ", folded.replace("_", " ")).strip()


def _plain_key(title: str) -> str:
    words = _BRACKETS.sub(" ", title[:_TITLE_LENGTH])
    return " ".join(_SIGNS.sub(" ", fold(words).replace("_", " ")).split())


def _counts_columns(cells: list[Any]) -> bool:
    """A row that numbers the columns, (1) (2) (3), as printed forms do."""
    written = [title for title in _titles(cells) if title]
    places = [_PLACE.fullmatch(title) for title in written]
    return len(written) > 2 and [int(p[1]) if p else 0 for p in places] == list(
        range(1, len(written) + 1)
    )
