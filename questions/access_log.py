"""The log of who looked at those who asked."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from questions.enums import QuestionSeen
from questions.models import QuestionAccess

# A page opened again while an answer is written is the same look.
SAME_LOOK = timedelta(minutes=10)
KEPT_FOR = timedelta(days=2 * 365)
_LONGEST = 400


def note(what: QuestionSeen, *, user, codes: Iterable[str], now: datetime) -> None:
    """Write down one look, with the codes of the questions and nothing of them."""
    look = {"user": user, "what": what, "codes": " ".join(codes)[:_LONGEST]}
    if what == QuestionSeen.ONE:
        recent = QuestionAccess.objects.filter(**look, at__gt=now - SAME_LOOK)
        if recent.exists():
            return
    QuestionAccess.objects.create(**look, username=user.get_username(), at=now)


def clear(now: datetime) -> int:
    """Remove looks that are too old to be asked about; return how many."""
    return QuestionAccess.objects.filter(at__lt=now - KEPT_FOR).delete()[0]
