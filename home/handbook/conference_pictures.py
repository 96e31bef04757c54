"""The ways to the pictures about conferences: before, on and after the day."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from home.handbook.ways import action, button, go, link, menu, setting

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

SERIES = "Tập huấn viết và nhân rộng sáng kiến ở cơ sở"
CLASS = "Lớp tại xã Hữu Lũng"
TODAY = "Lớp thứ hai, xã Hữu Lũng"
STEPS = "Các bước của hội nghị"
PLACES = ("Xã Bắc Sơn", "Xã Đình Lập", "Xã Bình Gia")
#: The worker announces within a minute; a busy machine takes longer. Five seconds each.
_MOST_LOOKS = 40


def _class(page: Page) -> None:
    go(page, link(page, "Đăng ký hội nghị"))
    go(page, link(page, CLASS))


def held_elsewhere(page: Page) -> Locator:
    menu(page)
    button(page, "Trang").click()
    for above in ("Trang chủ", "Hội nghị"):
        page.get_by_role("link", name=f"Xem các trang con của “{above}”").click()
    go(page, link(page, SERIES))
    action(page, "Tổ chức ở nơi khác")
    day = timezone.localdate() + timedelta(days=60)
    for number, place in enumerate(PLACES):
        row = page.locator(".desk-places-table tbody tr").nth(number)
        row.get_by_label("Địa phương").select_option(label=place)
        row.get_by_label("Ngày").fill(f"{day + timedelta(days=number):%d/%m/%Y}")
        row.get_by_label("Từ").fill("07:30")
        row.get_by_label("Đến").fill("11:00")
        page.locator("main p:visible").first.click()
        row.get_by_label("Địa điểm").fill("Hội trường trung tâm (minh họa)")
        row.get_by_label("Số chỗ").fill("40")
    page.locator("main p:visible").first.click()
    page.wait_for_timeout(500)
    return button(page, "Thêm và xuất bản")


def held_elsewhere_on_a_phone(page: Page) -> Locator:
    held_elsewhere(page)
    return page.locator(".desk-places-table tbody tr").first


def invitations(page: Page) -> Locator:
    _class(page)
    action(page, "Giấy mời các đơn vị")
    return button(page, "Gửi thư cho các đơn vị đã tích").last


def agencies(page: Page) -> Locator:
    invitations(page)
    go(page, page.get_by_role("link", name="Mời đơn vị"))
    for number in range(5):
        page.locator("[name=agency]").nth(number).check()
    page.get_by_label("Số người mỗi đơn vị được cử").fill("5")
    return button(page, "Mời các đơn vị đã chọn").last


def registrations(page: Page) -> Locator:
    _class(page)
    return page.get_by_role("link", name="Thêm người").first


def registration(page: Page) -> Locator:
    _class(page)
    go(page, page.locator("main tbody a").first)
    return page.get_by_role("button", name="Chuyển sang hội nghị khác").first


def note(page: Page) -> Locator:
    _class(page)
    action(page, "Nhắn mọi người")
    page.get_by_label("Tiêu đề").fill("Mang theo một việc đang vướng")
    page.get_by_label("Nội dung").fill(
        "Kính gửi {họ tên}, lớp học bắt đầu lúc {giờ}. Vé của bạn: {liên kết vé}"
    )
    return button(page, "Xem trước thư")


def export(page: Page) -> Locator:
    _class(page)
    action(page, "Chọn cột để tải về")
    return button(page, "Tải về dạng Excel")


def announcement(page: Page) -> Locator:
    go(page, page.get_by_role("link", name="Báo cho họ"))
    return button(page, "Báo cho họ")


def calls(page: Page) -> Locator:
    """Has everybody told first: who has no address then stands on the list."""
    page.goto(page.url)
    if page.get_by_role("link", name="Báo cho họ").count():
        go(page, announcement(page))
        page.goto(f"{page.url.partition('/admin/')[0]}/admin/")
    _class(page)
    action(page, "Danh sách gọi điện")
    called = page.get_by_role("button", name=re.compile("^Đánh dấu đã báo cho"))
    for _minute in range(_MOST_LOOKS):
        if called.count():
            break
        page.wait_for_timeout(5_000)
        page.reload()
    return called.first


def steps(page: Page) -> Locator:
    """Of the class that is held on the day the demonstration was made."""
    menu(page)
    go(page, link(page, "Đăng ký hội nghị"))
    go(page, page.get_by_role("row", name=TODAY).get_by_role("link", name=STEPS))
    return page.get_by_role("link", name="Mở bàn đón tiếp").first


def door(page: Page) -> Locator:
    go(page, steps(page))
    return page.get_by_role("link", name="Quét mã vé").first


def attendance(page: Page) -> Locator:
    steps(page)
    go(page, page.get_by_role("link", name="Điểm danh và chốt"))
    return button(page, "Chốt điểm danh")


def assignment(page: Page) -> Locator:
    setting(page, "Cài đặt", "Người phụ trách hội nghị")
    go(page, page.get_by_role("link", name=re.compile("^Người tổ chức")))
    return button(page, "Lưu phân công")


def letters(page: Page) -> Locator:
    """Has an agency invited by letter first: then there is one on the list."""
    invitations(page)
    address = page.get_by_label(re.compile("^Địa chỉ thư điện tử của")).first
    address.fill("van-thu@minh-hoa.vn")
    go(page, button(page, "Lưu địa chỉ").last)
    go(page, page.get_by_role("button", name=re.compile("^Gửi thư")))
    setting(page, "Báo cáo", "Thư gửi")
    return page.get_by_role("cell", name="Chờ gửi").first
