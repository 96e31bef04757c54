"""What search knows besides pages: words for one thing, and what can be done."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from documents.models import InitiativeIndexPage, RegulationIndexPage
from portal.search import registry
from portal.search.registry import Service

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
)


@registry.gives_synonyms
def words_of_the_field() -> Iterable[tuple[str, str]]:
    return _SAME


@registry.gives_services
def services() -> Iterable[Service]:
    """What can be done with initiatives and acts beside reading them."""
    if index := InitiativeIndexPage.objects.live().public().first():
        url = index.get_url() or ""
        yield Service(
            _("Propose an initiative"),
            f"{url}gui/",
            _("Send an initiative of your unit to be shown here."),
            "đề xuất gửi nộp giới thiệu đăng sáng kiến của đơn vị xã trường lên cổng "
            "viết dở lưu lại",
        )
        yield Service(
            _("Say what your unit is looking for"),
            f"{url}nhu-cau/gui/",
            _("Others who have solved it can answer."),
            "đăng gửi nhu cầu cần tìm giải pháp sáng kiến nhờ giúp",
        )
        yield Service(
            _("What units are looking for"),
            f"{url}nhu-cau/",
            _("Problems that still want a solution."),
            "bảng nhu cầu các đơn vị đang cần tìm giải pháp gì",
        )
        yield Service(
            _("Initiatives by place"),
            f"{url}theo-dia-ban/",
            _("Where initiatives come from and where they are applied."),
            "xem sáng kiến theo địa bàn xã phường huyện bản đồ",
        )
    if library := RegulationIndexPage.objects.live().public().first():
        url = library.get_url() or ""
        yield Service(
            _("Follow changes of regulations"),
            f"{url}theo-doi/",
            _("A letter when an act changes."),
            "theo dõi nhận thư email báo khi văn bản thay đổi",
        )
