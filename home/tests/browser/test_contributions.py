"""What units send to the showcase, in a browser: without a script, and by axe."""

import re

import pytest

from home.tests.browser.test_registration import PAUSE
from home.tests.browser.test_registration_axe import sound

START = "/sang-kien/gui/"
BOARD = "/sang-kien/nhu-cau/"
TO_ORGANISER = "Gửi ban quản trị"
PDF = {
    "name": "Mẫu phiếu.pdf",
    "mimeType": "application/pdf",
    "buffer": b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF",
}


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without"])
def open_phone(request, open_page):
    def visit(path: str):
        return open_page(path, width=360, java_script_enabled=request.param)

    return visit


@pytest.fixture(scope="session")
def initiative(portal_url) -> str:
    """The path of a demonstration initiative."""
    import urllib.request

    with urllib.request.urlopen(f"{portal_url}/sang-kien.json") as answer:
        return re.search(r"/sang-kien/[\w-]+/", answer.read().decode())[0]


def press(page, name: str, *, pause: int = 0) -> None:
    page.wait_for_timeout(pause)
    page.get_by_role("button", name=name, exact=True).click()
    page.wait_for_load_state()


def begin(page) -> str:
    """Press "begin" on the first page; the address of the proposal."""
    press(page, "Bắt đầu", pause=PAUSE)
    page.wait_for_url(re.compile("/sang-kien/gui/[^/]+/$"))
    return page.url


def heading(page) -> str:
    return page.locator("h1").inner_text()


def told(page) -> str:
    """What the page says was done."""
    return page.locator(".status[role=status] h2").inner_text()


def test_a_unit_says_it_applies_an_initiative(open_phone, initiative):
    page = open_phone(initiative)
    page.get_by_role("link", name="Đơn vị tôi muốn áp dụng / đã áp dụng").click()
    page.wait_for_url("**/ap-dung/")
    press(page, TO_ORGANISER, pause=PAUSE)
    assert page.title().startswith("Lỗi: ")
    page.locator(".error-summary a").first.click()
    page.get_by_label("Đã áp dụng").check()
    page.get_by_label("Tên đơn vị của bạn").fill("Trường minh họa")
    page.get_by_label("Họ và tên của bạn").fill("Hoàng Thị Mẫu")
    page.get_by_role("textbox", name="Điện thoại").fill("0912 345 678")
    page.get_by_label(re.compile("Tôi đồng ý để họ tên")).check()
    press(page, TO_ORGANISER, pause=PAUSE)
    assert told(page) == "Đã nhận nội dung bạn gửi"


def test_a_unit_posts_a_need(open_phone):
    page = open_phone(BOARD)
    page.get_by_role("link", name="Nêu nhu cầu").first.click()
    page.wait_for_url("**/nhu-cau/gui/")
    page.get_by_label("Bạn cần tìm cách gì").fill("Cách giữ mạ qua đợt rét")
    page.get_by_label("Điều đang vướng").fill("Mạ chết rét hai vụ liền.")
    page.get_by_label("Lĩnh vực").select_option(label="Nông nghiệp và môi trường")
    page.get_by_label("Tên đơn vị của bạn").fill("Hợp tác xã minh họa")
    page.get_by_label("Họ và tên của bạn").fill("Vi Văn Mẫu")
    page.get_by_role("textbox", name="Email").fill("mau@example.vn")
    page.get_by_label(re.compile("Tôi đồng ý để họ tên")).check()
    press(page, TO_ORGANISER, pause=PAUSE)
    assert told(page) == "Đã nhận nội dung bạn gửi"


def test_a_need_leads_to_an_initiative_that_may_help(open_phone):
    page = open_phone(BOARD)
    page.locator(".row-title a").first.click()
    page.wait_for_url(re.compile(r"/nhu-cau/\d+/$"))
    page.locator(".section .row-title a").first.click()
    page.wait_for_url(re.compile("/sang-kien/[a-z][^/]+/$"))


