"""One cell to one value: each parser returns it or raises CellProblem."""

from portal.tabular.cells.dates import parse_date
from portal.tabular.cells.numbers import parse_number
from portal.tabular.cells.words import (
    as_text,
    parse_bool,
    parse_choice,
    parse_phone,
    parse_text,
)

__all__ = [
    "as_text",
    "parse_bool",
    "parse_choice",
    "parse_date",
    "parse_number",
    "parse_phone",
    "parse_text",
]
