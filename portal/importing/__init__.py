"""What every importer of a table shares: the report, the command, the template."""

from .command import ImportCommand
from .report import Outcome, Problem, Report
from .template import template

__all__ = ["ImportCommand", "Outcome", "Problem", "Report", "template"]
