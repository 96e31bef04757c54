"""When the time of a question is over, and erasing who asked it then."""

from datetime import datetime, timedelta

from wagtail.models import Site

from questions import verbs
from questions.models import Question, QuestionSettings

# One that nobody answers is not kept for ever either.
KEPT_UNANSWERED = timedelta(days=365)
CHUNK = 200


def forget_due(now: datetime) -> int:
    """Erase who asked, and what, of all whose time is over; return how many.

    In short transactions; a second run changes nothing.
    """
    forgotten = 0
    while ids := due(now)[:CHUNK]:
        forgotten += verbs.forget(ids, now=now)
    return forgotten


def due(now: datetime) -> list[int]:
    """The keys of questions answered, or left unanswered, for so long."""
    kept = timedelta(days=current_settings().days_kept)
    named = Question.objects.named()
    answered = named.filter(answered_at__lte=now - kept)
    left = named.filter(answered_at=None, received_at__lte=now - KEPT_UNANSWERED)
    rows = (answered | left).order_by("pk")
    return list(rows.values_list("pk", flat=True)[:CHUNK])


def current_settings() -> QuestionSettings:
    """What the office has set for the portal; the defaults before it has."""
    site = Site.objects.filter(is_default_site=True).first()
    return QuestionSettings.for_site(site) if site else QuestionSettings()
