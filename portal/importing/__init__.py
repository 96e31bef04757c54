"""What every importer of a table shares: the report, the command, the template."""

from .cells import by_label, one_of, several_of
from .command import ImportCommand
from .report import Outcome, Problem, Report
from .template import template

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
