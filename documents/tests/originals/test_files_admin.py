"""The files of an act in the editor's hands: facts, text, recognition."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.contrib.auth import get_user_model

from documents.extraction.ocr import OcrFailed
from documents.models import (
    FileReading,
    RegulationFile,
    RegulationPage,
)
from documents.originals import reader, tasks, views
from documents.tests.act_factories import add_act
from documents.tests.act_forms import add, draft, edit, shown, stored
from documents.tests.extraction_files import (
    handmade_pdf,
    latin_pdf,
    paragraph,
    said,
    word,
)

NOW = datetime(2026, 1, 2, tzinfo=UTC)
LINES = ["QUYẾT ĐỊNH", "Điều 1. Phạm vi", "Áp dụng trong tỉnh.", "Điều 2. Thi hành"]
WORD = word("".join(map(paragraph, LINES)))
TEXT = "\n".join(LINES) + "\n"
SCAN = latin_pdf(b"0 0 100 100 re f")


@pytest.fixture
def editor(front, client):
    user = get_user_model().objects.create_superuser("bientap", "a@example.vn", "x")
    client.force_login(user)
    return client


@pytest.fixture(autouse=True)
def tasks_at_once(django_capture_on_commit_callbacks):
    """What waits for the transaction's end runs when the test asks for it."""
    return django_capture_on_commit_callbacks


def act_with(name: str, content: bytes, role: str = "signed", **facts):
    act = add_act("01/2024/QĐ-UBND", publish=False, **facts)
    document = stored(name, content)
    act.files = [RegulationFile(document=document, role=role)]
    act.save_revision().publish()
    return act, document


def test_an_attached_file_is_read_and_its_facts_are_kept(editor):
    document = stored("van-ban.docx", WORD)
    add(editor, symbol="45/2024/QĐ-UBND", files=[(document, "docx")])
    reading = FileReading.objects.get()
    assert reading.sha256 == document.sha256 and document.file_size == len(WORD)
    assert reading.has_text_layer and reading.text == TEXT
    page = shown(editor.get(f"/admin/pages/{RegulationPage.objects.get().pk}/edit/"))
    assert document.sha256 in page and "Lấy toàn văn từ tệp" in page


def test_a_scan_is_accepted_flagged_and_listed(editor, client):
    act, document = act_with("ban-quet.pdf", SCAN, "scan")
    edit(editor, act, **{"action-publish": "1"})
    reading = FileReading.objects.get()
    assert (reading.pages, reading.has_text_layer) == (1, False)
    assert "bản quét không có lớp chữ" in shown(
        editor.get(f"/admin/pages/{act.pk}/edit/")
    )
    listed = shown(editor.get("/admin/regulations/?full_text=scan"))
    assert act.symbol in listed
    assert client.get(f"/van-ban/{act.slug}.json").json()["files"] == [
        {
            "role": "scan",
            "url": f"http://testserver{document.url}",
            "sha256": document.sha256,
            "size": len(SCAN),
            "pages": 1,
            "has_text_layer": False,
        }
    ]


@pytest.mark.parametrize(
    ("name", "content", "said_of_it"),
    [
        ("khoa.docx", word("", kind="x.macroEnabled.main+xml"), "macro"),
        ("gia.pdf", b"<html>khong phai</html>", "không phải tệp PDF"),
        ("rong.pdf", b"", "Tệp không có nội dung."),
        ("doi-ten.pdf", WORD, "Hãy đặt lại đuôi cho đúng"),
    ],
)
def test_a_file_no_reader_should_open_is_sent_back(editor, name, content, said_of_it):
    document = stored(name, content)
    answer = add(
        editor,
        symbol="45/2024/QĐ-UBND",
        title="Tên đã gõ",
        files=[(document, "signed")],
    )
    assert said_of_it in shown(answer) and "Tên đã gõ" in shown(answer)
    assert not RegulationPage.objects.exists()


def test_active_content_is_told(editor):
    active = latin_pdf(
        said((72, 700, "Dieu 1")),
        root=b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>",
    )
    document = stored("ma.pdf", active)
    add(editor, symbol="45/2024/QĐ-UBND", files=[(document, "signed")])
    act = RegulationPage.objects.get()
    assert "JavaScript" in shown(editor.get(f"/admin/pages/{act.pk}/edit/"))


def test_a_file_of_two_thousand_pages_is_kept_without_text(editor):
    kids = b" ".join([b"4 0 R"] * 2000)
    pages = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Count 2000 /Kids [%s] >>" % kids,
        4: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    }
    document = stored("dai.pdf", handmade_pdf(pages))
    add(editor, symbol="45/2024/QĐ-UBND", files=[(document, "signed")])
    act = RegulationPage.objects.get()
    page = shown(editor.get(f"/admin/pages/{act.pk}/edit/"))
    assert "Tệp có 2000 trang" in page and "Lấy toàn văn từ tệp" not in page


