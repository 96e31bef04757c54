"""The errands of officials in the library, each to what a reader then has.

Numbers are those of docs/journeys.md.
"""

import json

import pytest
from playwright.sync_api import expect

from documents.tests.extraction_files import printed
from home.tests.browser.page_loads import next_document
from portal.tabular import write_csv

HEADINGS = ("Số, ký hiệu", "Trích yếu", "Cơ quan ban hành", "Ngày ban hành")
ISSUER = "UBND tỉnh Lạng Sơn"
LIST = "/admin/regulations/"
TITLE = "Minh họa: quy định quản lý hoạt động sáng kiến ở xã"

# Of the demonstration, and nobody else changes these places of it.
AMENDED = "12/2023/QĐ-MH"
AMENDER = "21/2026/QĐ-MH"
AMENDMENT = f"""\
CƠ QUAN MINH HỌA
Số: {AMENDER}
QUYẾT ĐỊNH
Minh họa: sửa đổi, bổ sung một số điều của Quy chế mẫu ban hành kèm theo \
Quyết định số {AMENDED}
Điều 1. Sửa đổi, bổ sung một số điều của Quy chế mẫu ban hành kèm theo \
Quyết định số {AMENDED}
1. Sửa đổi, bổ sung khoản 3 Điều 4 như sau:
“3. Kết quả được niêm yết tại đơn vị trong hai ngày.”
2. Sửa đổi tên Điều 15d như sau: “Điều 15d. Cùng nhau học hỏi”.
3. Thay thế cụm từ “mỗi quý” bằng cụm từ “mỗi tháng” tại Điều 15.
Điều 2. Quyết định này có hiệu lực từ ngày 01 tháng 10 năm 2026.
"""
NEW_WORDS = ("trong hai ngày", "Cùng nhau học hỏi", "mỗi tháng")

# An act as it is stored, drafts too: its type and its issuers in their order.
STORED = """
import json
from documents.models import RegulationPage
act = RegulationPage.objects.get(symbol="{symbol}").get_latest_revision_as_object()
names = [issuer.abbreviation for issuer in act.issuers]
print(json.dumps([act.type.abbreviation, *names]))
"""


def amendment_pdf() -> dict:
    lines = "".join(f"<p>{line}</p>" for line in AMENDMENT.splitlines())
    content = printed(lines)
    name = "minh-hoa-21-2026.pdf"
    return {"name": name, "mimeType": "application/pdf", "buffer": content}


def table(*rows) -> dict:
    content = write_csv(HEADINGS, rows)
    return {"name": "van-ban.csv", "mimeType": "text/csv", "buffer": content}


def test_20_a_table_is_mended_and_imported_and_its_act_is_read(open_admin, open_page):
    admin = open_admin("quantri")
    admin.get_by_role("link", name="Văn bản", exact=True).click()
    admin.get_by_role("link", name="Nhập từ bảng").click()
    good = ("977/2024/QĐ-UBND", TITLE, ISSUER, "20/5/2024")
    wrong = ("978/2024/QĐ-UBND", TITLE, ISSUER, "31/2/2024")
    field = admin.get_by_label("Tệp có bảng")
    field.set_input_files(table(good, wrong))
    admin.get_by_role("button", name="Chạy thử bảng").click()
    mended = admin.get_by_role("row").filter(has_text="978/2024/QĐ-UBND")
    expect(mended).to_contain_text("Không có ngày như vậy trong lịch.")

    admin.get_by_role("link", name="Tải bảng khác lên").click()
    field.set_input_files(table(good, (*wrong[:3], "28/2/2024")))
    admin.get_by_role("button", name="Chạy thử bảng").click()
    admin.get_by_role("button", name="Nhập và xuất bản 2 dòng").click()
    expect(admin.locator(".messages")).to_contain_text("Đã nhập 2 dòng")

    reader = open_page("/", width=360)
    box = reader.locator("main [name=q]").first
    box.fill("qd 978 2024")
    box.press("Enter")
    reader.get_by_role("link", name="978/2024/QĐ-UBND").first.click()
    expect(reader.locator("h1")).to_contain_text("978/2024/QĐ-UBND")


def choose(admin, button: str, name: str) -> None:
    """A row out of the list that a button of the form opens."""
    admin.get_by_role("button", name=button).click()
    dialog = admin.get_by_role("dialog")
    dialog.get_by_label("Từ khóa tìm kiếm").fill(name)
    dialog.get_by_role("link", name=name, exact=True).click()
    expect(dialog).to_be_hidden()


def attach(admin, file: dict) -> None:
    """A file of the act, uploaded from the form itself."""
    admin.get_by_role("button", name="Thêm Tệp").click()
    admin.get_by_role("button", name="Chọn tệp tài liệu").click()
    dialog = admin.get_by_role("dialog")
    dialog.get_by_role("tab", name="Tải lên").click()
    dialog.get_by_label("Tệp").set_input_files(file)
    dialog.get_by_label("Tiêu đề").fill("Minh họa: bản in")
    dialog.get_by_role("button", name="Tải lên").click()
    expect(dialog).to_be_hidden()


