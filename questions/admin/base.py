"""What all screens about questions share: who is let in, how a state looks."""

from datetime import date, datetime

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.urls import reverse
from django.utils.translation import gettext_lazy
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from events.privacy.clock import days_left
from portal.errands.wording import working_clock
from questions.enums import QuestionState
from questions.models import Question
from questions.workload import ANSWER

PUBLISH = "questions.publish_question"
TITLE = gettext_lazy("Questions from readers")
TONES = {
    QuestionState.NEW: "todo",
    QuestionState.HANDLED: "todo",
    QuestionState.LATE: "bad",
    QuestionState.ANSWERED: "good",
    QuestionState.WITHDRAWN: "",
    QuestionState.ERASED: "",
}


def state_of(question: Question, today: date, holidays: set[date]) -> dict:
    """The state in words with its tone, and the clock of one that is open."""
    state = question.state(today)
    due = question.due_on if question.is_open else None
    left = days_left(today, due, holidays) if due else 0
    return {
        "code": state.value,
        "label": state.label,
        "tone": TONES[state],
        "clock": working_clock(left, is_late=today > due) if due else None,
    }


class QuestionsMixin(PermissionRequiredMixin, WagtailAdminTemplateMixin):
    """For those who answer questions, and nobody else."""

    permission_required = ANSWER
    raise_exception = True
    header_icon = "help"
    now: datetime

    def get_breadcrumbs_items(self) -> list[dict]:
        return [
            *WagtailAdminTemplateMixin.breadcrumbs_items,
            {"url": reverse("question_desk"), "label": TITLE},
            {"url": "", "label": self.get_page_title()},
        ]
