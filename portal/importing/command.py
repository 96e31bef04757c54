"""The command every importer is: it tries first, and writes only when told to."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.importing.report import Outcome, Report, as_data
from portal.importing.template import described, template
from portal.tabular import DEFAULT, Column, Limits, Table, TableRefused, read_table
from portal.tabular.wording import table_text

_MOST_PRINTED = 200


class ImportCommand(BaseCommand):
    """A room says what its columns are and what a table of them means.

    Good rows are taken whatever the others are like; any row that is refused makes
    the command end with an error, after everything else was done.
    """

    limits: Limits = DEFAULT
    sheet_title = "Sheet1"
    # Whether what is written may be published at once: then `--publish` says so.
    publishes = False

    def columns(self) -> Sequence[Column]:
        """The columns as of now: choices may come from the database."""
        raise NotImplementedError

    def take(self, table: Table, *, write: bool, options: dict[str, Any]) -> Report:
        """Judge the rows, and write the good ones if `write`."""
        raise NotImplementedError

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", nargs="?", type=Path, metavar="FILE")
        parser.add_argument(
            "--confirm", action="store_true", help="write: without it, only a trial"
        )
        if self.publishes:
            parser.add_argument(
                "--publish", action="store_true", help="publish: without it, drafts"
            )
        parser.add_argument("--json", action="store_true", help="for programs")
        parser.add_argument(
            "--template",
            type=Path,
            metavar="FILE",
            help="write an empty workbook with all columns explained, and stop",
        )
        parser.add_argument(
            "--columns", action="store_true", help="print the columns, and stop"
        )

    def handle(self, *args, **options) -> None:
        columns = self.columns()
        if options["columns"]:
            self._list(columns)
        elif options["template"]:
            self._write_template(columns, options["template"])
        elif options["file"] is None:
            raise CommandError(_("Name the file to import (.xlsx, .csv or .json)."))
        else:
            table = self._read(options["file"], columns)
            report = self.take(table, write=options["confirm"], options=options)
            self._print(report, options)
            self._refuse(report)

    def _read(self, path: Path, columns: Sequence[Column]) -> Table:
        try:
            return read_table(
                path, filename=path.name, columns=columns, limits=self.limits
            )
        except TableRefused as refused:
            raise CommandError(f"{path.name}: {table_text(refused)}") from refused
        except (OSError, ValueError) as error:
            message = _("%(file)s cannot be read.") % {"file": path}
            raise CommandError(message) from error

    def _print(self, report: Report, options: dict[str, Any]) -> None:
        if options["json"]:
            data = as_data(report, written=options["confirm"])
            self.stdout.write(json.dumps(data, ensure_ascii=False, indent=2))
            return
        for note in report.notes:
            self.stdout.write(note)
        problems = report.problems
        for problem in problems[:_MOST_PRINTED]:
            style = self.style.WARNING if problem.warning else self.style.ERROR
            self.stdout.write(style(str(problem)))
        if more := len(problems) - _MOST_PRINTED:
            self._print_more(more)
        for row, changes in sorted(report.changes.items()):
            name = report.names[row]
            self.stdout.write(f"{name}: {'; '.join(changes)}")
        counts = {outcome.value: n for outcome, n in report.counts.items()}
        self.stdout.write(
            _(
                "Added: %(added)s. Changed: %(changed)s. Unchanged: %(unchanged)s. "
                "Refused: %(refused)s."
            )
            % counts
        )
        if not options["confirm"]:
            self.stdout.write(
                _("This was a trial: nothing was written. Add --confirm to write.")
            )

    def _print_more(self, more: int) -> None:
        if more > 0:
            message = ngettext(
                "… and %(count)s more: --json lists all.",
                "… and %(count)s more: --json lists all.",
                more,
            )
            self.stdout.write(message % {"count": more})

    def _refuse(self, report: Report) -> None:
        if refused := report.counts[Outcome.REFUSED]:
            message = ngettext(
                "%(count)s row was not taken. Mend it and import the file again: "
                "the other rows will not be written twice.",
                "%(count)s rows were not taken. Mend them and import the file again: "
                "the other rows will not be written twice.",
                refused,
            )
            raise CommandError(message % {"count": refused})

    def _write_template(self, columns: Sequence[Column], path: Path) -> None:
        try:
            path.write_bytes(template(columns, title=self.sheet_title))
        except OSError as error:
            message = _("%(file)s cannot be written.") % {"file": path}
            raise CommandError(message) from error
        self.stdout.write(str(path))

    def _list(self, columns: Sequence[Column]) -> None:
        for title, needed, about in described(columns):
            mark = f" ({needed})" if needed else ""
            self.stdout.write(f"{title}{mark}: {about}")
