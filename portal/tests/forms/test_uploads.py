"""Uploaded documents are judged by their content."""

import zipfile
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from portal.forms.uploads import UploadRefused, check_content
from portal.models import PortalDocument

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n"
PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00" + b"\x00" * 200
PAGE = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
DRAWING = (
    b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'
)


def packed(**parts: str) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, text in parts.items():
            package.writestr(name.replace("__", "."), text)
    return made.getvalue()


def office(kind: str) -> bytes:
    return packed(**{"[Content_Types]__xml": f"<Types>{kind}</Types>"})


WORD = office("wordprocessingml.document.main")
EXCEL = office("spreadsheetml.sheet.main")
REFUSED = [
    (b"", "trong.pdf", "empty"),
    (PROGRAM, "quyet-dinh.pdf", "other_content"),
    (PAGE, "quyet-dinh.pdf", "other_content"),
    (b"\xef\xbb\xbf <!-- x -->" + PAGE, "quyet-dinh.pdf", "other_content"),
    (DRAWING, "quyet-dinh.pdf", "other_content"),
    (WORD, "quyet-dinh.pdf", "other_content"),
    # Polyglots: a page, a program, an archive that is a PDF as well.
    (PAGE + PDF, "quyet-dinh.pdf", "other_content"),
    (PROGRAM + PDF, "quyet-dinh.pdf", "other_content"),
    (b"junk" + PDF, "quyet-dinh.pdf", "other_content"),
    (PDF + WORD, "quyet-dinh.pdf", "glued"),
    (PROGRAM, "bieu-mau.docx", "other_content"),
    (PDF, "bieu-mau.docx", "other_content"),
    (EXCEL, "bieu-mau.docx", "other_content"),
    (PROGRAM + WORD, "bieu-mau.docx", "other_content"),
    (b"PK\x03\x04" + b"rac" * 100, "bieu-mau.docx", "not_opened"),
    (office("ms-word.document.macroEnabled.main"), "bieu-mau.docx", "macros"),
    (b"PK\x03\x04" + b"rac" * 100, "bo-mau.zip", "not_opened"),
    (b"rac" * 100, "bo-mau.zip", "other_content"),
    (packed(cai__exe="x"), "bo-mau.zip", "holds_program"),
    (PROGRAM, "bang.csv", "other_content"),
    (PAGE, "bang.csv", "other_content"),
]
TAKEN = [
    (PDF, "quyet-dinh.pdf"),
    (b"\n" + PDF, "QUYET-DINH.PDF"),
    (PDF + PDF, "da-ky.pdf"),
    (WORD, "bieu-mau.docx"),
    (EXCEL, "bang.xlsx"),
    (packed(bieu__docx="x"), "bo-mau.zip"),
    ("Họ tên,Đơn vị\r\nMinh họa,Sở".encode(), "bang.csv"),
]


@pytest.mark.parametrize(("content", "name", "code"), REFUSED)
def test_a_lie_about_the_content_is_refused(content, name, code):
    file = SimpleUploadedFile(name, content)
    with pytest.raises(UploadRefused) as refused:
        check_content(file, name)
    assert refused.value.code == code
    assert "%(" not in refused.value.messages[0]
    assert file.tell() == 0


@pytest.mark.parametrize(("content", "name"), TAKEN)
def test_what_it_says_it_is_is_taken_whole(content, name):
    file = SimpleUploadedFile(name, content)
    check_content(file, name)
    assert file.read() == content


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["wagtaildocs:add", "wagtaildocs_chooser:create"])
def test_documents_are_judged_in_the_admin(admin_client, address):
    for content, name, _code in REFUSED[1:]:
        sent = {
            "title": "Minh họa",
            "document-chooser-upload-title": "Minh họa",
            "document-chooser-upload-file": SimpleUploadedFile(name, content),
            "file": SimpleUploadedFile(name, content),
        }
        answer = admin_client.post(reverse(address), sent)
        assert answer.status_code == 200
        assert not PortalDocument.objects.exists(), name


@pytest.mark.django_db
def test_one_of_several_is_refused_with_the_reason(admin_client):
    sent = {"title": "Minh họa", "files[]": SimpleUploadedFile("a.pdf", PAGE)}
    answer = admin_client.post(reverse("wagtaildocs:add_multiple"), sent).json()
    assert answer["success"] is False
    assert "trang web" in answer["error_message"]
    sent["files[]"] = SimpleUploadedFile("a.pdf", PDF)
    answer = admin_client.post(reverse("wagtaildocs:add_multiple"), sent).json()
    assert answer["success"] is True


@pytest.mark.django_db
def test_a_replaced_file_is_judged_too(admin_client):
    kept = PortalDocument.objects.create(
        title="Minh họa", file=SimpleUploadedFile("a.pdf", PDF)
    )
    address = reverse("wagtaildocs:edit", args=[kept.pk])
    sent = {"title": "Minh họa", "file": SimpleUploadedFile("b.pdf", PROGRAM)}
    assert "file" in admin_client.post(address, sent).context["form"].errors
    assert admin_client.post(address, {"title": "Tên khác"}).status_code == 302
    kept.refresh_from_db()
    assert (kept.title, kept.file.read()) == ("Tên khác", PDF)
