"""What people agree to who ask, in the words beside the boxes.

A text that has been shown is evidence: it stays under its version. Changed words are a
new version.
"""

from django.utils.translation import gettext_lazy as _

from portal.forms.consent import ConsentText

ANSWER, PUBLISH = "answer", "publish"
TEXTS = {
    "2026-1": ConsentText(
        facts=(
            (
                _("How long"),
                _(
                    "Your question and contact are erased %(days)s days after the "
                    "answer."
                ),
            ),
        ),
        labels={
            ANSWER: _("The office may use the details above to answer this question"),
            PUBLISH: _("The office may publish the question, without name and contact"),
        },
    ),
}
CURRENT = "2026-1"


def label(purpose: str):
    """The sentence beside the box, as it now is."""
    return current().labels[purpose]


def current() -> ConsentText:
    return TEXTS[CURRENT]