def test_a_file_that_takes_long_is_read_in_the_background(
    editor, monkeypatch, tasks_at_once
):
    monkeypatch.setattr(reader, "AT_ONCE", replace(reader.DEFAULT, seconds=0.01))
    document = stored("van-ban.docx", WORD)
    with tasks_at_once(execute=True):
        add(editor, symbol="45/2024/QĐ-UBND", files=[(document, "docx")])
    assert RegulationPage.objects.exists()
    assert FileReading.objects.get().text == TEXT


def test_the_text_is_shown_before_it_goes_into_the_field(editor):
    act, document = act_with("van-ban.docx", WORD)
    saved = edit(
        editor,
        act,
        title="Tên đã gõ",
        **{"take-text": document.pk},
    )
    assert draft(act).title == "Tên đã gõ" and draft(act).text == ""
    page = shown(editor.get(saved.url))
    assert "Áp dụng trong tỉnh." in page and "Nhận ra 2 điều" in page
    assert draft(act).text == ""
    editor.post(saved.url, {"compared": compared(page)})
    assert draft(act).text == TEXT
    assert RegulationPage.objects.get(pk=act.pk).text == ""


def compared(page: str) -> str:
    return page.split('name="compared" value="')[1].split('"')[0]


def test_words_in_the_field_are_compared_and_stay_in_the_history(editor):
    act, document = act_with("van-ban.docx", WORD, text="Điều 1. Lời biên tập\n")
    url = f"/admin/van-ban/{act.pk}/toan-van/{document.pk}/"
    views.read(document, now=NOW, limits=views.WHILE_WAITING)
    page = shown(editor.get(url))
    assert "Lời biên tập" in page and "Thay bằng toàn văn trong tệp" in page
    editor.post(url, {"compared": compared(page)})
    assert draft(act).text == TEXT
    kept = [revision.content["text"] for revision in act.revisions.all()]
    assert "Điều 1. Lời biên tập\n" in kept


def test_a_text_changed_meanwhile_is_not_replaced(editor):
    act, document = act_with("van-ban.docx", WORD, text="Lời cũ\n")
    views.read(document, now=NOW, limits=views.WHILE_WAITING)
    url = f"/admin/van-ban/{act.pk}/toan-van/{document.pk}/"
    page = shown(editor.get(url))
    later = draft(act)
    later.text = "Lời mới\n"
    later.save_revision()
    answer = editor.post(url, {"compared": compared(page)}, follow=True)
    assert draft(act).text == "Lời mới\n"
    assert "Nội dung vừa được sửa ở nơi khác" in shown(answer)


def test_a_file_of_another_act_is_not_taken(editor):
    act, _document = act_with("van-ban.docx", WORD)
    foreign = stored("khac.docx", WORD)
    url = f"/admin/van-ban/{act.pk}/toan-van/{foreign.pk}/"
    assert editor.get(url).status_code == 404


def scan_in_queue(monkeypatch):
    act, document = act_with("ban-quet.pdf", SCAN, "scan")
    reading = views.read(document, now=NOW, limits=views.WHILE_WAITING)
    tasks.ask_for_recognition(reading, now=NOW)
    return act, document


def test_recognised_text_is_a_proposal_only(editor, monkeypatch, tasks_at_once):
    monkeypatch.setattr(tasks, "ocr", lambda path: latin_pdf(said((72, 700, "Dieu 1"))))
    with tasks_at_once(execute=True):
        act, document = scan_in_queue(monkeypatch)
    reading = FileReading.objects.get()
    assert (reading.recognition, reading.text) == ("done", "Dieu 1\n")
    assert reading.has_text_layer is False
    assert draft(act).text == "" and RegulationPage.objects.get().text == ""
    assert tasks.recognise.call(document.pk) is False
    page = shown(editor.get(f"/admin/pages/{act.pk}/edit/"))
    assert "Đã nhận dạng chữ, cần kiểm tra lại" in page


def test_a_failed_recognition_says_so_and_may_be_asked_again(
    editor, monkeypatch, tasks_at_once
):
    def failing(path):
        raise OcrFailed(status=15)

    monkeypatch.setattr(tasks, "ocr", failing)
    with tasks_at_once(execute=True):
        act, _document = scan_in_queue(monkeypatch)
    assert FileReading.objects.get().recognition == "failed"
    page = shown(editor.get(f"/admin/pages/{act.pk}/edit/"))
    assert "Không nhận dạng được chữ" in page


def test_without_the_software_the_admin_says_so(editor, monkeypatch):
    monkeypatch.setattr(views, "ocr_available", lambda: False)
    act, document = act_with("ban-quet.pdf", SCAN, "scan")
    sent = edit(editor, act, **{"recognise-text": document.pk})
    answer = editor.get(sent.url)
    assert "Máy chủ chưa có phần mềm nhận dạng chữ" in shown(answer)
    assert FileReading.objects.get().recognition == ""
