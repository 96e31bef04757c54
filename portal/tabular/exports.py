"""Tables out: nothing in them runs when they are opened, phones keep their zeros."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from portal.vietnamese.dates import local, short_date, short_time

# What a spreadsheet takes for the start of a formula, full width forms too.
_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Digits a spreadsheet would take for a number, and cut the zeros or the end of.
_DIGITS = re.compile(r"0\d+|\d{12,}")
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\']")
_LONGEST_TITLE = 31
_LONGEST_CELL = 32_767
_WIDTHS = (8, 60)
_ROWS_MEASURED = 200
_TEXT = "@"


def safe_cell(value: Any) -> Any:
    """A value no spreadsheet program runs: text that could start a formula gets a `'`.

    `read_table` takes the mark away again. Numbers, dates and empty cells stay; times
    with a zone become Vietnam's.
    """
    if value is None or isinstance(value, (bool, int, float, Decimal)):
        return value
    if isinstance(value, datetime):
        return local(value).replace(tzinfo=None)
    if isinstance(value, (date, time)):
        return value
    text = _CONTROLS.sub("", str(value))
    if text.startswith(_ACTIVE):
        text = f"'{text}"
    return text[:_LONGEST_CELL]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook: its first row is the headings."""

    title: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Any]]


def write_xlsx(
    headings: Sequence[str], rows: Iterable[Sequence[Any]], *, title: str = "Sheet1"
) -> bytes:
    """A workbook of one sheet, its first row held in place; every text is text."""
    return write_book([Sheet(title, headings, rows)])


def write_book(sheets: Iterable[Sheet]) -> bytes:
    """A workbook of several sheets, each as `write_xlsx` writes its one."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        _fill(book.create_sheet(_sheet_title(sheet.title)), sheet)
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def _fill(sheet: Any, content: Sheet) -> None:
    safe = [[safe_cell(value) for value in row] for row in content.rows]
    sheet.freeze_panes = "A2"
    columns = zip(*_padded([content.headings, *safe[:_ROWS_MEASURED]]), strict=True)
    for index, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(index)].width = _width(column)
    headings = [safe_cell(one) for one in content.headings]
    sheet.append([_cell(sheet, one, heading=True) for one in headings])
    for row in safe:
        sheet.append([_cell(sheet, value) for value in row])


def write_csv(headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """CSV in UTF-8 with the mark Excel needs, in the form Excel opens by itself.

    Digits that start with a zero get a `'` too: a CSV has no other way to say text.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([safe_cell(heading) for heading in headings])
    writer.writerows([_plain(safe_cell(value)) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(sheet: Any, value: Any, *, heading: bool = False) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        # Said outright: openpyxl takes a text with "=" in front for a formula.
        cell.data_type = "s"
        cell.number_format = _TEXT
    if heading:
        cell.font = Font(bold=True)
    return cell


def _plain(value: Any) -> Any:
    if isinstance(value, str) and _DIGITS.fullmatch(value):
        return f"'{value}"
    if isinstance(value, datetime):
        return f"{short_date(value)} {short_time(value)}"
    if isinstance(value, date):
        return short_date(value)
    return value


def _padded(rows: list[Sequence[Any]]) -> list[list[Any]]:
    width = max(map(len, rows))
    return [[*row, *[None] * (width - len(row))] for row in rows]


def _width(column: Iterable[Any]) -> int:
    longest = max((len(str(one)) for one in column if one is not None), default=0)
    low, high = _WIDTHS
    return min(max(longest + 2, low), high)


def _sheet_title(title: str) -> str:
    clean = _CONTROLS.sub("", _NOT_IN_TITLES.sub(" ", title))
    return " ".join(clean.split())[:_LONGEST_TITLE].strip() or "Sheet1"
