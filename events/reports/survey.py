"""Three questions: who may answer, and answers nobody is found by."""

from django.db import IntegrityError, transaction

from events.enums import RemarkState, Usefulness
from events.models import EventPage, Registration, SurveyAnswer, SurveyReply
from events.reports.reader import topics_of
from portal.models import User

#: Where the programme names nothing to choose from.
COMMON_PARTS = (
    "Mức thưởng, nguồn chi",
    "Viết bản mô tả",
    "Hội đồng xét",
    "Nhân rộng",
)


class AnsweredAlready(Exception):
    """Once each."""


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
