"""What the questions tell search."""

from django.utils.translation import gettext_lazy as _

from portal.search import registry
from portal.search.descriptions import Description, Service
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


registry.add_services(
    Service(
        _("Ask the office"),
        _("A question of your own, answered with its legal basis."),
        "gửi câu hỏi hỏi sở đặt câu hỏi thắc mắc giải đáp liên hệ góp ý hỏi ai",
        "ask",
        asked=(
            "không hiểu quy định, hỏi ai",
            "nhờ Sở KH&CN giải đáp",
            "nhờ cán bộ sở tư vấn giúp",
            "web không có chỗ mình thắc mắc",
            "vướng hồ sơ muốn hỏi người phụ trách",
            "nhắn hỏi cán bộ sáng kiến",
            "xin ý kiến hướng dẫn của sở",
            "gửi thắc mắc về sáng kiến",
            "trường hợp của tôi chưa có hướng dẫn",
            "gửi câu hỏi cho sở",
            "đặt câu hỏi về sáng kiến",
            "hỏi sở khcn",
            "viết thư hỏi sở",
            "câu hỏi của tôi chưa có ai hỏi",
            "gửi câu hỏi có cần để lại tên không",
            "hỏi online, khỏi gọi điện",
            "xin tư vấn làm skkn",
            "không biết hỏi ai về sáng kiến",
        ),
    ),
    Service(
        _("Find your question"),
        _("By the code on the receipt."),
        "tra cứu câu hỏi đã gửi mã phiếu nhận xem trả lời",
        "question_lookup",
        asked=(
            "hỏi rồi mà chưa thấy trả lời",
            "câu hỏi của tôi đã giải đáp chưa",
            "tra mã câu hỏi đã gửi",
            "sở đã phản hồi tôi chưa",
            "có mã phiếu rồi xem ở đâu",
            "bao giờ sở trả lời thắc mắc",
            "xem lại thắc mắc hôm trước gửi",
            "nhập mã xem sở giải đáp",
            "xem câu trả lời cho tôi",
            "tra cứu câu hỏi",
            "mã phiếu nhận câu hỏi",
            "câu hỏi gửi tuần trước đâu rồi",
            "mất mã câu hỏi thì làm sao",
            "rút lại câu hỏi đã gửi",
            "sở đã nhận câu hỏi của tôi chưa",
            "kiểm tra câu hỏi đến đâu rồi",
            "5 ngày rồi chưa thấy trả lời",
        ),
    ),
)
