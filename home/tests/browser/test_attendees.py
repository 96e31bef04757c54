"""The errands of attendees, on a phone. Numbers are those of docs/journeys.md."""

import re
from typing import NamedTuple

import pytest
from playwright.sync_api import expect

# A form sent sooner than this is taken for a program's.
PAUSE = 2_200
CLASS = "Lớp tại xã Văn Quan"
# What was written to an address, by template.
LETTERS_TO = """
from post_office.models import Email
sent = Email.objects.filter(to="{to}").order_by("pk")
print(*sent.values_list("record__template", flat=True))
"""


@pytest.fixture
def letters_to(served):
    """The templates of the letters to an address, in the order they were written."""

    def ask(address: str) -> list[str]:
        script = LETTERS_TO.format(to=address)
        return served.manage("shell", "--verbosity", "0", "-c", script).split()

    return ask


@pytest.fixture
def conference(served) -> str:
    """The path of an invented conference with one seat."""
    return served.manage("generate_conference", "--capacity", "1").strip()


def register(page, name: str, phone: str, email: str, button: str) -> None:
    """Fill in the form that is open, up to the ticket."""
    page.get_by_label("Họ và tên").fill(name)
    page.get_by_label("Điện thoại").fill(phone)
    page.get_by_label("Cơ quan, đơn vị").fill("Trường minh họa")
    page.get_by_label("Viên chức").check()
    page.get_by_label("Email").fill(email)
    page.get_by_label(re.compile("vào việc tham dự hội nghị này của tôi")).check()
    if (photographs := page.get_by_label(re.compile("có mặt trong ảnh"))).count():
        photographs.check()
    page.wait_for_timeout(PAUSE)
    page.get_by_role("button", name=button).click()
    page.wait_for_url("**/ve/**")


def look_up(page, phone: str, code: str) -> None:
    """With the first form of *Tìm vé của bạn*."""
    page.get_by_label("Điện thoại").first.fill(phone)
    page.get_by_label("Mã vé").fill(code)
    page.get_by_role("button", name="Mở vé").click()


def states(page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


class Attendee(NamedTuple):
    """Somebody invented, and whether the own phone runs scripts."""

    name: str
    number: str
    email: str
    scripts: bool


MAI = Attendee("Vi Thị Mai Mẫu", "0912 000 811", "vi-mai@minhhoa.vn", True)
HOA = Attendee("Vi Thị Hoa Mẫu", "0912 000 812", "vi-hoa@minhhoa.vn", False)


@pytest.mark.parametrize("who", [MAI, HOA], ids=["with JavaScript", "without"])
def test_8_9_14_from_the_search_to_the_eraser(open_page, open_admin, letters_to, who):
    # 8: from the front page's box to a seat, as page, picture, PDF and letter.
    phone = open_page("/", width=360, java_script_enabled=who.scripts)
    phone.locator("main input[type=search]").fill("lớp tập huấn văn quan")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/tim-kiem/**")
    phone.locator("ol.list > li").first.get_by_role("link", name=CLASS).click()
    phone.get_by_role("link", name="Đăng ký tham dự").click()
    register(phone, who.name, who.number, who.email, "Gửi đăng ký")
    states(phone, "Bạn đã có chỗ")
    ticket, main = phone.url, phone.get_by_role("main")
    expect(main).to_contain_text(who.email)
    expect(phone.get_by_role("img", name="Mã QR của vé")).to_be_visible()
    code = phone.locator(".ticket-code").inner_text().split(":")[-1].strip()
    with phone.expect_download() as picture:
        phone.get_by_role("link", name="Lưu vé").click()
    assert picture.value.path().read_bytes().startswith(b"\x89PNG")
    paper = phone.get_by_role("link", name="Vé PDF")
    if paper.count():  # where Pango is installed
        sheet = phone.request.get(ticket.split("/ve/")[0] + paper.get_attribute("href"))
        assert sheet.body().startswith(b"%PDF")

    # 9: the letter is lost. From the footer by number and code, or sent again.
    phone.goto(ticket.split("/ve/")[0])
    phone.get_by_role("contentinfo").get_by_role("link", name="Tìm vé của bạn").click()
    phone.get_by_label("Điện thoại").last.fill(who.number)
    phone.get_by_role("button", name="Gửi lại vé").click()
    expect(main).to_contain_text("Vé đang được gửi lại")
    look_up(phone, who.number, code)
    states(phone, "Bạn đã có chỗ")
    assert phone.url == ticket
    assert letters_to(who.email) == ["events/confirmed"] * 2

    # 14: sees what is kept, takes a consent back, erases everything.
    phone.get_by_role("link", name="Xem và xóa dữ liệu").click()
    expect(main).to_contain_text(who.name)
    phone.get_by_label(re.compile("có mặt trong ảnh")).uncheck()
    phone.get_by_role("button", name="Lưu lựa chọn").click()
    photographs = main.locator("dl > div").filter(has_text="Ảnh và tin bài")
    expect(photographs.filter(has_text="Không đồng ý")).to_have_count(1)
    phone.get_by_role("link", name="Xóa dữ liệu của tôi ngay").click()
    phone.get_by_role("button", name="Có, xóa").click()
    states(phone, "Dữ liệu của vé này đã được xóa")
    expect(main).not_to_contain_text(who.name)

    # Nobody finds them: not by number and code, not the organiser.
    phone.get_by_role("contentinfo").get_by_role("link", name="Tìm vé của bạn").click()
    look_up(phone, who.number, code)
    expect(main).to_contain_text("Không có vé nào")
    desk = open_admin("quantri")
    desk.get_by_role("link", name="Đăng ký hội nghị").first.click()
    desk.get_by_role("link", name=CLASS).first.click()
    desk.get_by_role("main").locator("[name=q]").fill(who.name)
    expect(desk.locator("#listing-results")).to_contain_text("Không có ai phù hợp")


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
def test_10_the_next_in_line_is_told(open_page, conference, letters_to, scripts):
    def phone():
        page = open_page(conference, width=360, java_script_enabled=scripts)
        # The page may be ten seconds old and not know yet that the seat is gone.
        page.get_by_role("link", name=re.compile("^(Đăng ký|Ghi danh)")).first.click()
        return page

    first = phone()
    number = "0912 000 82" if scripts else "0912 000 83"
    waits = f"ly-thu-{number[-1]}@minhhoa.vn"
    register(first, "Vi Văn Thử", f"{number}1", "vi-thu@minhhoa.vn", "Gửi đăng ký")
    states(first, "Bạn đã có chỗ")
    second = phone()
    register(second, "Lý Văn Thử", f"{number}2", waits, "Ghi danh chờ")
    states(second, "Bạn đang trong danh sách chờ")

    first.get_by_role("link", name="Trả lại chỗ").click()
    expect(first.get_by_role("main")).to_contain_text("Người chờ kế tiếp")
    first.get_by_role("button", name="Có, trả lại chỗ").click()
    states(first, "Đăng ký này đã hủy")
    second.reload()
    states(second, "Bạn đã có chỗ")
    assert letters_to(waits) == ["events/waiting", "events/promoted"]
