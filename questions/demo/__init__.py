"""The desk's demonstration: two invented questions, answered from the sample acts."""

from datetime import date, time, timedelta

from wagtail.models import Site

from portal.demo import content
from portal.demo.markup import Text
from questions.models import (
    AnswerPage,
    QuestionIndexPage,
    QuestionSettings,
    QuestionTopic,
)

_MORNING = time(7, 30), time(11, 30)
_AFTERNOON = time(13, 30), time(17)
_DAYS = 5


def load(*, today: date) -> None:
    """Answers dated back from that day; hours and days wear the label of samples."""
    desk = QuestionSettings.for_site(Site.objects.get(is_default_site=True))
    desk.days_to_answer, desk.is_sample = _DAYS, True
    desk.morning_from, desk.morning_to = _MORNING
    desk.afternoon_from, desk.afternoon_to = _AFTERNOON
    desk.save()
    index = QuestionIndexPage.objects.get()
    index.summary = "Câu hỏi của người làm sáng kiến, câu trả lời của Sở, kèm căn cứ."
    index.save_revision().publish()
    for text in content.texts(__name__, "answers"):
        _answer(index, text, today)


def _answer(index: QuestionIndexPage, text: Text, today: date) -> None:
    head = text.head
    content.publish(
        index,
        AnswerPage(
            title=head["title"],
            slug=head["slug"],
            summary=head["summary"],
            topic=QuestionTopic.objects.filter(slug=head["topic"]).first(),
            is_sample=True,
            is_often_asked=head.get("often") == "yes",
            asked_on=today - timedelta(days=int(head["asked"])),
            answered_on=today - timedelta(days=int(head["answered"])),
            answered_by="Đơn vị minh họa",
            body=content.body(text),
        ),
    )
