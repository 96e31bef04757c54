"""After the day: the attendee's evening, the organiser's, and the news of it.

Numbers are those of docs/journeys.md. The classes are those of the demonstration.
"""

import io
import json
import re

import pytest
from docx import Document
from playwright.sync_api import expect

from home.tests.browser.looks import faults
from home.tests.browser.test_editors import decide, more, submit

HELD = "Lớp thứ nhất, xã Hữu Lũng"
EVENING = "Lớp thứ hai, xã Hữu Lũng"
# Somebody who was there and has not answered yet, one who agreed to be looked up.
PRESENT = """
import json
from events.models import Certificate, EventPage, SurveyReply
event = EventPage.objects.get(slug="lop-thu-nhat-xa-huu-lung")
rows = Certificate.objects.of_event(event).valid().filter(
    registration__survey_reply=None, registration__scans__part="1-pm")
one = rows.filter(registration__consents__purpose="certificate",
    registration__consents__given=True).first() or rows.first()
print(json.dumps({"ticket": one.registration.token, "number": one.number,
    "name": one.name, "event": event.pk}))
"""
# The class at the door is over since yesterday.
OVER = """
from datetime import timedelta
from django.utils import timezone
from events.models import EventPage
event = EventPage.objects.get(slug="lop-thu-hai-xa-huu-lung")
event.starts_on = event.ends_on = timezone.localdate() - timedelta(days=1)
event.closes_at -= timedelta(days=2)
event.save_revision().publish()
print(event.pk)
"""


def shell(served, script: str):
    return json.loads(served.manage("shell", "--verbosity", "0", "-c", script))


@pytest.fixture(scope="module")
def somebody(served) -> dict:
    return shell(served, PRESENT)


def test_13_the_certificate_is_checked_materials_read_questions_answered(
    served, open_page, open_admin, somebody
):
    ticket = open_page(f"/ve/{somebody['ticket']}/", width=360)
    expect(ticket.locator("main")).to_contain_text(somebody["number"])
    paper = ticket.get_by_role("link", name="Giấy chứng nhận PDF")
    if paper.count():
        answer = ticket.request.get(served.url + paper.get_attribute("href"))
        assert answer.body().startswith(b"%PDF")

    # Whoever is shown the paper checks it: real, and nobody's whole name.
    ticket.get_by_role("link", name="Kiểm tra giấy chứng nhận").click()
    employer = open_page(ticket.url.removeprefix(served.url), width=360)
    check = employer.get_by_role("textbox")
    check.fill(somebody["number"].replace("/", " - ").lstrip("0"))
    employer.get_by_role("button", name="Kiểm tra", exact=True).click()
    said = employer.locator("main")
    expect(said).to_contain_text(somebody["number"])
    expect(said).to_contain_text("hồ sơ sáng kiến")
    expect(said).not_to_contain_text(somebody["name"])
    employer.get_by_role("textbox").fill("9999/2026")
    employer.get_by_role("button", name="Kiểm tra", exact=True).click()
    expect(said).to_contain_text("Sai số")

    # The materials are on the page of the class.
    ticket.go_back()
    ticket.get_by_role("link", name="Chương trình, bản đồ và tài liệu").first.click()
    file = ticket.get_by_role("link", name=re.compile("tự kiểm")).first
    answer = ticket.request.get(served.url + file.get_attribute("href"))
    assert answer.ok
    assert answer.body().startswith(b"PK")
    ticket.go_back()

    # Three questions; the organiser has the answer, and nobody's name.
    results = f"/admin/hoi-nghi/{somebody['event']}/phieu-hoi/"
    organiser = open_admin("huulung", results)
    expect(organiser.locator(".desk-facts")).to_contain_text("21 trên 33")
    ticket.get_by_role("link", name="Trả lời", exact=True).click()
    ticket.get_by_label("Dùng được ngay").check()
    assert faults(ticket) == []
    ticket.locator("textarea").fill("Minh họa: xin thêm ví dụ.")
    ticket.get_by_role("button", name="Gửi trả lời").click()
    ticket.wait_for_url(f"**/ve/{somebody['ticket']}/**")
    expect(ticket.get_by_role("link", name="Trả lời", exact=True)).to_have_count(0)
    organiser.reload()
    expect(organiser.locator(".desk-facts")).to_contain_text("22 trên 33")
    assert somebody["name"] not in organiser.content()


