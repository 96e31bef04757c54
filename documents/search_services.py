"""What search knows besides pages: words for one thing, and what can be done."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from documents.enums import ACTS, INITIATIVES
from documents.law.effects.model import TEXT_KINDS
from documents.models import (
    InitiativeIndexPage,
    RegulationEffect,
    RegulationIndexPage,
)
from portal.search import registry
from portal.search.descriptions import Action, Description, Service, phrases_of_services
from portal.search.page_words import hub

# The field's own words for one thing; editors add theirs.
_SAME = (
    ("mức chi", "mức thưởng"),
    ("mức chi", "tiền thưởng"),
    ("mức chi", "thù lao"),
    ("mức chi", "hỗ trợ kinh phí"),
    ("thưởng bao nhiêu", "mức chi"),
    ("được thưởng", "mức chi"),
    ("thưởng tiền", "mức chi"),
    ("khen thưởng", "tiền thưởng"),
    ("biểu mẫu", "mẫu đơn"),
    ("biểu mẫu", "tờ khai"),
    ("nộp", "gửi"),
    ("bỏ", "bãi bỏ"),
    ("bị sửa", "sửa đổi"),
    ("HĐSK", "hội đồng sáng kiến"),
    ("SK", "sáng kiến"),
    ("BN", "bệnh nhân"),
    ("người bệnh", "bệnh nhân"),
    ("THCS", "trung học cơ sở"),
    ("GD&ĐT", "giáo dục"),
    ("SKKN", "sáng kiến"),
    ("sáng kiến kinh nghiệm", "sáng kiến"),
    ("cải tiến", "sáng kiến"),
    ("giấy tờ", "hồ sơ"),
    ("xét duyệt", "xét công nhận"),
    ("cấp 1", "tiểu học"),
    ("cấp 2", "trung học cơ sở"),
    ("cấp 3", "trung học phổ thông"),
    ("THPT", "trung học phổ thông"),
    ("bà bầu", "phụ nữ mang thai"),
    ("cận date", "sắp hết hạn"),
    ("cận hạn", "sắp hết hạn"),
    ("tiêm phòng", "tiêm chủng"),
    ("người ốm", "người bệnh"),
)
# As offices and schools write in short, and readers with them.
_SHORT = (
    ("GV", "giáo viên"),
    ("HS", "học sinh"),
    ("CB", "cán bộ"),
    ("CBCC", "cán bộ công chức"),
    ("CCVC", "công chức viên chức"),
    ("VB", "văn bản"),
    ("KHCN", "khoa học và công nghệ"),
    ("KH&CN", "khoa học và công nghệ"),
    ("TTHC", "thủ tục hành chính"),
    ("TYT", "trạm y tế"),
    ("BV", "bệnh viện"),
    ("CNTT", "công nghệ thông tin"),
    ("SĐT", "số điện thoại"),
    ("ĐT", "điện thoại"),
    ("ĐK", "đăng ký"),
)


@registry.gives_synonyms
def words_of_the_field() -> Iterable[tuple[str, str]]:
    return _SAME + _SHORT


@registry.describes(RegulationIndexPage)
def describe_library(page: RegulationIndexPage) -> Description:
    return hub(
        page,
        ACTS,
        "danh sách kho thư viện văn bản quy định quyết định nghị quyết nghị định "
        "thông tư",
    )


@registry.describes(InitiativeIndexPage)
def describe_showcase(page: InitiativeIndexPage) -> Description:
    return hub(
        page,
        INITIATIVES,
        "danh sách kho sáng kiến giải pháp cách làm hay của giáo viên các trường y tế "
        "nông nghiệp cải cách hành chính miễn phí không tốn tiền",
    )


def with_versions(pages: Iterable[int], on: date) -> Iterable[int]:
    """Acts whose words, as the library has them, some act in force changed by then."""
    effects = (
        RegulationEffect.objects.in_force()
        .filter(target__in=list(pages), effective_on__lte=on, kind__in=TEXT_KINDS)
        .exclude(target__text="")
    )
    return set(effects.values_list("target", flat=True))


_ASKED = phrases_of_services("documents")

registry.add_services(
    Service(
        _("Propose an initiative"),
        _("Send an initiative of your unit to be shown here."),
        "đề xuất gửi nộp giới thiệu đăng sáng kiến của đơn vị xã trường lên cổng "
        "viết dở lưu lại",
        InitiativeIndexPage,
        "gui/",
        asked=_ASKED["propose"],
    ),
    Service(
        _("Say what your unit is looking for"),
        _("Others who have solved it can answer."),
        "đăng gửi nhu cầu cần tìm giải pháp sáng kiến nhờ giúp hỏi đơn vị nào đã giải "
        "quyết được việc vướng khó khăn",
        InitiativeIndexPage,
        "nhu-cau/gui/",
        asked=_ASKED["seek"],
        beside=("InitiativeIndexPage/nhu-cau/", "InitiativeIndexPage/gui/"),
    ),
    Service(
        _("What units are looking for"),
        _("Problems that still want a solution."),
        "bảng nhu cầu các đơn vị đang cần tìm giải pháp gì việc chưa ai giải quyết",
        InitiativeIndexPage,
        "nhu-cau/",
        asked=_ASKED["needs"],
        beside=("InitiativeIndexPage/nhu-cau/gui/", "InitiativeIndexPage/gui/"),
    ),
    Service(
        _("Initiatives by place"),
        _("Where initiatives come from and where they are applied."),
        "xem sáng kiến theo địa bàn xã phường huyện bản đồ nơi nào",
        InitiativeIndexPage,
        "theo-dia-ban/",
        asked=_ASKED["places"],
        beside=("InitiativeIndexPage/nhu-cau/",),
    ),
    Service(
        _("Follow changes of regulations"),
        _("A letter when an act changes."),
        "theo dõi nhận thư email báo khi văn bản thay đổi",
        RegulationIndexPage,
        "theo-doi/",
        asked=_ASKED["follow"],
        beside=(
            "NewsIndexPage/theo-doi/",
            "EventIndexPage/theo-doi/",
            "RegulationIndexPage/chua-co-toan-van/",
        ),
    ),
    Service(
        _("Acts without their text"),
        _("What the library still lacks, and how to help."),
        "văn bản quyết định chưa có toàn văn thiếu nội dung bản quét",
        RegulationIndexPage,
        "chua-co-toan-van/",
        asked=_ASKED["textless"],
        beside=("ask/", "RegulationIndexPage/theo-doi/"),
    ),
)

for action in (
    Action(
        INITIATIVES,
        "ap-dung/",
        _("We apply it too: %(page)s"),
        _("Tell others that your unit does the same, and what came of it."),
        (
            "muon ap dung",
            "xin ap dung",
            "da ap dung",
            "bao ap dung",
            "da dung",
            "da lam",
        ),
    ),
    Action(
        ACTS,
        "so-sanh/",
        _("Compare two days: %(page)s"),
        _("What the text said before and says now, article by article."),
        ("so sanh", "ban cu", "ban moi", "bi sua", "da sua", "thay doi gi", "khac gi"),
        with_versions,
    ),
    Action(
        ACTS,
        "bao-loi/",
        _("Report a mistake: %(page)s"),
        _("Where the text or a status here is wrong."),
        ("bao loi", "bao sai", "nhap sai", "ghi sai", "sai sot", "bi sai"),
    ),
    Action(
        ACTS,
        "theo-doi/",
        _("Follow: %(page)s"),
        _("A letter when this act changes."),
        ("theo doi", "nhan thu", "nhan email", "bao khi"),
    ),
):
    registry.add_action(action)
