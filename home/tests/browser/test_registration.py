"""From the list of conferences to a ticket, a colleague, and the next in line."""

import re

import pytest
from playwright.sync_api import expect

# A form sent sooner than this is taken for a program's.
PAUSE = 2_200
TAKES_PART = re.compile("vào việc tham dự hội nghị này của tôi")
COLLEAGUE_AGREES = re.compile("Đồng nghiệp của tôi đã đọc")


@pytest.fixture
def conference(served) -> str:
    """The path of an invented conference with one seat."""
    return served.manage("generate_conference", "--capacity", "1").strip()


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without"])
def open_phone(request, open_page):
    """Open a path on a phone of 360 px: each call is somebody else's."""

    def visit(path: str):
        return open_page(path, width=360, java_script_enabled=request.param)

    return visit


def fill_in(page, name: str, phone: str, agrees=TAKES_PART) -> None:
    page.get_by_label("Họ và tên").fill(name)
    page.get_by_label("Điện thoại").fill(phone)
    page.get_by_label("Cơ quan, đơn vị").fill("Trường minh họa")
    page.get_by_label("Viên chức").check()
    page.get_by_label(agrees).check()


def register(page, name: str, phone: str, button: str) -> str:
    """Fill in the form that is open; return the address of the ticket."""
    fill_in(page, name, phone)
    page.wait_for_timeout(PAUSE)
    page.get_by_role("button", name=button).click()
    page.wait_for_url("**/ve/**")
    return page.url


def test_the_whole_path(open_phone, conference, portal_url):
    """Nobody calls anybody, and the seat ends with the next in line."""
    first = open_phone("/su-kien/")
    first.locator(f"a[href$='{conference}']").first.click()
    first.get_by_role("link", name="Đăng ký tham dự").click()
    ticket = register(first, "Vi Thị Mẫu", "0912 000 001", "Gửi đăng ký")
    assert heading(first) == "Bạn đã có chỗ"
    assert "Vi Thị Mẫu" in words(first)
    assert first.get_by_role("img", name="Mã QR của vé").is_visible()

    second = open_phone(conference)
    # The page may be ten seconds old and not know yet that the seat is gone.
    link = re.compile("^(Đăng ký tham dự|Ghi danh chờ)$")
    second.get_by_role("link", name=link).first.click()
    waiting = register(second, "Lý Văn Thử", "0912 000 002", "Ghi danh chờ")
    assert heading(second) == "Bạn đang trong danh sách chờ"
    assert "đứng đầu danh sách chờ" in words(second)

    first.get_by_role("link", name="Đồng nghiệp đi thay").click()
    fill_in(first, "Nông Văn Ví", "0912 000 003", COLLEAGUE_AGREES)
    first.get_by_role("button", name="Chuyển chỗ").click()
    first.get_by_role("link", name="Mở vé mới").click()
    assert heading(first) == "Bạn đã có chỗ"
    assert "Nông Văn Ví" in words(first)
    old = open_phone(ticket.removeprefix(portal_url))
    assert heading(old) == "Vé này không còn giá trị"
    assert "Nông Văn Ví" not in words(old)

    first.get_by_role("link", name="Trả lại chỗ").click()
    first.get_by_role("button", name="Có, trả lại chỗ").click()
    assert heading(first) == "Đăng ký này đã hủy"
    second.goto(waiting)
    assert heading(second) == "Bạn đã có chỗ"


def test_a_form_with_mistakes_says_so_where_they_are(open_phone, conference):
    page = open_phone(f"{conference}dang-ky/")
    page.get_by_label("Điện thoại").fill("0912")
    page.get_by_role("button", name="Gửi đăng ký").click()
    page.get_by_role("group", name="cần sửa").wait_for()
    assert page.title().startswith("Lỗi: ")
    summary = page.get_by_role("group", name="cần sửa")
    assert summary.evaluate("summary => summary === document.activeElement")
    assert summary.get_by_role("link").count() >= 4
    assert page.get_by_label("Điện thoại").input_value() == "0912"
    summary.get_by_role("link").first.click()
    assert page.get_by_label("Họ và tên").evaluate("it => it.matches(':focus')")


def test_a_form_whose_network_goes_is_kept_and_sent_later(open_page, conference):
    """Neither is lost: what was typed, and that somebody else took the only seat."""
    page = open_page(f"{conference}dang-ky/", width=360)
    fill_in(page, "Hoàng Thị Mạng", "0912 000 011")
    page.wait_for_timeout(PAUSE)
    button = page.get_by_role("button", name="Gửi đăng ký")
    said = page.locator(".say")

    # The phone says that it is connected, and nothing arrives.
    page.context.route("**/*", lambda route: route.abort("connectionreset"))
    button.click()
    expect(said).to_contain_text("Chưa gửi được")
    page.context.unroute("**/*")
    page.context.set_offline(True)
    button.click()
    expect(said).to_contain_text("chưa có mạng")

    other = open_page(f"{conference}dang-ky/", width=360)
    register(other, "Lý Văn Nhanh", "0912 000 012", "Gửi đăng ký")
    assert heading(other) == "Bạn đã có chỗ"

    page.context.set_offline(False)
    expect(said).to_contain_text("Đã có mạng trở lại")
    assert page.get_by_label("Họ và tên").input_value() == "Hoàng Thị Mạng"
    button.click()
    page.wait_for_url("**/ve/**")
    assert heading(page) == "Bạn đang trong danh sách chờ"


def heading(page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def words(page) -> str:
    return page.get_by_role("main").inner_text()


def test_a_word_without_end_leaves_the_form_on_the_screen(open_phone, conference):
    """What is quoted back, above the form and in its choices, is broken."""
    page = open_phone(f"{conference}dang-ky/")
    fill_in(page, "x" * 300, "0912 345 699")
    page.wait_for_timeout(PAUSE)
    with page.expect_navigation():
        page.get_by_role("button", name="Gửi đăng ký").click()
    expect(page.locator(".error-summary")).to_contain_text("Xxxxx")
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_back_and_send_again_is_one_registration(open_phone, served):
    """The browser draws the form anew, with the old words and another key."""
    path = served.manage("generate_conference", "--capacity", "9").strip()
    phone = open_phone(f"{path}dang-ky/")
    ticket = register(phone, "Vi Thị Mẫu", "0912 000 009", "Gửi đăng ký")
    phone.go_back()
    if not phone.get_by_label("Họ và tên").input_value():
        fill_in(phone, "Vi Thị Mẫu", "0912 000 009")
    phone.wait_for_timeout(PAUSE)
    phone.get_by_role("button", name="Gửi đăng ký").click()
    phone.wait_for_url(f"{ticket}?da=*")
    assert "không giữ thêm chỗ nào" in words(phone)
