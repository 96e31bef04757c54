"""A file to a table: the one way every importer reads a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from portal.tabular.cells import as_text
from portal.tabular.delimited import read_delimited
from portal.tabular.errors import CellError, CellProblem, Note, TableRefused
from portal.tabular.headings import Headings, Layout
from portal.tabular.model import (
    DEFAULT,
    Cells,
    Column,
    Grid,
    Limits,
    Row,
    Table,
    Unreadable,
    letter,
)
from portal.tabular.objects import read_objects
from portal.tabular.old_workbook import read_old
from portal.tabular.source import Source, kind_of, load, named
from portal.tabular.workbook import read_workbook
from portal.vietnamese import LegacyEncoding, decode_tcvn3, decode_vni, detect_legacy

_READERS = {
    "xlsx": read_workbook,
    "ods": read_old,
    "xls": read_old,
    "csv": read_delimited,
    "json": read_objects,
}
_WORKBOOKS = ("xlsx", "xls", "ods")
_SHOWN = 80
# A text is typed in one font: its beginning tells.
_TYPED_ALIKE = 2_000
# How `safe_cell` keeps a text from being taken for a formula, undone.
_GUARDED = re.compile(r"'(?=[=+\-@\t\r\n\d＝＋－＠])")
_DECODERS = {LegacyEncoding.TCVN3: decode_tcvn3, LegacyEncoding.VNI: decode_vni}


def read_table(
    source: Source,
    *,
    filename: str,
    columns: Sequence[Column],
    limits: Limits = DEFAULT,
) -> Table:
    """The table in an .xlsx, .ods, .xls, .csv or .json file, told by its content.

    In a workbook it is the first visible sheet with all required columns. Raises
    TableRefused when nothing can be read; what is wrong with single cells stands in
    `rows[…].errors`, and good rows are good all the same.
    """
    raw = load(source, limits)
    kind = kind_of(raw, filename)
    headings = Headings(columns)
    with _text_is_no_workbook(kind, filename):
        grid, layout = _best_grid(_READERS[kind](raw, limits), headings)
    if layout.missing:
        raise TableRefused(
            "missing_columns",
            missing=layout.missing,
            found=[heading.title for heading in layout.headings if heading.title],
        )
    data = grid.rows[layout.first_row :]
    rows = tuple(
        _row(number, cells, layout)
        for number, cells in data
        if any(
            cell is not None
            for index, cell in enumerate(cells)
            if index not in layout.counters
        )
    )
    if not rows:
        raise TableRefused("no_rows")
    if len(rows) > limits.rows:
        raise TableRefused("too_many_rows", limit=limits.rows)
    notes = _notes(kind, filename, grid, layout, data)
    return Table(layout.headings, rows, kind, grid.sheet, notes, tuple(columns))


def read_cells(
    source: Source,
    *,
    filename: str,
    columns: Sequence[Column],
    limits: Limits = DEFAULT,
) -> Cells:
    """All cells of the table, for whoever settles afterwards which column is what.

    In a workbook it is the visible sheet with the most columns known, the first of
    them. Raises TableRefused when nothing can be read.
    """
    raw = load(source, limits)
    kind = kind_of(raw, filename)
    with _text_is_no_workbook(kind, filename):
        grid, layout = _likeliest_grid(_READERS[kind](raw, limits), Headings(columns))
    rows = tuple(
        (number, tuple(map(_unguarded, cells)))
        for number, cells in grid.rows[layout.first_row :]
    )
    if len(rows) > limits.rows:
        raise TableRefused("too_many_rows", limit=limits.rows)
    notes = (*grid.notes, *_named_otherwise(kind, filename))
    return Cells(layout.headings, rows, kind, grid.hidden, layout.counters, notes)


@contextmanager
def _text_is_no_workbook(kind: str, filename: str) -> Iterator[None]:
    """Refuse a text with a workbook's name as that, whatever else it lacks.

    A table in it is taken: some programs write one under such a name.
    """
    try:
        yield
    except TableRefused as error:
        if kind == "csv" and named(filename) in _WORKBOOKS:
            raise TableRefused("not_a_workbook") from error
        raise


def _likeliest_grid(grids, headings: Headings) -> tuple[Grid, Layout]:
    best: tuple[Grid, Layout] | None = None
    refused: TableRefused | None = None
    for grid in grids:
        if not grid.rows:
            continue
        try:
            layout = headings.guess(grid)
        except TableRefused as error:
            refused = refused or error
            continue
        if best is None or len(layout.by_index) > len(best[1].by_index):
            best = grid, layout
    if best:
        return best
    raise refused or TableRefused("no_rows")


def _best_grid(grids, headings: Headings) -> tuple[Grid, Layout]:
    """The first grid with all required columns, else the one that lacks fewest."""
    best: tuple[Grid, Layout] | None = None
    refused: TableRefused | None = None
    for grid in grids:
        if not grid.rows:
            continue
        try:
            layout = headings.find(grid)
        except TableRefused as error:
            refused = refused or error
            continue
        if not layout.missing:
            return grid, layout
        if best is None or len(layout.missing) < len(best[1].missing):
            best = grid, layout
    if best:
        return best
    raise refused or TableRefused("no_rows")


def _row(number: int, cells: list[Any], layout: Layout) -> Row:
    values = {column.key: column.default for column in layout.absent}
    errors = []
    for index, column in layout.by_index.items():
        value = _unguarded(cells[index] if index < len(cells) else None)
        try:
            values[column.key] = _parsed(value, column)
        except CellProblem as problem:
            heading = layout.headings[index]
            errors.append(
                CellError(
                    row=number,
                    column=heading.title,
                    code=problem.code,
                    value=_shown(value),
                    params=problem.params,
                    letter=heading.letter,
                )
            )
    return Row(number, values, tuple(errors))


def _unguarded(value: Any) -> Any:
    return _GUARDED.sub("", value, count=1) if isinstance(value, str) else value


def _parsed(value: Any, column: Column) -> Any:
    if value is None:
        if column.required:
            raise CellProblem("required")
        return column.default
    if isinstance(value, Unreadable):
        raise CellProblem(value.code)
    start = value[:_TYPED_ALIKE] if isinstance(value, str) else ""
    if start and (encoding := detect_legacy(start)):
        decoded = _DECODERS[encoding](start)
        raise CellProblem(str(encoding), reads=decoded[:_SHOWN])
    parsed = column.parse(value)
    if parsed == "" and column.required:
        raise CellProblem("required")
    return parsed


def _shown(value: Any) -> str:
    if value is None:
        return ""
    text = value.shown if isinstance(value, Unreadable) else as_text(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _named_otherwise(kind: str, filename: str) -> list[Note]:
    if named(filename) in (kind, "txt", ""):
        return []
    return [Note("read_as", {"named": named(filename), "kind": kind})]


def _notes(
    kind: str, filename: str, grid: Grid, layout: Layout, data: list
) -> tuple[Note, ...]:
    notes = [*grid.notes, *_named_otherwise(kind, filename)]
    unknown = [
        heading.title
        for index, heading in enumerate(layout.headings)
        if heading.title and not heading.key and index not in layout.counters
    ]
    if unknown:
        notes.append(Note("unknown_columns", {"columns": unknown}))
    titled = {index for index, one in enumerate(layout.headings) if one.title}
    unnamed = {
        index
        for _, cells in data
        for index, cell in enumerate(cells)
        if cell is not None and index not in titled
    }
    if unnamed:
        letters = [letter(index) for index in sorted(unnamed)]
        notes.append(Note("unnamed_columns", {"columns": letters}))
    return tuple(notes)
