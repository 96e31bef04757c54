"""One cell to one value: each parser returns it or raises CellProblem."""

from .dates import parse_date
from .numbers import parse_number
from .words import as_text, parse_bool, parse_choice, parse_phone, parse_text

__all__ = [
    "as_text",
    "parse_bool",
    "parse_choice",
    "parse_date",
    "parse_number",
    "parse_phone",
    "parse_text",
]
