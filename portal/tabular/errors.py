"""Why a table, or a cell of it, cannot be taken. Codes here, words in `wording.py`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


class TableRefused(Exception):
    """Nothing of the file was taken: `code` says why, `params` fill the sentence."""

    def __init__(self, code: str, **params: Any):
        super().__init__(code)
        self.code = code
        self.params = params


class CellProblem(Exception):
    """Raised by what parses a cell; the reader adds where the cell is."""

    def __init__(self, code: str, **params: Any):
        super().__init__(code)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class CellError:
    """One cell that cannot be taken, named as its author finds it.

    `row` is the number at the edge of the sheet (in JSON: which object of the list),
    `column` the heading as written in the file and `letter` its place, "C".
    """

    row: int
    column: str
    code: str
    value: str
    params: dict[str, Any] = field(default_factory=dict)
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Something about the file its author should know; it stops nothing."""

    code: str
    params: dict[str, Any] = field(default_factory=dict)
