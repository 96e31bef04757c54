"""The errands of agencies' clerks. Numbers are those of docs/journeys.md."""

import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from portal import pdf
from portal.tests.tabular.files import workbook

#: As a school keeps its list: the name over two columns, and a heading of its own.
HEADINGS = ("TT", "Họ đệm", "Tên", "Chức danh nghề", "Máy riêng", "Nhóm")
PEOPLE = (
    ("Nông Thị Bích", "Diệp", "Giáo viên", "0912 100 001", "Viên chức"),
    ("Lương Thị", "Họa", "Giáo viên", "0912 100", "Viên chức"),
    ("Nông Thị", "Mô", "Kế toán", "0912 100 003", "Nhóm khác hẳn"),
    ("Vy Văn", "", "Văn thư", "0912 100 004", "Viên chức"),
    ("Hoàng Văn", "Páo", "Giáo viên", "0912 100 005", "Viên chức"),
)
ALL = (
    "Nông Thị Bích Diệp",
    "Lương Thị Họa",
    "Nông Thị Mô",
    "Hoàng Văn Páo",
    "Vy Văn Phác",
)


def upload(page, folder: Path, *people: tuple[str, ...]) -> None:
    """Choose a file of these people and send it."""
    rows = [(number, *person) for number, person in enumerate(people, 1)]
    file = folder / "danh sach cu di.xlsx"
    file.write_bytes(workbook(("TRƯỜNG MINH HỌA",), (), HEADINGS, *rows))
    page.get_by_label("Tệp danh sách").set_input_files(file)
    page.get_by_role("button", name="Tải lên và xem lại").click()


@pytest.mark.skipif(not pdf.available(), reason="Pango is not installed")
def test_11_an_offices_own_list(open_admin, open_page, tmp_path):
    desk = open_admin("huulung")
    desk.get_by_role("link", name="Đăng ký hội nghị").first.click()
    desk.get_by_role("link", name="Lớp tại xã Hữu Lũng").first.click()
    conference = desk.url
    desk.get_by_role("button", name="Thao tác", exact=True).first.click()
    desk.get_by_role("link", name="Giấy mời các đơn vị").click()
    link = desk.get_by_role("textbox", name=re.compile("Liên kết")).first.input_value()

    # The clerk opens the link of the official letter.
    clerk = open_page("/" + link.split("/", 3)[3], width=360)
    upload(clerk, tmp_path, *PEOPLE)
    clerk.get_by_label("Máy riêng").select_option(label="Điện thoại")
    clerk.get_by_label("Chức danh nghề").select_option(label="Chức vụ")
    clerk.get_by_role("button", name="Xem lại danh sách").click()

    # Three cells are mended on the screen, and nothing was saved before.
    clerk.get_by_role("group", name="Lương Thị Họa").get_by_label("Điện thoại").fill(
        "0912 100 002"
    )
    clerk.get_by_role("group", name="Nông Thị Mô").get_by_label("Nhóm").select_option(
        label="Viên chức"
    )
    clerk.get_by_role("group", name="Vy Văn").get_by_label("Họ và tên").fill(
        "Vy Văn Phác"
    )
    clerk.get_by_label(re.compile("đã được cho biết|đồng ý")).check()
    clerk.get_by_role("button", name="Xác nhận").click()
    expect(clerk.get_by_role("heading", name="Đã lưu danh sách")).to_be_visible()

    # All tickets are one file, and one message tells the group.
    with clerk.expect_download() as download:
        clerk.get_by_role("link", name="Tải tất cả vé").click()
    reader = PdfReader(io.BytesIO(download.value.path().read_bytes()))
    sheets = [" ".join(sheet.extract_text().split()) for sheet in reader.pages]
    assert len(sheets) == 2
    assert all(any(name in sheet for sheet in sheets) for name in ALL)
    message = clerk.locator("#loi-nhan-doan").inner_text()
    assert all(name in message for name in ALL)
    assert "/ve/" in message

    # A week later: one has another number, one is gone, one is new.
    clerk.goto(link)
    later = [PEOPLE[0], (*PEOPLE[1][:3], "0912 100 222", PEOPLE[1][4])]
    later += [("Triệu Thị", "Xuân", "Giáo viên", "0912 100 006", "Viên chức")]
    upload(clerk, tmp_path, *later)
    expect(clerk.get_by_text("0912 100 222")).to_be_visible()
    clerk.get_by_label("Hoàng Văn Páo").check()
    clerk.get_by_label(re.compile("đã được cho biết|đồng ý")).check()
    clerk.get_by_role("button", name="Xác nhận").click()
    expect(clerk.get_by_role("heading", name="Đã lưu danh sách")).to_be_visible()

    # The organiser has them.
    desk.goto(conference)
    people = desk.locator("main")
    for name in ("Triệu Thị Xuân", "Lương Thị Họa"):
        desk.get_by_role("searchbox").or_(desk.get_by_label("Tìm")).first.fill(name)
        desk.keyboard.press("Enter")
        expect(people).to_contain_text(name)
