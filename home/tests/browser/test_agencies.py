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
# A conference of its own, which no other test postpones, and one invitation to it.
INVITE = """
from django.utils import timezone
from events.demo.generation import add_conference
from events.models import EventIndexPage, Invitation
from portal.models import Organisation
now = timezone.now()
event = add_conference(EventIndexPage.objects.first(), capacity=40, now=now)
event.title = "{title}"
event.save_revision().publish()
agency = Organisation.objects.get(name__startswith="{agency}")
Invitation.objects.create(event=event, organisation=agency, quota=12, created_at=now)
"""
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
    file = folder / "danh sách của trường.xlsx"
    file.write_bytes(workbook(("TRƯỜNG MINH HỌA",), (), HEADINGS, *rows))
    page.get_by_label("Tệp danh sách").set_input_files(file)
    page.get_by_role("button", name="Tải lên và xem trước").click()


def confirm(page) -> None:
    """Declare that everybody was told, and save what the screen shows."""
    page.get_by_label(re.compile("^Từng người trong danh sách này đã được")).check()
    page.get_by_role("button", name="Xác nhận").click()
    expect(page.get_by_role("heading", name="Đã lưu danh sách")).to_be_visible()


def mend(page, person: str):
    """The fields of one row that has a mistake."""
    return page.get_by_role("group", name=re.compile(f": {person}$"))


def open_list(page, title: str) -> None:
    """From the menu to who is registered."""
    page.get_by_role("link", name="Đăng ký hội nghị").first.click()
    page.get_by_role("link", name=title).first.click()


@pytest.mark.skipif(not pdf.available(), reason="Pango is not installed")
@pytest.mark.parametrize(
    ("agency", "scripts"),
    # The columns of a list are remembered: each time another school.
    [("Trường THPT Ven Sông", True), ("Trường THCS Bắc Sườn Núi", False)],
    ids=["with JavaScript", "without"],
)
def test_11_an_offices_own_list(
    open_admin, open_page, served, tmp_path, agency, scripts
):
    title = f"Lớp có đoàn của {agency} (minh họa)"
    invite = INVITE.format(title=title, agency=agency)
    served.manage("shell", "--verbosity", "0", "-c", invite)
    desk = open_admin("quantri")
    open_list(desk, title)
    desk.get_by_role("button", name="Thao tác", exact=True).first.click()
    desk.get_by_role("link", name="Giấy mời các đơn vị").click()
    link = desk.get_by_label(re.compile(f"^Liên kết của {agency}")).input_value()

    # The clerk opens the link of the official letter; two columns are unknown here.
    path = link.removeprefix(served.url)
    clerk = open_page(path, width=360, java_script_enabled=scripts)
    upload(clerk, tmp_path, *PEOPLE)
    clerk.get_by_label("Máy riêng").select_option(label="Điện thoại")
    clerk.get_by_label("Chức danh nghề").select_option(label="Chức vụ")
    clerk.get_by_role("button", name="Xem lại danh sách").click()

    # Three cells are mended on the screen; until then nothing was saved.
    expect(clerk.get_by_role("main")).to_contain_text("Chưa có gì được lưu")
    mend(clerk, "Lương Thị Họa").get_by_label("Điện thoại").fill("0912 100 002")
    group = mend(clerk, "Nông Thị Mô").get_by_label("Nhóm đối tượng")
    group.select_option(label="Viên chức")
    mend(clerk, "Vy Văn").get_by_label("Họ và tên").fill("Vy Văn Phác")
    confirm(clerk)

    # All tickets are one file, and one message tells the group.
    with clerk.expect_download() as download:
        clerk.get_by_role("link", name="Tải tất cả vé").click()
    reader = PdfReader(io.BytesIO(download.value.path().read_bytes()))
    sheets = [" ".join(sheet.extract_text().split()) for sheet in reader.pages]
    assert len(sheets) == 2
    assert all(any(name in sheet for sheet in sheets) for name in ALL)
    message = clerk.locator("#loi-nhan-doan").inner_text()
    assert all(name in message for name in ALL)
    assert f"{served.url}/ve/" in message

    # A week later: one has another number, two are missing, of whom one leaves, one is
    # new. The columns are known by now.
    clerk.goto(link)
    later = [PEOPLE[0], PEOPLE[2][:4] + ("Viên chức",)]
    later += [(*PEOPLE[1][:3], "0912 100 222", PEOPLE[1][4])]
    later += [("Triệu Thị", "Xuân", "Giáo viên", "0912 100 006", "Viên chức")]
    upload(clerk, tmp_path, *later)
    expect(clerk.locator(".delegation-changed")).to_contain_text("0912 100 222")
    clerk.get_by_label("Hoàng Văn Páo").check()
    confirm(clerk)
    expect(clerk.locator(".members")).to_contain_text("Vy Văn Phác")

    # The organiser has them as they are now.
    open_list(desk, title)
    for person, phone in (("Triệu Thị Xuân", "006"), ("Lương Thị Họa", "222")):
        desk.get_by_role("main").locator("[name=q]").fill(person)
        expect(desk.get_by_role("row", name=person)).to_contain_text(
            f"0912 100 {phone}"
        )
