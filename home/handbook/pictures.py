"""Which pictures the handbook has, and the way to each through the admin.

The ways use the words on the screens: a label that has changed stops the command, and
the handbook's text is then to be mended too.
"""

from __future__ import annotations

import re
import secrets
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING

from django.utils import timezone
from PIL import Image

from home.handbook.camera import Shot
from portal.demo.drawings import DRAWINGS
from portal.tabular import write_csv

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

WAITING = "Minh họa: mẹo ghi số đo trước khi làm thử"
SENT_BACK = "Minh họa: chọn ảnh cho bài viết về sáng kiến"
SERIES = "Tập huấn viết và nhân rộng sáng kiến ở cơ sở"
CLASS = "Lớp tại xã Hữu Lũng"
PLACES = ("Xã Bắc Sơn", "Xã Đình Lập", "Xã Bình Gia")
ACT = "07/2024/QĐ-MH"
PHONE = 390
#: The worker announces within a minute; a busy machine takes longer. Five seconds each.
_MOST_LOOKS = 40

_HEADINGS = ("Số, ký hiệu", "Trích yếu", "Cơ quan ban hành", "Ngày ban hành")
_ROWS = (
    ("981/2024/QĐ-UBND", "Minh họa: một quy định", "UBND tỉnh Lạng Sơn", "20/5/2024"),
    ("982/2024/QĐ-UBND", "Minh họa: ngày ghi sai", "UBND tỉnh Lạng Sơn", "31/2/2024"),
)


def _button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def _link(page: Page, name: str) -> Locator:
    return page.get_by_role("link", name=name, exact=True)


def _go(page: Page, locator: Locator) -> None:
    with page.expect_navigation():
        locator.first.click()
    page.wait_for_load_state("load")
    page.wait_for_timeout(600)


def _more(page: Page) -> None:
    """Open the menu beside the main button of a form."""
    page.locator("footer").get_by_role("button", name="Thao tác khác").click()


def _action(page: Page, name: str) -> None:
    _button(page, "Thao tác").first.click()
    _go(page, page.get_by_role("link", name=name))


def _news(page: Page) -> None:
    _button(page, "Trang").click()
    _go(page, _link(page, "Tin tức"))


def _class(page: Page) -> None:
    _go(page, _link(page, "Đăng ký hội nghị"))
    _go(page, _link(page, CLASS))


def _setting(page: Page, menu: str, name: str) -> None:
    _button(page, menu).click()
    _go(page, _link(page, name))


def today(page: Page) -> Locator:
    return _link(page, "Đọc bài đầu")


def today_on_a_phone(page: Page) -> Locator:
    return page.get_by_role("button", name="Ẩn/hiện thanh bên").first


def new_article(page: Page) -> Locator:
    _news(page)
    return page.get_by_role("link", name="Thêm trang con").first


def submit_article(page: Page) -> Locator:
    _news(page)
    _go(page, page.get_by_role("link", name="Thêm trang con"))
    page.locator("[name=title]").fill("Minh họa: buổi tập huấn ở Đình Lập")
    page.locator("[name=summary]").fill("Một buổi học viết báo cáo sáng kiến.")
    _more(page)
    return _button(page, "Gửi duyệt theo Duyệt tin bài")


def _drawing() -> bytes:
    """A picture that is not on the portal yet: a double is asked about."""
    out = BytesIO()
    with Image.open(BytesIO(DRAWINGS["hall"].content())) as hall:
        left = secrets.randbelow(200)
        hall.crop((left, 0, left + 1400, 900)).save(out, "WEBP", quality=70)
    return out.getvalue()


def picture_form(page: Page) -> Locator:
    _go(page, _link(page, "Hình ảnh"))
    _go(page, page.get_by_role("link", name="Thêm hình ảnh"))
    page.locator("input[type=file]").set_input_files(
        {"name": "hoi-truong.webp", "mimeType": "image/webp", "buffer": _drawing()}
    )
    described = page.locator("main form [name$=description]")
    described.fill("Hình vẽ minh họa: đại biểu ngồi kín hội trường, một người giơ tay.")
    return described


