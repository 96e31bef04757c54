"""What a screen shows of a report: the rows to mend, as their author has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from portal.importing.report import Outcome, Problem, Report
from portal.tabular import Heading, Row, write_xlsx
from portal.vietnamese.dates import short_date

MOST_ROWS = 50
MOST_NAMES = 100
# Columns by which an author finds a row again, besides those with something to mend.
_ORIENTING = 2
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell as it was read, with what is wrong in it."""

    heading: str
    text: str
    problems: tuple[Problem, ...] = ()

    @property
    def is_wrong(self) -> bool:
        return any(not problem.warning for problem in self.problems)


@dataclass(frozen=True, slots=True)
class ShownRow:
    """`elsewhere` are problems about a column that the file does not have."""

    number: int
    cells: tuple[ShownCell, ...]
    elsewhere: tuple[Problem, ...]
    is_refused: bool


@dataclass(frozen=True, slots=True)
class Trial:
    """The first `MOST_ROWS` rows with something to mend, errors before warnings.

    `more` rows of that sort are not shown. `taken` are the rows that would be taken:
    row, name, what changes (empty where it is new), at most `MOST_NAMES` of them.
    """

    headings: tuple[str, ...]
    rows: tuple[ShownRow, ...]
    more: int
    added: int
    changed: int
    unchanged: int
    refused: int
    warned: int
    taken: tuple[tuple[int, str, str], ...]
    notes: tuple[str, ...]

    @property
    def takes(self) -> int:
        return self.added + self.changed

    @property
    def more_taken(self) -> int:
        return self.takes - len(self.taken)


def trial_of(report: Report, *, most: int = MOST_ROWS) -> Trial:
    by_row: dict[int, list[Problem]] = {}
    for problem in report.problems:
        by_row.setdefault(problem.row, []).append(problem)
    ordered = sorted(by_row, key=lambda row: (not report.is_refused(row), row))
    shown = ordered[:most]
    headings = _headings(report, [one for row in shown for one in by_row[row]])
    rows = {row.number: row for row in report.table.rows}
    counts = report.counts
    return Trial(
        headings=tuple(heading.title for heading in headings),
        rows=tuple(_row(report, rows[row], headings, by_row[row]) for row in shown),
        more=len(ordered) - len(shown),
        added=counts[Outcome.ADDED],
        changed=counts[Outcome.CHANGED],
        unchanged=counts[Outcome.UNCHANGED],
        refused=counts[Outcome.REFUSED],
        warned=sum(not report.is_refused(row) for row in by_row),
        taken=tuple(_taken(report))[:MOST_NAMES],
        notes=tuple(report.notes),
    )


def problem_sheet(report: Report) -> bytes:
    """Every problem as an .xlsx, from the top down."""
    headings = (_("Row"), _("Column"), _("In the file"), _("To mend"), _("Weight"))
    weights = {False: _("error: the row is not taken"), True: _("to be looked at")}
    rows = (
        (one.row, _column(one), one.value, one.message, weights[one.warning])
        for one in report.problems
    )
    return write_xlsx(headings, rows, title=_("To mend"))


def _column(problem: Problem) -> str:
    if problem.letter:
        return f"{problem.letter} ({problem.column})"
    return problem.column


def _headings(report: Report, problems: Sequence[Problem]) -> list[Heading]:
    wrong = {(problem.column, problem.letter) for problem in problems}
    known = [heading for heading in report.table.headings if heading.key]
    orienting = known[:_ORIENTING]
    return [
        heading
        for heading in known
        if heading in orienting or (heading.title, heading.letter) in wrong
    ]


def _row(
    report: Report, row: Row, headings: Sequence[Heading], problems: list[Problem]
) -> ShownRow:
    places = {(heading.title, heading.letter) for heading in headings}
    cells = []
    for heading in headings:
        here = tuple(
            problem
            for problem in problems
            if (problem.column, problem.letter) == (heading.title, heading.letter)
        )
        read = _text(row.values.get(heading.key or ""))
        given = next((problem.value for problem in here if problem.value), "")
        cells.append(ShownCell(heading.title, (given or read)[:_LONGEST], here))
    elsewhere = tuple(
        problem
        for problem in problems
        if (problem.column, problem.letter) not in places
    )
    return ShownRow(row.number, tuple(cells), elsewhere, report.is_refused(row.number))


def _taken(report: Report) -> Iterator[tuple[int, str, str]]:
    for row, outcome in sorted(report.outcomes.items()):
        if outcome in (Outcome.ADDED, Outcome.CHANGED):
            changes = "; ".join(report.changes.get(row, ()))
            yield row, report.names.get(row, ""), changes


def _text(value: Any) -> str:
    """A value that was read, as its author would write it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, (list, tuple)):
        return "; ".join(map(_text, value))
    return str(value)
