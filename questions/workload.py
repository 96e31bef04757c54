"""What waits for one official, for whoever shows the day's work."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q
from django.utils import timezone

from questions.models import Question

ANSWER = "questions.change_question"


@dataclass(frozen=True, slots=True)
class QuestionWorkload:
    """How many are unanswered; of these the late, the user's own, and nobody's."""

    waiting: int
    late: int
    mine: int
    unassigned: int


def workload(user, now: datetime) -> QuestionWorkload | None:
    """In one query; None for whoever answers no questions."""
    if not user.has_perm(ANSWER):
        return None
    rows = Question.objects.unanswered()
    counts = rows.aggregate(
        waiting=Count("pk"),
        late=Count("pk", filter=Q(due_on__lt=timezone.localdate(now))),
        mine=Count("pk", filter=Q(assigned_to=user)),
        unassigned=Count("pk", filter=Q(assigned_to=None)),
    )
    return QuestionWorkload(**counts)
