"""What every importer of a table shares: the report, the command, the template."""

from portal.importing.cells import by_label, one_of, several_of
from portal.importing.command import ImportCommand
from portal.importing.report import Outcome, Problem, Report
from portal.importing.template import template

__all__ = [
    "ImportCommand",
    "Outcome",
    "Problem",
    "Report",
    "by_label",
    "one_of",
    "several_of",
    "template",
]