def to_path(page) -> None:
    page.get_by_role("link", name="Các bước của hội nghị").last.click()
    expect(page.locator(".path-next")).to_be_visible()


def step(page, name: str):
    return page.locator(".path > li", has=page.locator("b", has_text=name))


def test_25_one_screen_leads_from_the_paper_to_the_report(
    served, open_admin, open_page
):
    served.manage("shell", "--verbosity", "0", "-c", OVER)
    page = open_admin("huulung")
    row = page.locator(".errands-rows > li", has_text="chưa chốt điểm danh")
    expect(row).to_contain_text(EVENING)
    row.get_by_role("link", name="Chốt điểm danh").click()

    # One signed whom nobody scanned; then the number is closed, once for all.
    page.get_by_role("link", name="Điểm danh theo tờ đã ký").click()
    page.locator("[name=signed]:not(:checked)").first.check()
    for _sheet in range(9):
        if not page.get_by_role("button", name="Lưu, sang tờ sau").count():
            break
        submit(page, "Lưu, sang tờ sau")
    submit(page, "Lưu tờ này")
    expect(page.locator(".desk-tallies")).to_contain_text("19 có mặt")
    submit(page, "Chốt điểm danh")
    to_path(page)
    expect(step(page, "Điểm danh")).to_contain_text("19 người có mặt")

    # The certificates are given to the nineteen, numbers going on from the last.
    step(page, "Giấy chứng nhận").get_by_role("link").click()
    page.get_by_role("link", name="Nội dung giấy chứng nhận").first.click()
    page.locator("[name=signer_title]").fill("Trưởng ban tổ chức (minh họa)")
    page.locator("[name=signer]").fill("Nông Thị Mẫu (minh họa)")
    submit(page, "Lưu")
    submit(page, "Cấp 19 giấy chứng nhận")
    number = page.locator(".desk-table td b").last.inner_text()
    to_path(page)
    expect(step(page, "Giấy chứng nhận")).to_have_class(re.compile("is-done"))

    # The report says the same number, and is done once it was taken out.
    step(page, "Báo cáo kết quả").get_by_role("link").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải báo cáo").click()
    raw = download.value.path().read_bytes()
    words = "\n".join(line.text for line in Document(io.BytesIO(raw)).paragraphs)
    assert "có mặt 19 người" in words
    to_path(page)
    expect(step(page, "Báo cáo kết quả")).to_have_class(re.compile("is-done"))
    expect(step(page, "Tin bài")).to_contain_text("Biên tập viên soạn tin")

    # Somebody else confirms a certificate by its number.
    other = open_page("/chung-nhan/", width=360)
    other.get_by_role("textbox").fill(number)
    other.get_by_role("button", name="Kiểm tra", exact=True).click()
    expect(other.locator("main")).to_contain_text(EVENING)


def test_19_the_news_of_a_conference_from_its_facts(open_admin, open_page):
    editor = open_admin("bientap")
    row = editor.locator(".errands-rows > li", has_text="Hội nghị đã")
    link = row.get_by_role("link", name=HELD)
    (link if link.count() else row.get_by_role("link").first).click()
    editor.wait_for_load_state("networkidle")
    editor.get_by_role("button", name="Thao tác", exact=True).first.click()
    editor.get_by_role("link", name="Soạn tin").first.click()
    expect(editor.locator(".news-draft")).to_contain_text("33 người dự")
    submit(editor, "Tạo bản nháp")
    title = editor.locator("[name=title]").input_value()
    more(editor)
    submit(editor, "Gửi duyệt theo Duyệt tin bài")

    moderator = open_admin("duyet")
    moderator.get_by_role("link", name=title).first.click()
    decide(moderator, "Duyệt kèm ghi chú", "Số liệu khớp báo cáo.")

    reader = open_page("/", width=360)
    reader.get_by_role("link", name="Tin tức").first.click()
    reader.get_by_role("link", name=title).first.click()
    expect(reader.locator("main")).to_contain_text("33 người dự")
    expect(reader.locator("main")).to_contain_text("12/2023/QĐ-MH")
