"""What the questions tell search."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.search import registry
from portal.search.page_words import joined, month_words
from portal.search.registry import Description, Service
from questions.models import AnswerPage
from questions.similar import KIND

registry.add_kind(KIND, _("Questions"), 45)


@registry.describes(AnswerPage)
def describe_answer(page: AnswerPage) -> Description:
    return Description(
        kind=KIND,
        text="\n".join(filter(None, (page.summary, page.search_text()))),
        also=joined(
            (
                "hỏi đáp câu hỏi trả lời",
                page.topic and page.topic.title,
                page.answered_by,
                month_words(page.answered_on),
            )
        ),
    )


@registry.gives_services
def services() -> Iterable[Service]:
    yield Service(
        _("Ask the office"),
        reverse("ask"),
        _("A question of your own, answered with its legal basis."),
        "gửi câu hỏi hỏi sở đặt câu hỏi thắc mắc giải đáp liên hệ góp ý hỏi ai",
    )
    yield Service(
        _("Find your question"),
        reverse("question_lookup"),
        _("By the code on the receipt."),
        "tra cứu câu hỏi đã gửi mã phiếu nhận xem trả lời",
    )
