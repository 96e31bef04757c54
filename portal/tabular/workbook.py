"""Excel workbooks (.xlsx), surveyed before openpyxl builds anything of them."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

from openpyxl import Workbook
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.escape import unescape

from portal.office_files import (
    OfficeProblem,
    PackageLimits,
    has_macros,
    open_package,
    package_kind,
    survey_part,
)
from portal.tabular.errors import Note, TableRefused
from portal.tabular.model import MEGABYTE, Grid, Limits, Unreadable
from portal.tabular.survey import hidden_rows, survey_sheet

# What openpyxl reads whole, whichever sheet is wanted.
_READ_WHOLE = re.compile(
    r"\[Content_Types\]\.xml|(?:.*/)?_rels/.*|docProps/.*\.xml|xl/[^/]*\.xml"
    r"|xl/(?:theme|chartsheets|charts|drawings)/.*\.xml"
)
_STRINGS = "xl/sharedstrings.xml"
_MAX_ELEMENTS = 200_000
_ENTRIES = 2_000
_LAST_ROW = 1_048_576
_WIDE_ROWS = 1_000
# Titles and headings above the rows that count.
_ROWS_ABOVE = 30
_CODES = {"xml_entities": "too_complex", "too_many_entries": "too_complex"}
_ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")


def read_workbook(raw: bytes, limits: Limits) -> Iterator[Grid]:
    """The visible sheets that have something in them; raises TableRefused."""
    with _checked(raw, limits) as package:
        book, uncalculated = _opened(raw, package, limits)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        titles = [sheet.title for sheet in sheets]
        for sheet in sheets:
            # The part a sheet lives in is the one thing openpyxl does not tell.
            name = sheet._worksheet_path
            rows = _rows(sheet, uncalculated[name], limits)
            others = [title for title in titles if title != sheet.title]
            notes = (Note("other_sheets", {"sheets": others}),) if others else ()
            hidden = hidden_rows(package, name)
            yield Grid(rows, sheet.title, notes, hidden=hidden)


def _checked(raw: bytes, limits: Limits) -> zipfile.ZipFile:
    """The archive, with all parts found harmless that openpyxl reads whole."""
    try:
        package = open_package(
            io.BytesIO(raw),
            PackageLimits(_ENTRIES, limits.unpacked_bytes, ratio=1_000),
        )
        kind = package_kind(package)
        if kind == "xlsb":
            raise TableRefused("binary_excel")
        if has_macros(package):
            raise TableRefused("macros")
        if kind != "xlsx":
            raise TableRefused("not_a_table", actual=kind)
        for name in package.namelist():
            if _READ_WHOLE.fullmatch(name):
                strings = name.lower() == _STRINGS
                most = limits.cells * 8 if strings else _MAX_ELEMENTS
                survey_part(package, name, max_elements=most)
    except OfficeProblem as problem:
        code = _CODES.get(problem.code, problem.code)
        limit = limits.unpacked_bytes // MEGABYTE
        raise TableRefused(code, limit=limit) from problem
    return package


def _opened(
    raw: bytes, package: zipfile.ZipFile, limits: Limits
) -> tuple[Workbook, dict[str, set[tuple[int, int]]]]:
    """The workbook, and by part what each sheet's survey found.

    Sheets are surveyed before the workbook is opened: openpyxl reads one to its end
    at once when it does not say how large it is.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = ExcelReader(
                io.BytesIO(raw), read_only=True, data_only=True, keep_links=False
            )
            reader.read_manifest()
            reader.read_workbook()
            parts = {relation.target for _, relation in reader.parser.find_sheets()}
            found = {
                name: survey_sheet(package, name, limits)
                for name in sorted(parts & set(package.namelist()))
            }
            reader.read()
    except TableRefused:
        raise
    # A damaged workbook makes openpyxl raise far more than its own errors.
    except Exception as error:
        raise TableRefused("damaged") from error
    return reader.wb, found


def _rows(
    sheet: Any, uncalculated: set[tuple[int, int]], limits: Limits
) -> list[tuple[int, list[Any]]]:
    sheet.reset_dimensions()
    kept: list[tuple[int, list[Any]]] = []
    wide = 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for number, row in _numbered(sheet):
            if number > _LAST_ROW:
                raise TableRefused("damaged")
            wide += len(row) > limits.columns
            beyond = (cell.value is not None for cell in row[limits.columns :])
            # A cell at the right edge, were it empty, makes a row of thousands.
            if wide > _WIDE_ROWS or any(beyond):
                raise TableRefused("too_many_columns", limit=limits.columns)
            cells = [_cell(cell) for cell in row[: limits.columns]]
            for index, value in enumerate(cells):
                if value is None and (number, index + 1) in uncalculated:
                    cells[index] = Unreadable("formula_without_value", "=")
            if any(cell is not None for cell in cells):
                kept.append((number, cells))
            if len(kept) > limits.rows + _ROWS_ABOVE:
                raise TableRefused("too_many_rows", limit=limits.rows)
    return kept


def _numbered(sheet: Any) -> Iterator[tuple[int, tuple]]:
    try:
        yield from enumerate(sheet.iter_rows(), 1)
    # A damaged sheet makes openpyxl raise far more than its own errors.
    except Exception as error:
        raise TableRefused("damaged") from error


def _cell(cell: Any) -> Any:
    value = cell.value
    if value is None:
        return None
    if cell.data_type == "e":
        return Unreadable("spreadsheet_error", str(value))
    if isinstance(value, str):
        if _ESCAPED.search(value):
            value = unescape(value)
        return value if value.strip() else None
    return value
