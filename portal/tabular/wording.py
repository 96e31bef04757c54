"""What people are told when a table, or a cell of it, cannot be taken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.tabular.errors import CellError, Note, TableRefused

TABLE = {
    "too_large": _("The file is larger than %(limit)s MB."),
    "empty_file": _("The file is empty."),
    "encrypted": _(
        "The file is locked with a password. Take the password off and upload it again."
    ),
    "binary_excel": _(
        "This is a binary Excel file (.xlsb). Save it as .xlsx and upload that."
    ),
    "macros": _(
        "The file carries macros, so it is not accepted. Save it as .xlsx without "
        "macros."
    ),
    "web_page": _(
        "This is a web page with the name of a spreadsheet. Open it in Excel, save it "
        "as .xlsx, and upload that."
    ),
    "not_a_table": _("This is not an Excel, OpenDocument, CSV or JSON file."),
    "not_a_workbook": _(
        "This is not an Excel file: it holds only text. Open it in Excel, save it as "
        ".xlsx, and upload that."
    ),
    "damaged": _("The file is damaged and cannot be read."),
    "unpacks_too_large": _(
        "The file unpacks to more than %(limit)s MB, so it was not read."
    ),
    "too_complex": _(
        "The file is built as no spreadsheet program builds one, so it was not read."
    ),
    "too_many_rows": _(
        "The table has more than %(limit)s rows. Split it and upload the parts."
    ),
    "too_many_columns": _("The table has more than %(limit)s columns."),
    "too_many_cells": _(
        "The table has more than %(limit)s cells. Keep the rows and columns that "
        "matter, or split it."
    ),
    "no_headings": _("No row of headings was found. Expected columns: %(expected)s."),
    "missing_columns": _("Columns missing: %(missing)s. Columns found: %(found)s."),
    "duplicate_column": _("The column “%(column)s” is there twice."),
    "no_rows": _("The table has no rows."),
    "unknown_encoding": _(
        "The encoding of the file is not known. Save it as “CSV UTF-8” or as .xlsx."
    ),
    "csv_quotes": _("A quotation mark is missing or out of place near row %(row)s."),
    "bad_json": _("The JSON is broken at line %(line)s, character %(at)s."),
    "json_no_list": _("The JSON must be a list of objects, one for each row."),
}

CELL = {
    # A room's own rule, in the room's own words.
    "told": "%(message)s",
    "required": _("This cell must not be empty."),
    "tcvn3": _(
        "This text was typed in an old TCVN3 font; it seems to say “%(reads)s”. Type "
        "it in Unicode."
    ),
    "vni": _(
        "This text was typed in an old VNI font; it seems to say “%(reads)s”. Type "
        "it in Unicode."
    ),
    "formula_without_value": _(
        "This formula has no result yet. Open the file in Excel, save it, and upload "
        "it again, or type the value."
    ),
    "spreadsheet_error": _("The formula of this cell ends in an error."),
    "nested_value": _("This value must be plain text, a number, true or false."),
    "too_long": _("%(length)s characters; at most %(limit)s fit."),
    "date_for_text": _(
        "Excel took this text for a date. Format the cell as text and type it again."
    ),
    "not_a_url": _("This is not the address of a web page."),
    "not_yes_or_no": _("Write “có” or “không”."),
    "unknown_choice": _("This is none of: %(choices)s."),
    "unknown_choice_near": _(
        "This is none of: %(choices)s. Did you mean “%(nearest)s”?"
    ),
    "ambiguous_choice": _("This may be any of: %(choices)s. Write it in full."),
    "not_a_date": _("Write a date as day/month/year, for example 19/4/2018."),
    "impossible_date": _("This date does not exist."),
    "two_digit_year": _("Write the year with four digits."),
    "date_out_of_range": _("The date must lie between %(earliest)s and %(latest)s."),
    "not_a_number": _("This is not a number."),
    "ambiguous_number": _(
        "This may be read in two ways. Write 1.234 or 1234 for thousands, 1,2340 or "
        "1.2340 for a fraction."
    ),
    "not_whole": _("Write a whole number."),
    "too_small": _("At least %(limit)s."),
    "too_big": _("At most %(limit)s."),
    "phone_empty": _("There is no telephone number here."),
    "phone_not_digits": _("A telephone number consists of digits."),
    "phone_several": _("Write one telephone number."),
    "phone_wrong_length": _("This telephone number has too few or too many digits."),
    "phone_unknown_prefix": _("No telephone number in Vietnam starts like this."),
}

NOTES = {
    "hidden_unknown": _(
        "Whether rows are hidden cannot be told in this kind of file; all were read."
    ),
    "other_sheets": _("Only one sheet was read; the others are: %(sheets)s."),
    "unknown_columns": _("Columns not used: %(columns)s."),
    "unnamed_columns": _("Columns without a heading were not used: %(columns)s."),
    "encoding_guessed": _(
        "The file does not say its encoding; it was read as %(encoding)s. Check the "
        "accents."
    ),
    "read_as": _("The name says .%(named)s; the file was read as .%(kind)s."),
}


def table_text(refused: TableRefused) -> str:
    """The sentence for a file of which nothing was taken."""
    return str(TABLE[refused.code]) % _shown(refused.params)


def cell_text(error: CellError) -> str:
    """The sentence for one cell, without saying where it is."""
    code = error.code
    if code == "unknown_choice" and error.params.get("nearest"):
        code = "unknown_choice_near"
    return str(CELL[code]) % _shown(error.params)


def where_text(error: CellError) -> str:
    """Where the cell is: the row and the heading as they stand in the file."""
    place = {"row": error.row, "column": error.column, "cell": error.letter}
    if not error.letter:
        return gettext("Item %(row)s, field “%(column)s”") % place
    return gettext("Row %(row)s, column %(cell)s (%(column)s)") % place


def note_text(note: Note) -> str:
    return str(NOTES[note.code]) % _shown(note.params)


def _shown(params: Mapping[str, Any]) -> dict[str, Any]:
    shown = dict(params)
    for key, value in params.items():
        if isinstance(value, (list, tuple)):
            shown[key] = ", ".join(map(str, value))
        elif isinstance(value, float):
            shown[key] = f"{value:g}"
    return shown