def test_the_whole_proposal(open_phone, portal_url):
    """Half on one phone, the rest on another, then sent."""
    page = open_phone(START)
    address = begin(page).removeprefix(portal_url)
    page.get_by_role("link", name="Sáng kiến và đơn vị của bạn").click()
    page.get_by_label("Tên sáng kiến").fill("Phiếu nhắc việc theo màu (minh họa)")
    page.get_by_label("Lĩnh vực").select_option(label="Y tế")
    page.get_by_label("Giải pháp quản lý").check()
    page.get_by_label("Tên đơn vị của bạn").fill("Trạm Y tế minh họa")
    page.get_by_label("Ngày áp dụng lần đầu").fill("05/09/2023")
    press(page, "Lưu và tiếp tục")
    page.get_by_label("Họ và tên").fill("Lý Thị Mẫu")
    page.get_by_label("Tỷ lệ đóng góp").fill("60")
    press(page, "Thêm tác giả")
    second = page.get_by_role("group", name="Tác giả 2")
    second.get_by_label("Họ và tên").fill("Nông Văn Ví")
    press(page, "Lưu, để sau viết tiếp")
    assert told(page) == "Đã lưu"

    page = open_phone(address)
    assert page.locator(".parts .s-part").inner_text() == "Cần sửa"
    page.get_by_role("link", name="Tác giả và tỷ lệ đóng góp").click()
    second = page.get_by_role("group", name="Tác giả 2")
    second.get_by_label("Tỷ lệ đóng góp").fill("40")
    press(page, "Lưu và tiếp tục")
    page.get_by_label("Điều chưa ổn trước đây").fill("Quên việc.")
    press(page, "Lưu và tiếp tục")
    page.get_by_label("Sáng kiến trong ba câu").fill("Quên việc. Dán màu. Hết quên.")
    page.get_by_label("Cách làm").fill("Dán màu theo ngày.")
    press(page, "Lưu và tiếp tục")
    page.get_by_label("Loại lợi ích").select_option(label="Tiết kiệm thời gian")
    page.get_by_label("Điều được đo hoặc tốt lên").fill("Phút tìm việc")
    press(page, "Lưu và tiếp tục")
    page.get_by_label("Phù hợp với").fill("Trạm y tế xã.")
    press(page, "Lưu và tiếp tục")
    page.get_by_label("Đơn vị công nhận").fill("Trung tâm Y tế minh họa")
    page.get_by_label("Ngày ra quyết định").fill("20/05/2024")
    press(page, "Lưu và tiếp tục")
    page.get_by_label("Họ và tên").fill("Lý Thị Mẫu")
    page.get_by_role("textbox", name="Điện thoại").fill("0912 345 678")
    page.get_by_label(re.compile("Tôi đồng ý để họ tên")).check()
    press(page, "Lưu và tiếp tục")
    assert heading(page) == "Tệp"
    page.get_by_label("Tệp").set_input_files(PDF)
    press(page, "Thêm tệp", pause=PAUSE)
    assert "Mẫu phiếu.pdf" in page.locator(".parts").inner_text()
    page.get_by_role("link", name="Quay lại bản đề xuất").click()
    page.get_by_role("link", name="Xem lại và gửi").click()
    page.get_by_label(re.compile("đúng sự thật")).check()
    press(page, "Gửi đề xuất", pause=PAUSE)
    assert told(page) == "Đã gửi: người duyệt đang xem"


def test_a_file_that_is_too_large_is_not_chosen(open_page):
    page = open_page(START, width=360)
    page.goto(f"{begin(page)}tep/")
    field = page.get_by_label("Tệp")
    field.set_input_files(PDF | {"buffer": b"0" * 11_534_336})
    told_beside = page.get_by_role("alert")
    assert "Tệp này có 11 MB" in told_beside.inner_text()
    assert field.evaluate("one => one.files.length") == 0
    field.set_input_files(PDF)
    assert told_beside.count() == 0


def test_axe_on_what_a_reader_meets(open_page, initiative):
    for path in (START, BOARD, f"{BOARD}gui/", f"{initiative}ap-dung/"):
        sound(open_page(path, width=320))
    page = open_page(BOARD, width=320)
    page.locator(".row-title a").first.click()
    page.wait_for_load_state()
    sound(page)


def test_axe_on_forms_with_mistakes(open_page, initiative):
    for path in (f"{BOARD}gui/", f"{initiative}ap-dung/"):
        page = open_page(path, width=320)
        press(page, TO_ORGANISER, pause=PAUSE)
        assert page.title().startswith("Lỗi: ")
        sound(page)


def test_axe_on_every_part_of_a_proposal(open_page):
    page = open_page(START, width=320)
    address = begin(page)
    sound(page)
    parts = page.locator(".parts a").evaluate_all("all => all.map(a => a.href)")
    for part in parts:
        page.goto(part)
        sound(page)
        if not part.endswith("/tep/"):
            press(page, "Lưu và tiếp tục")
            assert page.title().startswith("Lỗi: ")
            sound(page)
    for rest in ("", "xoa/"):
        page.goto(address + rest)
        sound(page)
