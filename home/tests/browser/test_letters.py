"""Invitations, messages and lists that leave the house, each to who then has it.

Numbers are those of docs/journeys.md.
"""

import json
import re
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

PLACES = ("Xã Bắc Sơn", "Xã Đình Lập", "Xã Bình Gia")
SERIES = "Tập huấn viết và nhân rộng sáng kiến ở cơ sở"
# The letters of a template by address: as they wait, else as they were written to
# the folder that stands for the mail server here.
LETTERS = """
import email, email.policy, json
from pathlib import Path
from django.conf import settings
from post_office.models import Email
rows = Email.objects.filter(record__template="{template}").exclude(to="")
found = {{row.to[0]: row.message for row in rows}}
subjects = {{row.to[0]: row.subject for row in rows}}
for file in Path(settings.EMAIL_FILE_PATH).glob("*.log"):
    for text in file.read_text().split("-" * 79):
        letter = email.message_from_bytes(
            text.strip().encode(), policy=email.policy.default)
        to = letter["To"]
        subject = " ".join(str(letter["Subject"]).split())
        if found.get(to) == "" and subject == subjects[to]:
            found[to] = letter.get_body(["plain"]).get_content()
print(json.dumps(found))
"""
# What the worker does every minute, at once.
TELL = """
from django.utils import timezone
from events.jobs import tell_announcements
tell_announcements(timezone.now())
"""
# The public form of the district's conference, and of its first answer.
FORM_OF = """
import json
from events.models import EventPage
event = EventPage.objects.get(slug="lop-xa-huu-lung")
print(json.dumps(event.get_url()))
"""
# A form sent sooner than this is taken for a program's.
PAUSE = 2_200


def shell(served, script: str) -> str:
    return served.manage("shell", "--verbosity", "0", "-c", script)


def letters(served, template: str) -> dict[str, str]:
    """What was written, by address."""
    return json.loads(shell(served, LETTERS.format(template=template)))


def action(page, name: str) -> None:
    page.get_by_role("button", name="Thao tác", exact=True).first.click()
    page.get_by_role("link", name=name).first.click()


def test_22_three_communes_published_and_five_agencies_invited(
    served, open_admin, open_page
):
    # From the menu on a phone to the series, held in three communes more.
    page = open_admin("quantri", width=390)
    page.get_by_role("button", name="Ẩn/hiện thanh bên").first.click()
    page.get_by_role("button", name="Trang", exact=True).click()
    # The screen beneath may name the series too.
    pages = page.locator(".c-page-explorer__drawer")
    for above in ("Trang chủ", "Hội nghị"):
        pages.get_by_role("link", name=f"Xem các trang con của “{above}”").click()
    pages.get_by_role("link", name=SERIES, exact=True).click()
    action(page, "Tổ chức ở nơi khác")
    day = timezone.localdate() + timedelta(days=60)
    for number, place in enumerate(PLACES, 1):
        row = page.locator(".desk-places-table tbody tr").nth(number - 1)
        row.get_by_label("Địa phương").select_option(label=place)
        held_on = row.get_by_label("Ngày")
        held_on.click()
        calendar = page.locator(".xdsoft_datetimepicker:visible")
        expect(calendar).to_have_count(1)
        held_on.fill(f"{day + timedelta(days=number):%d/%m/%Y}")
        # It lies over what is below until one looks elsewhere.
        page.locator("main p:visible").first.click()
        expect(calendar).to_have_count(0)
        row.get_by_label("Địa điểm").fill(f"Hội trường {place.lower()}")
        row.get_by_label("Số chỗ").fill("40")
    page.get_by_role("button", name="Thêm và xuất bản").click()
    expect(page.locator(".messages")).to_contain_text("3 hội nghị")

    # Five agencies of the first are invited, each letter or link from one screen.
    place = PLACES[0].lower()
    row = page.get_by_role("row").filter(has_text=f"Lớp tại {place}")
    row.get_by_role("link", name="Đăng ký").click()
    action(page, "Giấy mời các đơn vị")
    page.get_by_role("link", name="Mời đơn vị").first.click()
    for number in range(5):
        page.locator("[name=agency]").nth(number).check()
    page.get_by_role("button", name="Mời các đơn vị đã chọn").click()
    fields = page.get_by_label(re.compile("^Địa chỉ thư điện tử của"))
    expect(fields).to_have_count(5)
    agencies = page.locator("a.name").all_inner_texts()
    for number in range(4):
        fields.nth(number).fill(f"don-vi-{number}@minh-hoa.vn")
    page.get_by_role("button", name="Lưu địa chỉ").last.click()
    page.get_by_role("button", name="Gửi thư cho các đơn vị đã tích").click()
    expect(page.locator(".messages")).to_contain_text("Đang gửi thư tới 4 đơn vị")
    expect(page.locator(".desk-facts")).to_contain_text("1 đơn vị chưa có địa chỉ")
    last = page.locator(".desk-table tbody tr").nth(4)
    last.get_by_text("Lời nhắn Zalo").click()
    words = last.locator("textarea").input_value()
    sheet = page.get_by_role("link", name="Tờ liên kết (PDF)").get_attribute("href")
    paper = page.request.get(served.url + sheet, timeout=120_000)
    assert paper.body().startswith(b"%PDF")

    # A clerk opens the link of the letter: the own agency's form and no other's.
    sent = letters(served, "events/invitation")
    texts = {agencies[n]: sent[f"don-vi-{n}@minh-hoa.vn"] for n in range(4)}
    texts[agencies[4]] = words
    links = {
        name: re.findall(r"/dang-ky-doan/[\w-]+/", text) for name, text in texts.items()
    }
    assert len({link for found in links.values() for link in found}) == len(agencies)
    for name in (agencies[0], agencies[4]):
        clerk = open_page(links[name][0], width=390)
        expect(clerk.locator("main")).to_contain_text(name)
        # One place is said once.
        assert f"Hội trường {place}, {PLACES[0]}" not in clerk.content()
        others = [links[other][0] for other in agencies if other != name]
        assert not [link for link in others if link in clerk.content()]

    # And readers find all three.
    reader = open_page("/su-kien/", width=390)
    for each in PLACES:
        assert f"Lớp tại xã {each.removeprefix('Xã ')}" in reader.inner_text("main")


