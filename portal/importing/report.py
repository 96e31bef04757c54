"""What became of each row of a file, and what is wrong with which cell."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from portal.tabular import CellError, Table
from portal.tabular.wording import cell_text, note_text, where_text


class Outcome(StrEnum):
    """What a row means for the portal, or meant, once it was written."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Problem:
    """A cell its author should look at; a `warning` lets its row in all the same.

    `column` is its heading, `letter` that column's place in the file, if it is there.
    """

    row: int
    where: str
    message: str
    value: str = ""
    warning: bool = False
    column: str = ""
    letter: str = ""

    def __str__(self) -> str:
        shown = f" «{self.value}»" if self.value else ""
        return f"{self.where}: {self.message}{shown}"


@dataclass(slots=True)
class Report:
    """Every row once, by its number; and every problem.

    `table` gives the places: problems are noted by the key of a column, and shown
    with the row and heading as they stand in the file.
    """

    table: Table
    outcomes: dict[int, Outcome] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    changes: dict[int, list[str]] = field(default_factory=dict)
    _problems: list[Problem] = field(default_factory=list)

    @classmethod
    def of(cls, table: Table) -> Report:
        """What is wrong with single cells; their rows are refused."""
        report = cls(table)
        for error in table.errors:
            report.outcomes[error.row] = Outcome.REFUSED
            message = cell_text(error)
            where = where_text(error)
            place = {"column": error.column, "letter": error.letter}
            problem = Problem(error.row, where, message, error.value, **place)
            report._problems.append(problem)
        return report

    def refuse(self, row: int, key: str, message: Any, value: str = "") -> None:
        """The row cannot be taken because of this cell."""
        self.outcomes[row] = Outcome.REFUSED
        self._note(row, key, message, value, warning=False)

    def warn(self, row: int, key: str, message: Any, value: str = "") -> None:
        """The row can be taken, but its author should look at this cell."""
        self._note(row, key, message, value, warning=True)

    def is_refused(self, row: int) -> bool:
        return self.outcomes.get(row) is Outcome.REFUSED

    def settle(self, row: int, outcome: Outcome, name: str, changes=()) -> None:
        """Say what became of a row: `name` is how people know it."""
        self.outcomes[row] = outcome
        self.names[row] = name
        if changes:
            self.changes[row] = [str(one) for one in changes]

    @property
    def problems(self) -> list[Problem]:
        """From the top down, as its author reads the file."""
        return sorted(self._problems, key=lambda problem: problem.row)

    @property
    def counts(self) -> dict[Outcome, int]:
        counted = Counter(self.outcomes.values())
        return {outcome: counted[outcome] for outcome in Outcome}

    @property
    def notes(self) -> list[str]:
        return [note_text(note) for note in self.table.notes]

    def _note(
        self, row: int, key: str, message: Any, value: str, *, warning: bool
    ) -> None:
        where, place = self._place(row, key)
        said = str(message)
        self._problems.append(Problem(row, where, said, value, warning, **place))

    def _place(self, row: int, key: str) -> tuple[str, dict[str, str]]:
        for heading in self.table.headings:
            if heading.key == key:
                letter = heading.letter
                error = CellError(row, heading.title, code="", value="", letter=letter)
                return where_text(error), {"column": heading.title, "letter": letter}
        titles = {column.key: column.titles[0] for column in self.table.columns}
        title = titles.get(key, key)
        place = {"row": row, "column": title}
        return _("Row %(row)s, without the column “%(column)s”") % place, {
            "column": title
        }


def as_data(report: Report, *, written: bool) -> dict[str, Any]:
    """The report for programs."""
    return {
        "written": written,
        "counts": {outcome.value: n for outcome, n in report.counts.items()},
        "notes": report.notes,
        "problems": [_problem_data(problem) for problem in report.problems],
        "rows": [
            {
                "row": row,
                "outcome": outcome.value,
                "name": report.names.get(row, ""),
                "changes": report.changes.get(row, []),
            }
            for row, outcome in sorted(report.outcomes.items())
        ],
    }


def _problem_data(problem: Problem) -> dict[str, Any]:
    return {
        "row": problem.row,
        "where": problem.where,
        "message": problem.message,
        "value": problem.value,
        "warning": problem.warning,
    }
