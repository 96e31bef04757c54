"""What a table is read with, and what it is read to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from portal.tabular.cells import parse_text
from portal.tabular.errors import CellError, Note

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a table may be; what is larger is refused before it is read."""

    file_bytes: int = 10 * MEGABYTE
    unpacked_bytes: int = 64 * MEGABYTE
    rows: int = 20_000
    columns: int = 200
    cells: int = 400_000


DEFAULT = Limits()


@dataclass(frozen=True, slots=True)
class Column:
    """A column an importer knows.

    The first of `titles` is the one people are told; any of them, or `key`, heads the
    column, accents, case and remarks in brackets aside. `required` means that the
    column must be there and that no cell of it may be empty. `parse` gets a cell that
    is not empty and returns its value or raises CellProblem; an empty cell is
    `default`. `about` tells people what to write. `also` judges a heading that is none
    of `titles`: lower case, without accents and signs.
    """

    key: str
    titles: tuple[str, ...]
    required: bool = False
    parse: Callable[[Any], Any] = parse_text
    default: Any = None
    about: Any = ""
    also: Callable[[str], bool] | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the file; `key` is None when no declared column has it."""

    title: str
    letter: str
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row with something in it; `values` has every declared key without an error."""

    number: int
    values: dict[str, Any]
    errors: tuple[CellError, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Headings, rows, and what the file turned out to be.

    `columns` are those that were declared, in the file or not.
    """

    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    kind: str
    sheet: str = ""
    notes: tuple[Note, ...] = field(default=())
    columns: tuple[Column, ...] = ()

    @property
    def errors(self) -> list[CellError]:
        """Every error, from the top down."""
        return [error for row in self.rows for error in row.errors]

    @property
    def good_rows(self) -> list[Row]:
        return [row for row in self.rows if not row.errors]


@dataclass(frozen=True, slots=True)
class Cells:
    """A table whose columns are not settled yet: all its cells, as they stand.

    A heading's key is what it seems to head; two may seem to head the same. `hidden`
    rows are among `rows`. `counters` are the columns that number the rows.
    """

    headings: tuple[Heading, ...]
    rows: tuple[tuple[int, tuple[Any, ...]], ...]
    kind: str
    hidden: frozenset[int] = frozenset()
    counters: frozenset[int] = frozenset()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Stands in a grid for a cell that holds no value, and says why."""

    code: str
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet as it stands: numbered rows of cells, rows of nothing left out.

    `lettered` is whether its author knows the columns as A, B, C. `hidden` are the
    numbers of rows that its author does not see.
    """

    rows: list[tuple[int, list[Any]]]
    sheet: str = ""
    notes: tuple[Note, ...] = ()
    lettered: bool = True
    hidden: frozenset[int] = frozenset()


def letter(index: int) -> str:
    """The name of a column by its index: A, B … Z, AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
