"""After the day: one number in report, tables and survey; nobody's name."""

import io
import re
import shutil
import subprocess
import zipfile
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook

from events.enums import NoticeKind, PaperKind, RemarkState
from events.models import Announcement, PaperTemplate, SurveyAnswer, SurveyReply
from events.organising.steps import PathPhase, steps_of
from events.reports import blank, papers, reader
from events.tests.reports import scene

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("front"),
]


@pytest.fixture
def event():
    return scene.conference()


@pytest.fixture
def people(event):
    return scene.people(event)


@pytest.fixture
def evening(event):
    with time_machine.travel(event.ends_at + timedelta(hours=2), tick=False):
        yield


@pytest.fixture
def desk(client, admin_user, evening):
    """The administrator's browser, signed in that evening."""
    client.force_login(admin_user)
    return client


def text_of(raw: bytes) -> str:
    """All words of a Word file, tables too."""
    document = Document(io.BytesIO(raw))
    lines = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        lines += [" | ".join(cell.text for cell in row.cells) for row in table.rows]
    return "\n".join(lines)


def test_one_number_everywhere(desk, event, people, evening):
    scene.closed(event)
    numbers = reader.numbers_of(event)
    assert (numbers.invited, numbers.registered) == (8, 5)
    assert (numbers.present, numbers.absent, numbers.unregistered) == (4, 2, 1)
    answer = desk.post(reverse("event_report", args=[event.pk]))
    words = text_of(answer.content)
    assert "mời 08 người của 01 đơn vị; đăng ký 05 người; có mặt 04 người" in words
    assert "trong đó 03 người đã đăng ký (60%) và 01 người đến trực tiếp" in words
    assert "vắng 02 người" in words
    assert "Công chức | 2 | 1 | 2 | 1" in words
    assert "Viên chức | 3 | 1 | 2 | 0" in words
    assert "Cộng | 5 | 2 | 4 | 1" in words
    assert f"{scene.SCHOOL} | 8 | " in words and "Cộng | 8 | 5 | 2 | 4 | 1" in words
    assert "01 ngày, từ 07 giờ 30 đến 16 giờ 30 ngày 22 tháng 3 năm 2030" in words
    assert [row.name for row in people if row.name in words] == []
    page = desk.get(reverse("statistics", args=[event.pk])).content.decode()
    assert "60%" in page and [row.name for row in people if row.name in page] == []
    book = desk.get(reverse("statistics", args=[event.pk]) + "?tep=xlsx")
    rows = list(load_workbook(io.BytesIO(book.content)).worksheets[0].values)
    assert rows[-1][1:] == (5, 2, 4, 1)


def test_the_report_is_done_once_taken_out_with_the_number_that_holds(
    desk, admin_user, event, people, evening
):
    def step():
        found = steps_of(event, admin_user, event.ends_at + timedelta(hours=2))
        (one,) = [s for s in found if s.phase == PathPhase.AFTER and s.order == 60]
        return one

    scene.closed(event)
    url = reverse("event_report", args=[event.pk])
    assert desk.get(url).status_code == 200
    assert step().is_open
    assert desk.post(url)["Content-Type"].endswith("wordprocessingml.document")
    assert step().is_finished
    assert "4" in str(step().detail)
    attendance = reverse("attendance", args=[event.pk])
    desk.post(attendance, {"act": "reopen", "reason": "Sót một người"})
    assert step().waits
    desk.post(attendance, {"act": "close"})
    assert step().is_stale
    assert step().is_open
    assert "chốt lại" in desk.get(url).content.decode()
    desk.post(url)
    assert step().is_finished
    log = desk.get(reverse("wagtailadmin_pages:history", args=[event.pk]))
    assert "Đã tải báo cáo" in log.content.decode()


