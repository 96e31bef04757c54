"""Spreadsheets in and out, for every importer and export of the portal.

No Django here: `wording.py` alone knows what people are told.
"""

from portal.tabular.cells import (
    as_text,
    parse_bool,
    parse_choice,
    parse_date,
    parse_number,
    parse_phone,
    parse_text,
)
from portal.tabular.errors import CellError, CellProblem, Note, TableRefused
from portal.tabular.exports import Sheet, safe_cell, write_book, write_csv, write_xlsx
from portal.tabular.model import DEFAULT, Cells, Column, Heading, Limits, Row, Table
from portal.tabular.read import read_cells, read_table

__all__ = [
    "DEFAULT",
    "CellError",
    "CellProblem",
    "Cells",
    "Column",
    "Heading",
    "Limits",
    "Note",
    "Row",
    "Sheet",
    "Table",
    "TableRefused",
    "as_text",
    "parse_bool",
    "parse_choice",
    "parse_date",
    "parse_number",
    "parse_phone",
    "parse_text",
    "read_cells",
    "read_table",
    "safe_cell",
    "write_book",
    "write_csv",
    "write_xlsx",
]
