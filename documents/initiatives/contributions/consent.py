"""What people agree to who write to the showcase, in the words before the box.

A text that has been shown is evidence: it stays under its version. Changed words are a
new version.
"""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from portal.forms.consent import ConsentText

#: A contact is erased so long after the answer, and so long after a letter nobody
#: answered.
KEPT_ANSWERED = timedelta(days=180)
KEPT_UNANSWERED = timedelta(days=365)


#: What is agreed to: being asked back.
CONTACT = "contact"
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
        labels={
            CONTACT: _(
                "I agree that my name, e-mail and telephone are used to ask me back"
            )
        },
    ),
}
CURRENT = "2026-1"


def current() -> ConsentText:
    return TEXTS[CURRENT]


def explained(unit: str) -> list[tuple[str, str]]:
    """Heading and sentence of each thing to know before agreeing."""
    return current().explained(
        unit=unit, days=KEPT_ANSWERED.days, unanswered=KEPT_UNANSWERED.days
    )