def test_the_report_waits_for_the_closing(desk, admin_user, event, people):
    url = reverse("event_report", args=[event.pk])
    assert desk.get(url).status_code == 302
    found = steps_of(event, admin_user, event.ends_at)
    steps = {step.order: step for step in found if step.phase == PathPhase.AFTER}
    assert steps[50].waits and steps[60].waits and not steps[60].url
    attendance = reverse("attendance", args=[event.pk])
    desk.post(attendance, {"act": "close"})
    assert desk.get(url).status_code == 200
    assert desk.get(attendance).context["closing"].present == 4
    desk.post(attendance, {"act": "reopen", "reason": ""})
    assert desk.get(url).status_code == 200
    desk.post(attendance, {"act": "reopen", "reason": "Sót một người"})
    assert desk.get(url).status_code == 302


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="LibreOffice or poppler is not installed",
)
def test_libreoffice_opens_the_report(event, people, evening, tmp_path):
    scene.closed(event)
    file = tmp_path / "bao-cao.docx"
    file.write_bytes(papers.report(event, event.starts_on))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(file),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    read = ["pdftotext", "-layout", str(tmp_path / "bao-cao.pdf"), "-"]
    printed = subprocess.run(read, check=True, capture_output=True, text=True).stdout
    # Where a line is spread, spaces stand within words too.
    words = "".join(printed.split())
    assert "cómặt04người" in words and "vắng02người" in words
    head = "".join(printed.splitlines()[0].split())
    assert "UBNDTỈNH" in head and "CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM" in head


def test_the_letter_names_agency_people_and_link(admin_client, event, people):
    invited = event.invitations.get()
    url = reverse("letter_of", args=[event.pk])
    words = text_of(admin_client.get(f"{url}?don-vi={invited.pk}").content)
    assert f"Kính gửi: {scene.SCHOOL}" in words and "không quá 08 người" in words
    assert invited.token in words
    words = text_of(admin_client.get(url).content)
    assert "Kính gửi: …" in words and invited.token not in words
    assert admin_client.get(f"{url}?don-vi=x").status_code == 404
    assert admin_client.get(f"{url}?don-vi=999").status_code == 404


def send(client, raw: bytes, name: str = "mau.docx"):
    url = reverse("paper_template", args=["report"])
    return client.post(url, {"file": SimpleUploadedFile(name, raw)})


