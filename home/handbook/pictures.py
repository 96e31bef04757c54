"""Which pictures the handbook has, and the way to each through the admin.

The ways use the words on the screens: a label that has changed stops the command, and
the handbook's text is then to be mended too.
"""

from __future__ import annotations

import secrets
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING

from django.utils import timezone
from PIL import Image

from home.handbook import conference_pictures as conferences
from home.handbook.camera import Shot
from home.handbook.ways import PHONE, button, go, link, more, setting
from portal.demo.drawings import DRAWINGS
from portal.tabular import write_csv

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

WAITING = "Minh họa: mẹo ghi số đo trước khi làm thử"
SENT_BACK = "Minh họa: chọn ảnh cho bài viết về sáng kiến"
ACT = "07/2024/QĐ-MH"

_HEADINGS = ("Số, ký hiệu", "Trích yếu", "Cơ quan ban hành", "Ngày ban hành")
_ROWS = (
    ("981/2024/QĐ-UBND", "Minh họa: một quy định", "UBND tỉnh Lạng Sơn", "20/5/2024"),
    ("982/2024/QĐ-UBND", "Minh họa: ngày ghi sai", "UBND tỉnh Lạng Sơn", "31/2/2024"),
)


def _news(page: Page) -> None:
    button(page, "Trang").click()
    go(page, link(page, "Tin tức"))


def today(page: Page) -> Locator:
    return link(page, "Đọc bài đầu")


def today_on_a_phone(page: Page) -> Locator:
    return page.get_by_role("button", name="Ẩn/hiện thanh bên").first


def new_article(page: Page) -> Locator:
    _news(page)
    return page.get_by_role("link", name="Thêm trang con").first


def submit_article(page: Page) -> Locator:
    _news(page)
    go(page, page.get_by_role("link", name="Thêm trang con"))
    page.locator("[name=title]").fill("Minh họa: buổi tập huấn ở Đình Lập")
    page.locator("[name=summary]").fill("Một buổi học viết báo cáo sáng kiến.")
    more(page)
    return button(page, "Gửi duyệt theo Duyệt tin bài")


def _drawing() -> bytes:
    """A picture that is not on the portal yet: a double is asked about."""
    out = BytesIO()
    with Image.open(BytesIO(DRAWINGS["hall"].content())) as hall:
        left = secrets.randbelow(200)
        hall.crop((left, 0, left + 1400, 900)).save(out, "WEBP", quality=70)
    return out.getvalue()


def picture_form(page: Page) -> Locator:
    go(page, link(page, "Hình ảnh"))
    go(page, page.get_by_role("link", name="Thêm hình ảnh"))
    page.locator("input[type=file]").set_input_files(
        {"name": "hoi-truong.webp", "mimeType": "image/webp", "buffer": _drawing()}
    )
    described = page.locator("main form [name$=description]")
    described.fill("Hình vẽ minh họa: đại biểu ngồi kín hội trường, một người giơ tay.")
    return described


def sent_back(page: Page) -> Locator:
    go(page, page.get_by_role("link", name="Sửa bài"))
    return page.locator(".messages li").first


def scheduled(page: Page) -> Locator:
    go(page, page.get_by_role("link", name="Sửa bài"))
    button(page, "Ẩn/hiện trạng thái").click()
    button(page, "Đặt lịch đăng").click()
    dialog = page.get_by_role("dialog")
    hour = timezone.localtime() + timedelta(days=1)
    field = dialog.locator("[name=go_live_at]")
    field.fill(f"{hour:%d/%m/%Y} 07:00")
    dialog.get_by_role("heading").first.click()
    page.wait_for_timeout(400)
    return field


def imported_article(page: Page) -> Locator:
    go(page, link(page, "Nhập bài"))
    return page.locator("main input[type=file]")


def guide(page: Page) -> Locator:
    button(page, "Trang").click()
    go(page, link(page, "Hướng dẫn từng bước"))
    go(page, page.locator("main tbody a").first)
    return page.get_by_label("Việc cần làm").first


def act_number(page: Page) -> Locator:
    go(page, link(page, "Văn bản"))
    go(page, page.get_by_role("link", name=ACT))
    return page.locator("[name=symbol]")


def act_effect(page: Page) -> Locator:
    act_number(page)
    return page.locator("[name=effects-0-review]")