def press(page, name: str) -> None:
    with next_document(page):
        page.get_by_role("button", name=name, exact=True).click()


def words_on(page, day: str) -> str:
    """The act as a reader sees it on a day, chosen on the page itself."""
    page.get_by_label("Ngày khác").fill(day)
    press(page, "Xem")
    return " ".join(page.locator("main").inner_text().split())


def test_20_an_act_from_its_pdf_changes_another_from_its_day(open_admin, open_page):
    admin = open_admin("quantri")
    admin.get_by_role("link", name="Văn bản", exact=True).click()
    admin.get_by_role("link", name="Thêm văn bản").click()
    admin.locator("[name=symbol]").fill(AMENDER)
    admin.locator("[name=title]").fill("Minh họa: sửa đổi quy chế mẫu lần ba")
    choose(admin, "Chọn loại văn bản", "Quyết định")
    choose(admin, "Chọn cơ quan ban hành", "Cơ quan minh họa")
    admin.locator("[name=signed_on]").fill("15/09/2026")
    attach(admin, amendment_pdf())
    admin.get_by_label("Loại tệp").select_option("Bản đã ký")
    press(admin, "Lưu bản nháp")
    press(admin, "Lấy toàn văn từ tệp này")
    expect(admin.locator("main")).to_contain_text("Điều 15d. Cùng nhau học hỏi")
    press(admin, "Đưa vào ô toàn văn")

    admin.get_by_role("link", name="Hiệu lực đề xuất", exact=True).click()
    expect(admin.locator(".change-row")).to_have_count(3)
    press(admin, "Nhận các mục đã chọn")
    expect(admin.locator(".messages")).to_contain_text("3 hiệu lực đã vào bản nháp")
    with next_document(admin):
        admin.get_by_role("link", name="Về trang sửa văn bản").click()
    admin.get_by_role("button", name="Thao tác khác").click()
    press(admin, "Xuất bản")
    expect(admin.locator(".messages")).to_contain_text("Đã xuất bản")

    reader = open_page("/", width=360)
    box = reader.locator("main [name=q]").first
    box.fill("12/2023/QĐ-MH")
    box.press("Enter")
    reader.get_by_role("link", name=AMENDED).first.click()
    before, after = words_on(reader, "30/09/2026"), words_on(reader, "01/10/2026")
    for words in NEW_WORDS:
        assert (words in before, words in after) == (False, True), words


def new_act(admin, symbol: str):
    """A new act with its number typed; answers with what that offers."""
    with next_document(admin):
        admin.get_by_role("link", name="Thêm văn bản").click()
    admin.locator("[name=title]").fill("Minh họa: văn bản có số, ký hiệu gõ tay")
    admin.locator("[name=symbol]").press_sequentially(symbol)
    return admin.get_by_role("group", name="Điền theo số, ký hiệu")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_issuers_of_a_typed_number_are_taken_by_keyboard(open_admin, served, width):
    symbol = f"{width}/2016/TTLT-BKHCN-BNV"
    admin = open_admin("quantri", LIST, width=width)
    offers = new_act(admin, symbol)
    issuers = offers.get_by_role("button", name="Bộ Khoa học và Công nghệ, Bộ Nội vụ")
    expect(issuers).to_be_visible()
    # Nothing is filled in before it is taken.
    for name in ("type", "issuer"):
        assert admin.locator(f"[name={name}]").input_value() == ""
    assert admin.locator("[name=joint_issuers-TOTAL_FORMS]").input_value() == "0"
    issuers.press("Enter")
    # Who has taken one stands at the next, and after the last at the field again.
    kind = offers.get_by_role("button", name="Loại văn bản: Thông tư liên tịch")
    expect(kind).to_be_focused()
    admin.keyboard.press("Enter")
    expect(admin.locator("[name=symbol]")).to_be_focused()
    expect(admin.get_by_role("status").filter(has_text="Đã điền.")).to_be_visible()
    expect(offers).to_be_hidden()
    press(admin, "Lưu bản nháp")
    script = STORED.format(symbol=symbol)
    stored = served.manage("shell", "--verbosity", "0", "-c", script)
    assert json.loads(stored) == ["TTLT", "BKHCN", "BNV"]


def test_what_an_editor_chose_is_not_offered_over(open_admin):
    admin = open_admin("quantri", LIST)
    offers = new_act(admin, "983/2023/QĐ-UBND")
    expect(offers.get_by_role("button")).to_have_count(2)
    choose(admin, "Chọn cơ quan ban hành", "Cơ quan minh họa")
    expect(offers.get_by_role("button")).to_have_count(1)
    expect(offers.get_by_role("button")).to_have_text("Loại văn bản: Quyết định")
    choose(admin, "Chọn loại văn bản", "Quyết định")
    expect(offers).to_be_hidden()
