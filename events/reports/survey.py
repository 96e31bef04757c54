"""Three questions: who may answer, and answers nobody is found by."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from events.checkin import attendance
from events.enums import RemarkState, Usefulness
from events.models import EventPage, Registration, SurveyAnswer, SurveyReply
from events.reports.reader import topics_of
from portal.models import User

#: Answers are taken for so long after the end.
OPEN_FOR = timedelta(days=14)
#: Where the programme names nothing to choose from.
COMMON_PARTS = (
    "Mức thưởng, nguồn chi",
    "Viết bản mô tả",
    "Hội đồng xét",
    "Nhân rộng",
)


class AnsweredAlready(Exception):
    """Once each."""


def closes_at(event: EventPage) -> datetime | None:
    return event.ends_at + OPEN_FOR if event.ends_at else None


def is_open(event: EventPage, now: datetime) -> bool:
    """From the end of the conference on, for two weeks."""
    end, until = event.ends_at, closes_at(event)
    return bool(end and until and end <= now < until)


def may_answer(registration: Registration, event: EventPage, now: datetime) -> bool:
    """Whoever was present, once, as long as answers are taken."""
    if registration.forgotten_at or not is_open(event, now):
        return False
    if SurveyReply.objects.filter(pk=registration.pk).exists():
        return False
    return registration.pk in attendance.present(event)


def parts_of(event: EventPage) -> list[str]:
    """What may be chosen in the second question."""
    return list(dict.fromkeys(topics_of(event))) or list(COMMON_PARTS)


def answer(
    registration: Registration,
    *,
    usefulness: Usefulness,
    parts: list[str],
    remark: str,
) -> None:
    """Write the answer, and apart from it that there is one. Raises AnsweredAlready."""
    remark = remark.strip()
    try:
        with transaction.atomic():
            SurveyReply.objects.create(registration=registration)
            SurveyAnswer.objects.create(
                event_id=registration.event_id,
                audience=registration.audience,
                usefulness=usefulness,
                parts=parts,
                remark=remark,
                state=RemarkState.UNREAD if remark else RemarkState.HIDDEN,
            )
    except IntegrityError as error:
        raise AnsweredAlready from error


def read(
    event: EventPage, answer_id, *, shown: str, state: RemarkState, actor: User
) -> bool:
    """Write that a remark was read, and how it is shown; whether it is here."""
    rows = SurveyAnswer.objects.filter(event=event, pk=answer_id).exclude(remark="")
    text = shown.strip() if state == RemarkState.SHOWN else ""
    return bool(rows.update(shown=text, state=state, read_by=actor))
