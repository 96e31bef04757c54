"""What the questions tell search."""

from django.utils.translation import gettext_lazy as _

from portal.search import registry
from portal.search.descriptions import Description, Service, phrases_of_services
from portal.search.page_words import KIND_WORDS, hub, joined, month_words
from questions.models import AnswerPage, ContactPage, QuestionIndexPage
from questions.similar import KIND

registry.add_kind(KIND, _("Questions"), 45)


@registry.describes(AnswerPage)
def describe_answer(page: AnswerPage) -> Description:
    return Description(
        kind=KIND,
        text="\n".join(filter(None, (page.summary, page.search_text()))),
        also=joined(
            (
                KIND_WORDS[KIND],
                page.topic and page.topic.title,
                page.answered_by,
                month_words(page.answered_on),
            )
        ),
    )


@registry.describes(QuestionIndexPage)
def describe_list(page: QuestionIndexPage) -> Description:
    return hub(page, KIND, "câu hỏi mọi người hay hỏi gì trả lời giải đáp")


@registry.describes(ContactPage)
def describe_contact(page: ContactPage) -> Description:
    """What people write and call the office for."""
    return Description(
        kind="thong-tin",
        text="\n".join(filter(None, (page.summary, page.search_text()))),
        also="liên hệ giờ làm việc tiếp dân muốn hỏi gửi ở đâu sở khoa học và công "
        "nghệ địa chỉ trụ sở số điện thoại đường dây nóng thư điện tử góp ý "
        "phản ánh báo sai sót nhầm lẫn gỡ bỏ hỏi ai người phụ trách",
    )


_ASKED = phrases_of_services("questions")

registry.add_services(
    Service(
        _("Ask the office"),
        _("A question of your own, answered with its legal basis."),
        "gửi câu hỏi hỏi sở đặt câu hỏi thắc mắc giải đáp liên hệ góp ý hỏi ai",
        "ask",
        asked=_ASKED["ask"],
        beside=("question_lookup/",),
    ),
    Service(
        _("Find your question"),
        _("By the code on the receipt."),
        "tra cứu câu hỏi đã gửi mã phiếu nhận xem trả lời",
        "question_lookup",
        asked=_ASKED["code"],
        beside=("ask/", "ticket_lookup/"),
    ),
)
