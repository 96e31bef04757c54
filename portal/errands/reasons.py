"""What a moderator writes beside a decision: for whom it is, and that it is there.

Wagtail asks every kind of task for a form by the name of the action. A kind of our own
would be a table, and would leave behind the tasks that portals have already.
"""

from django.forms import CharField, Textarea
from django.utils.translation import gettext_lazy as _
from wagtail.forms import TaskStateCommentForm
from wagtail.models import AbstractGroupApprovalTask

#: Wagtail's name of the action that sends a draft back.
SEND_BACK = "reject"


class Reason(TaskStateCommentForm):
    """Why a draft is sent back: without it nobody knows what to mend."""

    comment = CharField(
        label=_("What is to be mended"),
        help_text=_("Whoever wrote it reads just this, on the first screen."),
        error_messages={
            "required": _("Say what is to be mended; the draft is still waiting.")
        },
        widget=Textarea({"rows": 4}),
    )


class Remark(TaskStateCommentForm):
    """What was looked at before a draft was approved; may be left empty."""

    comment = CharField(
        label=_("Remark"),
        required=False,
        help_text=_("Stands in the history of the page. Readers do not see it."),
        widget=Textarea({"rows": 4}),
    )


def form_for(_task: object, action: str) -> type[TaskStateCommentForm]:
    """The form that belongs to an action on a draft."""
    return Reason if action == SEND_BACK else Remark


def use() -> None:
    """Let every task that a group approves ask with these."""
    AbstractGroupApprovalTask.get_form_for_action = form_for
