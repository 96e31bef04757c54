"""Files sent with a proposal: which are taken, how many, and where they end."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from documents.initiatives.submissions import drafts, files
from documents.models import (
    InitiativePage,
    InitiativeSubmission,
    KitFile,
    SubmissionFile,
)
from documents.tests.contributions import add_moderator, begin, fill, send_in
from portal import guard
from portal.models import PortalDocument, User
from portal.models.images import PortalImage

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF"
ADMIN = "/admin/de-xuat-sang-kien"


def office(kind: str = "wordprocessingml.document.main", **parts: str) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("[Content_Types].xml", f"<Types>{kind}</Types>")
        for name, text in parts.items():
            package.writestr(name.replace("__", "/"), text)
    return packed.getvalue()


def picture() -> bytes:
    made = BytesIO()
    exif = Image.Exif()
    exif[0x0110] = "Máy ảnh riêng"
    Image.new("RGB", (40, 30), "teal").save(made, "JPEG", exif=exif)
    return made.getvalue()


def upload(content: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


@pytest.fixture
def address(front, client) -> str:
    return begin(client)


def send_file(client, address: str, content: bytes = PDF, name: str = "mau.pdf"):
    stamp = guard.filled("submission", timezone.now())
    return client.post(f"{address}tep/", {**stamp, "file": upload(content, name)})


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (PDF, "Mẫu phiếu.PDF"),
        (office(), "mau.docx"),
        (office("spreadsheetml.sheet.main"), "bang.xlsx"),
        (office("presentationml.presentation.main"), "trinh-chieu.pptx"),
        (picture(), "anh.jpg"),
    ],
)
def test_what_is_taken(content, name):
    assert files.checked(upload(content, name))


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "rong.pdf"),
        (b"MZ\x90", "chay.exe"),
        (b"MZ\x90", "chay.pdf"),
        (b"<script>alert(1)</script>", "trang.html"),
        (b"<svg xmlns='x'/>", "hinh.svg"),
        (b"<svg xmlns='x'/>", "hinh.png"),
        (PDF, "khong-duoi"),
        (PDF, "mau.docx"),
        (office(), "bang.xlsx"),
        (office("x"), "mau.docx"),
        (office(word__vbaProject="x"), "sach.docx.exe"),
        (office(**{"word__vbaProject.bin": "x"}), "macro.docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "khoa.docx"),
        (b"PK\x03\x04 hong", "hong.docx"),
    ],
)
def test_what_is_refused_with_a_reason(content, name):
    with pytest.raises(ValidationError) as refusal:
        files.checked(upload(content, name))
    assert refusal.value.messages[0]


def test_a_bomb_is_not_unpacked():
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "[Content_Types].xml", "<Types>wordprocessingml.document.main</Types>"
        )
        package.writestr("word/document.xml", b"\0" * (200 << 20))
    with pytest.raises(ValidationError):
        files.checked(upload(packed.getvalue(), "bom.docx"))


def test_a_picture_loses_where_it_was_taken():
    kept = files.checked(upload(picture(), "anh.jpg"))
    assert "Máy ảnh riêng".encode() not in kept.read()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\Hoa\\mẫu.pdf", "mẫu.pdf"),
        ("a\u202efdp.exe\n.pdf", "afdp.exe .pdf"),
        ("x" * 400 + ".pdf", "x" * 150 + ".pdf"),
    ],
)
def test_names_are_kept_without_path_or_tricks(name, shown):
    assert files.shown_name(name) == shown


def test_a_file_is_kept_listed_and_removed(address, client):
    assert send_file(client, address, name="Mẫu phiếu.pdf").status_code == 302
    page = client.get(f"{address}tep/").content.decode()
    assert "Mẫu phiếu.pdf" in page
    [held] = SubmissionFile.objects.all()
    path = Path(held.file.path)
    assert path.read_bytes() == PDF
    assert "private" in path.parts
    assert "Mẫu" not in str(path)
    client.post(f"{address}tep/", {"bo": held.pk})
    assert not SubmissionFile.objects.exists()


def test_it_lies_where_no_address_leads(address, client):
    send_file(client, address)
    held = SubmissionFile.objects.get()
    for path in (f"/media/{held.file.name}", f"/tep/{held.pk}/mau.pdf"):
        assert client.get(path).status_code == 404


def test_a_file_of_another_proposal_is_left_alone(address, client):
    send_file(client, address)
    held = SubmissionFile.objects.get()
    other = begin(client)
    client.post(f"{other}tep/", {"bo": held.pk})
    client.post(f"{other}tep/", {"bo": "9" * 40})
    assert SubmissionFile.objects.filter(pk=held.pk).exists()


def test_too_large_a_file_is_dropped_on_its_way(address, client, monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 100_000)
    answer = send_file(client, address, PDF + b"\0" * 3_000_000, "lon.pdf")
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "lon.pdf" in html
    assert 'href="#id_file"' in html
    assert not SubmissionFile.objects.exists()


def test_the_quota_keeps_no_more_than_its_limit(monkeypatch):
    from django.core.files.uploadhandler import SkipFile

    monkeypatch.setattr(files, "LARGEST", 10)
    quota = files.Quota()
    quota.new_file("file", "lon.pdf", "application/pdf", None)
    assert quota.receive_data_chunk(b"12345678", 0) == b"12345678"
    with pytest.raises(SkipFile):
        quota.receive_data_chunk(b"90123", 8)
    assert quota.refused == ["lon.pdf"]
    quota.new_file("file", "nho.pdf", "application/pdf", None)
    assert quota.receive_data_chunk(b"12345678", 0)


def test_there_is_room_for_so_many_and_so_much(address, client, monkeypatch):
    monkeypatch.setattr(files, "MOST", 2)
    for number in range(3):
        answer = send_file(client, address, PDF + bytes([number]), f"{number}.pdf")
    assert answer.status_code == 200
    assert SubmissionFile.objects.count() == 2
    monkeypatch.setattr(files, "MOST", 9)
    monkeypatch.setattr(files, "MOST_TOGETHER", 2 * len(PDF) + 5)
    answer = send_file(client, address, PDF + b"x", "x.pdf")
    assert 'href="#id_file"' in answer.content.decode()
    assert SubmissionFile.objects.count() == 2


def test_the_same_file_twice_is_one(address, client):
    send_file(client, address)
    send_file(client, address)
    assert SubmissionFile.objects.count() == 1


def test_nothing_chosen_is_said(address, client):
    stamp = guard.filled("submission", timezone.now())
    answer = client.post(f"{address}tep/", stamp)
    assert 'href="#id_file"' in answer.content.decode()


def test_after_sending_nothing_is_added(address, client):
    fill(client, address)
    send_in(client, address)
    answer = send_file(client, address)
    assert "Bản đề xuất đã được gửi." in answer.content.decode()
    assert not SubmissionFile.objects.exists()


def test_forgetting_deletes_what_the_files_hold(
    address, client, django_capture_on_commit_callbacks
):
    send_file(client, address)
    path = Path(SubmissionFile.objects.get().file.path)
    with django_capture_on_commit_callbacks(execute=True):
        drafts.delete(InitiativeSubmission.objects.get())
    assert not path.exists()


@pytest.fixture
def sent(address, client) -> InitiativePage:
    send_file(client, address, PDF, "Mẫu phiếu.pdf")
    fill(client, address)
    send_in(client, address)
    return InitiativePage.objects.get()


def test_a_moderator_looks_at_a_file_and_takes_it_into_the_kit(sent, client):
    held = SubmissionFile.objects.get()
    client.force_login(add_moderator())
    seen = client.get(f"{ADMIN}/tep/{held.pk}/")
    assert b"".join(seen.streaming_content) == PDF
    assert seen["Content-Disposition"].startswith("attachment")
    assert seen["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in seen["Cache-Control"]
    assert client.post(f"{ADMIN}/tep/{held.pk}/nhan/").status_code == 302
    document = PortalDocument.objects.get()
    assert document.title == "Mẫu phiếu"
    assert document.sha256
    sent.refresh_from_db()
    [kit] = sent.get_latest_revision_as_object().kit.all()
    assert kit.document == document
    assert not KitFile.objects.exists()
    assert not SubmissionFile.objects.exists()


def test_a_picture_goes_among_the_pictures(address, client):
    send_file(client, address, picture(), "anh.jpg")
    fill(client, address)
    send_in(client, address)
    client.force_login(add_moderator())
    client.post(f"{ADMIN}/tep/{SubmissionFile.objects.get().pk}/nhan/")
    assert PortalImage.objects.get().width == 40


@pytest.mark.parametrize("rest", ["", "nhan/"])
def test_nobody_else_reaches_a_file(sent, rest):
    held = SubmissionFile.objects.get()
    path = f"{ADMIN}/tep/{held.pk}/{rest}"
    assert Client().post(path).status_code in (302, 403)
    nobody = User.objects.create_user("x", password="x", is_staff=True)
    stranger = Client()
    stranger.force_login(nobody)
    assert stranger.post(path).status_code in (302, 403)
    assert SubmissionFile.objects.filter(pk=held.pk).exists()
    assert not PortalDocument.objects.exists()


def test_files_of_one_that_is_still_written_are_its_writers(address, client):
    send_file(client, address)
    client.force_login(add_moderator())
    path = f"{ADMIN}/tep/{SubmissionFile.objects.get().pk}/"
    assert client.get(path).status_code == 404


def test_a_form_sent_back_says_that_the_file_is_gone(client, address):
    """Whatever it was sent back for; a file that is itself at fault is told why."""
    sent = {"guard_stamp": guard.stamp("submission", timezone.now())}
    page = client.post(f"{address}tep/", sent | {"file": upload(PDF, "mau.pdf")})
    field = BeautifulSoup(page.content, "html.parser").select_one(".field-error")
    assert "Hãy chọn lại tệp." in field.get_text()
    described = field.input["aria-describedby"].split()
    assert set(described) == {"id_file_error", "id_file_helptext"}
    empty = client.post(f"{address}tep/", sent | {"file": upload(b"", "mau.pdf")})
    assert "Hãy chọn lại tệp." not in empty.content.decode()
    assert (
        "Hãy chọn lại tệp." not in client.post(f"{address}tep/", sent).content.decode()
    )


def test_the_field_says_its_limit_to_people_and_to_the_script(client, address):
    field = BeautifulSoup(
        client.get(f"{address}tep/").content, "html.parser"
    ).select_one("#id_file")
    assert field["data-most-bytes"] == str(files.LARGEST)
    assert "tối đa 10 MB" in field["data-too-large"]
    assert "Tối đa 10 MB." in field.parent.get_text()