def sent_back(page: Page) -> Locator:
    _go(page, page.get_by_role("link", name="Sửa bài"))
    return page.locator(".messages li").first


def scheduled(page: Page) -> Locator:
    _go(page, page.get_by_role("link", name="Sửa bài"))
    _button(page, "Ẩn/hiện trạng thái").click()
    _button(page, "Đặt lịch đăng").click()
    dialog = page.get_by_role("dialog")
    hour = timezone.localtime() + timedelta(days=1)
    field = dialog.locator("[name=go_live_at]")
    field.fill(f"{hour:%d/%m/%Y} 07:00")
    dialog.get_by_role("heading").first.click()
    page.wait_for_timeout(400)
    return field


def imported_article(page: Page) -> Locator:
    _go(page, _link(page, "Nhập bài"))
    return page.locator("main input[type=file]")


def guide(page: Page) -> Locator:
    _button(page, "Trang").click()
    _go(page, _link(page, "Hướng dẫn từng bước"))
    _go(page, page.locator("main tbody a").first)
    return page.get_by_label("Việc cần làm").first


def act_number(page: Page) -> Locator:
    _go(page, _link(page, "Văn bản"))
    _go(page, page.get_by_role("link", name=ACT))
    return page.locator("[name=symbol]")


def act_effect(page: Page) -> Locator:
    act_number(page)
    return page.locator("[name=effects-0-review]")


def table(page: Page) -> Locator:
    _go(page, _link(page, "Văn bản"))
    _go(page, _link(page, "Nhập từ bảng"))
    return _button(page, "Chạy thử bảng")


def table_with_a_mistake(page: Page) -> Locator:
    press = table(page)
    content = write_csv(_HEADINGS, _ROWS)
    page.get_by_label("Tệp có bảng").set_input_files(
        {"name": "van-ban.csv", "mimeType": "text/csv", "buffer": content}
    )
    _go(page, press)
    return page.locator(".import-cell--wrong").first


def approval(page: Page) -> Locator:
    _go(page, page.get_by_role("link", name=WAITING))
    _more(page)
    return _button(page, "Duyệt kèm ghi chú")


def question(page: Page) -> Locator:
    _go(page, page.get_by_role("link", name="Trả lời", exact=True))
    page.get_by_label("Trả lời ngắn").fill("Ghi đủ cả hai tên và phần đóng góp.")
    return _button(page, "Trả lời chính thức")


def needs(page: Page) -> Locator:
    _go(page, _link(page, "Bảng nhu cầu"))
    return page.locator("main tbody a").first


def data_request(page: Page) -> Locator:
    _go(page, _link(page, "Yêu cầu về dữ liệu"))
    _go(page, page.get_by_role("link", name="Ghi nhận yêu cầu"))
    return _button(page, "Ghi nhận")


def held_elsewhere(page: Page) -> Locator:
    if page.viewport_size and page.viewport_size["width"] == PHONE:
        page.get_by_role("button", name="Ẩn/hiện thanh bên").first.click()
    _button(page, "Trang").click()
    for above in ("Trang chủ", "Hội nghị"):
        page.get_by_role("link", name=f"Xem các trang con của “{above}”").click()
    _go(page, _link(page, SERIES))
    _action(page, "Tổ chức ở nơi khác")
    day = timezone.localdate() + timedelta(days=60)
    for number, place in enumerate(PLACES):
        row = page.locator(".desk-places-table tbody tr").nth(number)
        row.get_by_label("Địa phương").select_option(label=place)
        row.get_by_label("Ngày").fill(f"{day + timedelta(days=number):%d/%m/%Y}")
        page.locator("main p:visible").first.click()
        row.get_by_label("Địa điểm").fill("Hội trường trung tâm (minh họa)")
        row.get_by_label("Số chỗ").fill("40")
    page.locator("main p:visible").first.click()
    page.wait_for_timeout(500)
    return _button(page, "Thêm và xuất bản")


def held_elsewhere_on_a_phone(page: Page) -> Locator:
    held_elsewhere(page)
    return page.locator(".desk-places-table tbody tr").first.get_by_label("Địa phương")


