"""Agencies of the invented conferences; each says so in its name."""

from portal.models import Organisation

ORGANISER = "Ban tổ chức lớp tập huấn (minh họa)"
HELPER = "Trung tâm Văn hóa xã (minh họa)"
INVITED = (
    "Trường Tiểu học Hoa Hồi (minh họa)",
    "Trường THCS Bắc Sườn Núi (minh họa)",
    "Trường THPT Ven Sông (minh họa)",
    "Trạm Y tế xã Đồi Thông (minh họa)",
    "Phòng Kinh tế xã Đồi Thông (minh họa)",
    "Phòng Văn hóa - Xã hội phường Cầu Đá (minh họa)",
    "Hợp tác xã Quả Ngọt (minh họa)",
)


def agency(name: str) -> Organisation:
    """The agency of that name, added when first asked for."""
    found, _made = Organisation.objects.get_or_create(name=name)
    return found


def add_all() -> None:
    for name in (ORGANISER, HELPER, *INVITED):
        agency(name)
