"""What people agree to who write to the showcase, in the words before the box.

A text that has been shown is evidence: it stays under its version. Changed words are a
new version.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: A contact is erased so long after the answer, and so long after a letter nobody
#: answered.
KEPT_ANSWERED = timedelta(days=180)
KEPT_UNANSWERED = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class ConsentText:
    """`facts` are heading and sentence; a sentence may name %(unit)s and the days."""

    facts: tuple[tuple[Promise, Promise], ...]
    box: Promise

    def explained(self, unit: str) -> Iterable[tuple[str, str]]:
        names = {
            "unit": unit,
            "days": KEPT_ANSWERED.days,
            "unanswered": KEPT_UNANSWERED.days,
        }
        return [(str(heading), str(text) % names) for heading, text in self.facts]


TEXTS = {
    "2026-1": ConsentText(
        facts=(
            (
                _("What readers see"),
                _(
                    "Unit, place and what you write of the work, once the organiser "
                    "has confirmed it. Never your name, e-mail or telephone."
                ),
            ),
            (
                _("What for"),
                _(
                    "Your name, e-mail and telephone serve to ask you back about "
                    "this, and for nothing else."
                ),
            ),
            (_("Who answers for it"), _("%(unit)s.")),
            (
                _("How long"),
                _(
                    "They are erased %(days)s days after the answer, and after "
                    "%(unanswered)s days in any case. Ask the unit to see, correct or "
                    "delete them earlier."
                ),
            ),
        ),
        box=_("I agree that my name, e-mail and telephone are used to ask me back"),
    ),
}
CURRENT = "2026-1"


def current() -> ConsentText:
    return TEXTS[CURRENT]
