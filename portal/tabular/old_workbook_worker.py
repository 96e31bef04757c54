"""The child process: one .ods or .xls from standard input, its cells as JSON.

`python -m portal.tabular.old_workbook_worker '{"rows": …}' < file`
"""

from __future__ import annotations

import io
import json
import resource
import sys
from datetime import date, datetime, time, timedelta
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from portal.tabular.errors import TableRefused
from portal.tabular.model import Limits

_MEMORY = 768 * 1024 * 1024
_SECONDS = 15
# Titles and headings above the rows that count.
_ROWS_ABOVE = 30


def read(raw: bytes, limits: Limits) -> dict[str, Any]:
    """The visible sheets; raises TableRefused."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
    except PasswordError:
        raise TableRefused("encrypted") from None
    except CalamineError as error:
        raise TableRefused("damaged") from error
    sheets = []
    for about in book.sheets_metadata:
        shown = about.visible is SheetVisibleEnum.Visible
        if shown and about.typ is SheetTypeEnum.WorkSheet:
            rows = _rows(book.get_sheet_by_name(about.name), limits)
            sheets.append({"title": about.name, "rows": rows})
    return {"sheets": [sheet for sheet in sheets if sheet["rows"]]}


def _rows(sheet: CalamineSheet, limits: Limits) -> list[tuple[int, list[Any]]]:
    kept: list[tuple[int, list[Any]]] = []
    filled = 0
    first_row, first_column = sheet.start or (0, 0)
    blank = [None] * first_column
    # Rows are numbered as at the edge of the sheet, and columns lettered so.
    for number, values in enumerate(
        sheet.to_python(skip_empty_area=True), first_row + 1
    ):
        cells = blank + [_cell(value) for value in values]
        while cells and cells[-1] is None:
            cells.pop()
        if not cells:
            continue
        if len(cells) > limits.columns:
            raise TableRefused("too_many_columns", limit=limits.columns)
        filled += sum(cell is not None for cell in cells)
        if filled > limits.cells:
            raise TableRefused("too_many_cells", limit=limits.cells)
        kept.append((number, cells))
        if len(kept) > limits.rows + _ROWS_ABOVE:
            raise TableRefused("too_many_rows", limit=limits.rows)
    return kept


def _cell(value: Any) -> Any:
    if isinstance(value, datetime):
        return ["datetime", value.isoformat()]
    if isinstance(value, date):
        return ["date", value.isoformat()]
    if isinstance(value, time):
        return ["time", value.isoformat()]
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, str):
        return value if value.strip() else None
    return value


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    limits = Limits(**json.loads(sys.argv[1]))
    try:
        reply = read(sys.stdin.buffer.read(), limits)
    except TableRefused as refused:
        reply = {"error": refused.code, "params": refused.params}
    json.dump(reply, sys.stdout)


if __name__ == "__main__":
    main()
