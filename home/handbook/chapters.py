"""Which chapters there are, for whom, and in which order."""

from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.organising.permissions import runs_conferences
from home.setup import EDITORS, MODERATORS


class Role(TextChoices):
    """Whose errand a chapter tells; the order in which they stand."""

    EVERYBODY = "moi-nguoi", _("For everybody who signs in")
    EDITOR = "bien-tap-vien", _("Editors")
    MODERATOR = "nguoi-duyet", _("Moderators")
    ORGANISER = "nguoi-to-chuc", pgettext_lazy("role", "Organisers")
    ADMINISTRATOR = "quan-tri", _("Administrators")


@dataclass(frozen=True, slots=True)
class Chapter:
    """One errand from its beginning to its end; the slug names template and address."""

    slug: str
    title: str
    role: Role

    @property
    def template(self) -> str:
        return f"home/handbook/chapters/{self.slug}.html"


def _of(role: Role, *chapters: tuple[str, str]) -> tuple[Chapter, ...]:
    return tuple(Chapter(slug, title, role) for slug, title in chapters)


CHAPTERS: tuple[Chapter, ...] = (
    *_of(
        Role.EVERYBODY,
        ("vao-trang-quan-tri", "Vào trang quản trị và xem việc hôm nay"),
    ),
    *_of(
        Role.EDITOR,
        ("viet-bai", "Viết một bài và gửi duyệt"),
        ("anh", "Đưa ảnh vào bài, kèm mô tả thay ảnh"),
        ("bai-bi-tra-lai", "Sửa bài bị trả lại"),
        ("hen-gio-dang", "Hẹn giờ đăng bài"),
        ("nhap-bai", "Lập bản nháp từ tệp Word hoặc trang đã lưu"),
        ("huong-dan-bieu-mau", "Trang hướng dẫn từng bước và biểu mẫu"),
        ("van-ban", "Đưa một văn bản vào thư viện, ghi nó làm gì với văn bản khác"),
        ("nhap-van-ban-tu-bang", "Nhập nhiều văn bản từ một bảng"),
    ),
    *_of(
        Role.MODERATOR,
        ("duyet-bai", "Duyệt bài hoặc trả lại"),
        ("tra-loi-cau-hoi", "Trả lời câu hỏi của bạn đọc"),
        ("viec-sang-kien", "Nhu cầu, đơn vị áp dụng và sáng kiến gửi đến"),
        ("yeu-cau-du-lieu", "Yêu cầu về dữ liệu cá nhân"),
    ),
    *_of(
        Role.ORGANISER,
        ("lap-chuoi-hoi-nghi", "Lập chương trình hội nghị và tổ chức ở nhiều nơi"),
        ("moi-co-quan", "Mời cơ quan bằng thư, liên kết, Zalo hoặc tờ giấy"),
        ("duyet-dang-ky", "Duyệt, thêm, xếp chỗ và chuyển người đăng ký"),
        ("nhan-tin", "Nhắn tin cho người đăng ký"),
        ("xuat-danh-sach", "Xuất danh sách người đăng ký"),
        ("ngay-hoi-nghi", "Ngày họp: đón tiếp, chốt điểm danh, báo cáo"),
        ("hoan-hoi-nghi", "Hoãn, hủy hội nghị và gọi cho người không có email"),
    ),
    *_of(
        Role.ADMINISTRATOR,
        ("giao-phu-trach", "Thêm tài khoản và giao người phụ trách hội nghị"),
        ("trong-coi-cong", "Thư không gửi được, tìm không thấy, sao lưu"),
    ),
)

_BY_SLUG = {chapter.slug: chapter for chapter in CHAPTERS}


def chapter(slug: str) -> Chapter | None:
    return _BY_SLUG.get(slug)


def roles_of(user: Any) -> tuple[Role, ...]:
    """What the user is on the portal, whoever else they may be besides."""
    if user.is_superuser:
        return (Role.ADMINISTRATOR,)
    groups = set(user.groups.values_list("name", flat=True))
    found = [Role.EDITOR] if EDITORS in groups else []
    found += [Role.MODERATOR] if MODERATORS in groups else []
    found += [Role.ORGANISER] if runs_conferences(user) else []
    return tuple(found)


def by_role(own: tuple[Role, ...]) -> list[tuple[Role, list[Chapter]]]:
    """All chapters; what everybody needs first, then the own roles, then the others."""
    order = sorted(Role, key=lambda role: (role != Role.EVERYBODY, role not in own))
    return [(role, [one for one in CHAPTERS if one.role == role]) for role in order]
