"""Public forms without puzzles: a trap, a clock, and a count of attempts.

`GuardedForm` catches what fills in a form as no person does; `check` counts attempts
per visitor or per subject (a telephone number, a code), whose guessing it slows.
"""

from portal.guard.attempts import Limit, TooMany, check, count, reached
from portal.guard.forms import GuardedForm, filled
from portal.guard.responses import too_many
from portal.guard.timestamps import stamp

__all__ = [
    "GuardedForm",
    "Limit",
    "TooMany",
    "check",
    "count",
    "filled",
    "reached",
    "stamp",
    "too_many",
]