def invitations(page: Page) -> Locator:
    _class(page)
    _action(page, "Giấy mời các đơn vị")
    return _button(page, "Gửi thư cho các đơn vị đã tích").last


def agencies(page: Page) -> Locator:
    invitations(page)
    _go(page, page.get_by_role("link", name="Mời đơn vị"))
    for number in range(5):
        page.locator("[name=agency]").nth(number).check()
    page.get_by_label("Số người mỗi đơn vị được cử").fill("5")
    return _button(page, "Mời các đơn vị đã chọn").last


def registrations(page: Page) -> Locator:
    _class(page)
    return page.get_by_role("link", name="Thêm người").first


def registration(page: Page) -> Locator:
    _class(page)
    _go(page, page.locator("main tbody a").first)
    return page.get_by_role("button", name="Chuyển sang hội nghị khác").first


def note(page: Page) -> Locator:
    _class(page)
    _action(page, "Nhắn mọi người")
    page.get_by_label("Tiêu đề").fill("Mang theo một việc đang vướng")
    page.get_by_label("Nội dung").fill(
        "Kính gửi {họ tên}, lớp học bắt đầu lúc {giờ}. Vé của bạn: {liên kết vé}"
    )
    return _button(page, "Xem trước thư")


def export(page: Page) -> Locator:
    _class(page)
    _action(page, "Chọn cột để tải về")
    return _button(page, "Tải về dạng Excel")


def announcement(page: Page) -> Locator:
    _go(page, page.get_by_role("link", name="Báo cho họ"))
    return _button(page, "Báo cho họ")


def calls(page: Page) -> Locator:
    """Has everybody told first: who has no address then stands on the list."""
    page.goto(page.url)
    if page.get_by_role("link", name="Báo cho họ").count():
        _go(page, announcement(page))
        page.goto(f"{page.url.partition('/admin/')[0]}/admin/")
    _class(page)
    _action(page, "Danh sách gọi điện")
    called = page.get_by_role("button", name=re.compile("^Đánh dấu đã báo cho"))
    for _minute in range(_MOST_LOOKS):
        if called.count():
            break
        page.wait_for_timeout(5_000)
        page.reload()
    return called.first


def new_user(page: Page) -> Locator:
    _setting(page, "Cài đặt", "Người dùng")
    _go(page, page.get_by_role("link", name="Thêm người dùng"))
    return page.get_by_role("tab", name="Vai trò").first


def assignment(page: Page) -> Locator:
    _setting(page, "Cài đặt", "Người phụ trách hội nghị")
    _go(page, page.get_by_role("link", name=re.compile("^Người tổ chức")))
    return _button(page, "Lưu phân công")


def letters(page: Page) -> Locator:
    """Has an agency invited by letter first: then there is one on the list."""
    invitations(page)
    address = page.get_by_label(re.compile("^Địa chỉ thư điện tử của")).first
    address.fill("van-thu@minh-hoa.vn")
    _go(page, _button(page, "Lưu địa chỉ").last)
    _go(page, page.get_by_role("button", name=re.compile("^Gửi thư")))
    _setting(page, "Báo cáo", "Thư gửi")
    return page.locator("main tbody tr").first


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
    Shot("to-chuc-noi-khac", ADMIN, held_elsewhere, height=1100),
    Shot("to-chuc-noi-khac-dien-thoai", ADMIN, held_elsewhere_on_a_phone, PHONE, 800),
    Shot("moi-don-vi", ADMIN, agencies),
    Shot("giay-moi", ADMIN, invitations),
    Shot("dang-ky", ORGANISER, registrations),
    Shot("dang-ky-nguoi", ADMIN, registration),
    Shot("nhan-tin", ORGANISER, note, height=1080),
    Shot("xuat", ORGANISER, export, height=900),
    Shot("phu-trach", ADMIN, assignment),
    Shot("nguoi-dung", ADMIN, new_user),
    Shot("thu-gui", ADMIN, letters, height=480),
    Shot("bao-tin", ORGANISER, announcement),
    Shot("goi-dien", ORGANISER, calls),
)