def table(page: Page) -> Locator:
    go(page, link(page, "Văn bản"))
    go(page, link(page, "Nhập từ bảng"))
    return button(page, "Chạy thử bảng")


def table_with_a_mistake(page: Page) -> Locator:
    press = table(page)
    content = write_csv(_HEADINGS, _ROWS)
    page.get_by_label("Tệp có bảng").set_input_files(
        {"name": "van-ban.csv", "mimeType": "text/csv", "buffer": content}
    )
    go(page, press)
    return page.locator(".import-cell--wrong").first


def approval(page: Page) -> Locator:
    go(page, page.get_by_role("link", name=WAITING))
    more(page)
    return button(page, "Duyệt kèm ghi chú")


def question(page: Page) -> Locator:
    go(page, page.get_by_role("link", name="Trả lời", exact=True))
    page.get_by_label("Trả lời ngắn").fill("Ghi đủ cả hai tên và phần đóng góp.")
    return button(page, "Trả lời chính thức")


def needs(page: Page) -> Locator:
    go(page, link(page, "Bảng nhu cầu"))
    return page.locator("main tbody a").first


def data_request(page: Page) -> Locator:
    go(page, link(page, "Yêu cầu về dữ liệu"))
    go(page, page.get_by_role("link", name="Ghi nhận yêu cầu"))
    return button(page, "Ghi nhận")


def new_user(page: Page) -> Locator:
    setting(page, "Cài đặt", "Người dùng")
    go(page, page.get_by_role("link", name="Thêm người dùng"))
    return page.get_by_role("tab", name="Vai trò").first


ADMIN, EDITOR, MODERATOR, ORGANISER = "quantri", "bientap", "duyet", "huulung"

#: In this order: the last ones change what the others show.
SHOTS = (
    Shot("viec-hom-nay", MODERATOR, today),
    Shot("viec-hom-nay-dien-thoai", ORGANISER, today_on_a_phone, PHONE, 700),
    Shot("viet-bai-them", EDITOR, new_article, height=560),
    Shot("viet-bai-gui-duyet", EDITOR, submit_article),
    Shot("anh-mo-ta", EDITOR, picture_form),
    Shot("bai-tra-lai", EDITOR, sent_back, height=560),
    Shot("hen-gio", EDITOR, scheduled),
    Shot("nhap-bai", EDITOR, imported_article),
    Shot("huong-dan", EDITOR, guide),
    Shot("van-ban-so", EDITOR, act_number),
    Shot("van-ban-tac-dong", EDITOR, act_effect),
    Shot("nhap-bang", ADMIN, table),
    Shot("nhap-bang-loi", ADMIN, table_with_a_mistake),
    Shot("duyet-nut", MODERATOR, approval),
    Shot("cau-hoi", MODERATOR, question),
    Shot("nhu-cau", MODERATOR, needs, height=480),
    Shot("yeu-cau", MODERATOR, data_request, height=900),
    Shot("to-chuc-noi-khac", ADMIN, conferences.held_elsewhere, height=1100),
    Shot(
        "to-chuc-noi-khac-dien-thoai",
        ADMIN,
        conferences.held_elsewhere_on_a_phone,
        PHONE,
        800,
    ),
    Shot("moi-don-vi", ADMIN, conferences.agencies),
    Shot("giay-moi", ADMIN, conferences.invitations),
    Shot("dang-ky", ORGANISER, conferences.registrations),
    Shot("dang-ky-nguoi", ADMIN, conferences.registration),
    Shot("nhan-tin", ORGANISER, conferences.note, height=1080),
    Shot("xuat", ORGANISER, conferences.export, height=900),
    Shot("cac-buoc", ORGANISER, conferences.steps, height=900),
    Shot("ban-don-tiep", ORGANISER, conferences.door, PHONE, 760),
    Shot("diem-danh", ORGANISER, conferences.attendance),
    Shot("phu-trach", ADMIN, conferences.assignment),
    Shot("nguoi-dung", ADMIN, new_user),
    Shot("thu-gui", ADMIN, conferences.letters, height=480),
    Shot("bao-tin", ORGANISER, conferences.announcement),
    Shot("goi-dien", ORGANISER, conferences.calls),
)
