"""Work of the questions that comes round."""

from datetime import datetime

from portal.jobs import daily
from questions import access_log, retention


@daily(hour=2)
def forget_questions(now: datetime) -> None:
    """Erase who asked, so long after the answer."""
    retention.forget_due(now)


@daily(hour=3)
def clear_question_access(now: datetime) -> None:
    access_log.clear(now)