def changed(old: str, new: str) -> bytes:
    """The portal's own template with some of its words replaced."""
    source = zipfile.ZipFile(io.BytesIO(blank.template(PaperKind.REPORT)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.namelist():
            content = source.read(part)
            if part == "word/document.xml":
                content = content.decode().replace(old, new).encode()
            target.writestr(part, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("raw", "name", "said"),
    [
        (changed("{{ co_mat }}", "{{ co_mawt }}"), "a.docx", "co_mawt”"),
        (changed("{{ d.vang }}", "{{ d.vangg }}"), "a.docx", "vangg”"),
        (changed("{{ vang }}", "{{ vang }"), "a.docx", "viết dở dang"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.doc", "kiểu cũ"),
        (b"PK\x03\x04 hong", "a.docx", "hỏng"),
        (b"%PDF-1.7", "a.pdf", "không phải tệp Word"),
        (changed("{{ vang }}", "{{ ''.__class__.__mro__ }}"), "a.docx", "phép tính"),
    ],
    ids=["field", "in a row", "open", "doc", "damaged", "pdf", "escape"],
)
def test_a_wrong_template_is_named_and_not_kept(admin_client, raw, name, said):
    assert said in send(admin_client, raw, name).content.decode()
    assert not PaperTemplate.objects.exists()


def test_the_offices_template_is_used(desk, event, people, evening):
    scene.closed(event)
    assert send(desk, changed("KẾT QUẢ", "SỐ LIỆU CỦA SỞ")).status_code == 302
    assert "II. SỐ LIỆU CỦA SỞ" in text_of(papers.report(event, event.starts_on))
    url = reverse("paper_template", args=["report"])
    desk.post(url, {"own": "1"})
    assert "II. KẾT QUẢ" in text_of(papers.report(event, event.starts_on))


def answered(client, row, **more):
    sent = {"usefulness": "at_once", "parts": ["Viết bản mô tả"], "remark": "", **more}
    return client.post(reverse("ticket_survey", args=[row.token]), sent)


def test_who_was_present_answers_once_and_unnamed(client, event, people, evening):
    present, absent = people[1], people[0]
    html = client.get(reverse("ticket", args=[present.token])).content.decode()
    assert reverse("ticket_survey", args=[present.token]) in html
    assert client.get(reverse("ticket_survey", args=[absent.token])).status_code == 302
    assert answered(client, absent).status_code == 302
    assert not SurveyAnswer.objects.exists()
    assert answered(client, present, usefulness="").status_code == 200
    assert answered(client, present, remark="Không có thì giờ").status_code == 302
    answered(client, present, usefulness="no")
    kept = SurveyAnswer.objects.get()
    assert (kept.usefulness, kept.parts) == ("at_once", ["Viết bản mô tả"])
    assert SurveyReply.objects.get().pk == present.pk
    columns = {field.name for field in SurveyAnswer._meta.get_fields()}
    assert not columns & {"registration", "at", "created_at", "user"}
    html = client.get(reverse("ticket", args=[present.token])).content.decode()
    assert reverse("ticket_survey", args=[present.token]) not in html


def test_what_is_missing_in_the_answers_is_said_and_nothing_typed_is_lost(
    client, event, people, evening
):
    sent = {"usefulness": "", "remark": "Không có thời gian."}
    page = answered(client, people[1], **sent)
    html = page.content.decode()
    assert "1 mục cần sửa" in html
    assert 'href="#id_usefulness_0"' in html
    assert "Chọn một trong bốn câu trả lời." in html
    # A box like every other box of the portal: no wider than a phone, dark by night.
    assert re.search(r'<textarea[^>]*class="input"[^>]*>\s*Không có thời gian.', html)
    assert not SurveyAnswer.objects.exists()


def test_not_before_the_end_nor_after_two_weeks(client, event, people):
    for at in (event.ends_at - timedelta(hours=1), event.ends_at + timedelta(days=15)):
        with time_machine.travel(at, tick=False):
            assert answered(client, people[1]).status_code == 302
    assert not SurveyAnswer.objects.exists()


def test_what_was_written_is_shown_once_somebody_has_read_it(
    desk, client, event, people, evening
):
    answered(client, people[1], remark="Ông Mẫu ở Trạm không cho")
    kept, url = SurveyAnswer.objects.get(), reverse("survey", args=[event.pk])
    assert "“Ông Mẫu" not in desk.get(url).content.decode()
    desk.post(url, {"id": kept.pk, "keep": "1", "shown": "Không được cho"})
    html = desk.get(url).content.decode()
    assert "“Không được cho”" in html and "Ông Mẫu" not in html
    kept.refresh_from_db()
    assert kept.state == RemarkState.SHOWN
    assert desk.post(url, {"id": "x", "keep": "1"}).status_code == 404


def test_letters_go_to_those_present_once(desk, event, people, evening):
    url = reverse("survey", args=[event.pk])
    for _twice in range(2):
        desk.post(url, {"send": "1"})
    sent = Announcement.objects.get(notice=NoticeKind.AFTERWARDS)
    assert {people[1].pk, people[2].pk, people[4].pk} < set(sent.chosen)
    assert len(sent.chosen) == 4 and people[0].pk not in sent.chosen


def test_queries_do_not_grow_with_the_answers(
    desk, client, event, people, evening, django_assert_num_queries
):
    url = reverse("survey", args=[event.pk])
    answered(client, people[1])
    desk.get(url)
    with CaptureQueriesContext(connection) as few:
        desk.get(url)
    before = len(few)
    for row in (people[2], people[4]):
        answered(client, row)
    with django_assert_num_queries(before):
        desk.get(url)