def test_23_writes_to_some_and_exports_answers_and_consents(
    served, open_admin, open_page
):
    # Somebody registers, answers a question and agrees to photographs.
    reader = open_page(json.loads(shell(served, FORM_OF)), width=390)
    reader.get_by_role("link", name="Đăng ký tham dự").first.click()
    reader.get_by_label("Họ và tên").fill("Lương Thị Thư Mẫu")
    reader.get_by_label("Điện thoại").fill("0912 000 923")
    reader.get_by_label("Cơ quan, đơn vị").fill("Trường minh họa")
    reader.get_by_label("Viên chức").check()
    reader.get_by_label("Email").fill("luong@minh-hoa.vn")
    reader.get_by_label("Nhiều lần").check()
    reader.get_by_label(re.compile("vào việc tham dự hội nghị này")).check()
    reader.get_by_label(re.compile("ảnh", re.IGNORECASE)).first.check()
    reader.wait_for_timeout(PAUSE)
    reader.get_by_role("button", name="Gửi đăng ký").click()
    reader.wait_for_url("**/ve/**")
    ticket = re.search(r"/ve/[\w-]+/", reader.url)[0]

    # The organiser writes to those who answered so, and sees the letter first.
    page = open_admin("huulung")
    page.get_by_role("link", name="Đăng ký hội nghị").first.click()
    page.wait_for_url("**/admin/hoi-nghi/")
    page.get_by_role("link", name="Lớp tại xã Hữu Lũng").first.click()
    action(page, "Nhắn mọi người")
    page.get_by_label("Câu trả lời cho câu hỏi riêng").select_option(
        label="Bạn đã từng nộp hồ sơ sáng kiến chưa?: Nhiều lần"
    )
    page.get_by_label("Tiêu đề").fill("Xin chia sẻ")
    page.get_by_label("Nội dung").fill("Riêng ")
    page.get_by_role("button", name="{họ tên}", exact=True).click()
    page.get_by_role("button", name="Xem trước thư").click()
    expect(page.locator("main")).to_contain_text("1 người sẽ nhận")
    expect(page.locator(".desk-letter")).to_contain_text("Riêng Lương Thị Thư Mẫu")
    assert ticket not in page.content()
    page.get_by_role("button", name="Gửi cho 1 người").click()
    expect(page.locator(".messages")).to_contain_text("1 người")
    shell(served, TELL)
    sent = letters(served, "events/note")
    assert set(sent) == {"luong@minh-hoa.vn"}
    assert "Riêng Lương Thị Thư Mẫu" in sent["luong@minh-hoa.vn"]
    assert ticket in sent["luong@minh-hoa.vn"]

    # And takes the list out with answers, e-mail and consents.
    action(page, "Chọn cột để tải về")
    for column in ("Thư điện tử", "Bạn đã từng nộp hồ sơ sáng kiến chưa?"):
        page.get_by_label(column, exact=True).check()
    page.get_by_label("Đồng ý: Ảnh và tin bài", exact=True).check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải về dạng CSV").click()
    lines = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    (line,) = [one for one in lines if "Lương Thị Thư Mẫu" in one]
    assert line.endswith("luong@minh-hoa.vn,Có,Nhiều lần")
