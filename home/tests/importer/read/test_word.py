"""Word files: what is read, and what is refused before it is opened."""

import pytest

from home.importer.errors import ImportRefused
from home.importer.read_article import read_article
from home.tests.importer.files import (
    DOCM,
    docx,
    jpeg,
    paragraph,
    picture,
    table,
    zipped,
)

TITLE = "Tập huấn viết báo cáo sáng kiến ở xã Ví Dụ"
LEAD = "Sáng ngày 12/5/2025, Trung tâm Minh Họa mở lớp cho hơn 40 học viên."
REST = "Kết thúc lớp học, các nhóm đã nộp bài và nhận góp ý của báo cáo viên."


def lesson(**options) -> bytes:
    return docx(
        paragraph(TITLE, "Title"),
        paragraph(LEAD),
        picture("Học viên ngồi quanh bàn, mỗi người một tập giấy"),
        paragraph("Học viên chia nhóm làm bài", "Caption"),
        paragraph("Nội dung lớp học", "Heading2"),
        paragraph("Đọc hướng dẫn", listed=True),
        paragraph("Viết thử", listed=True),
        table(("Buổi", "Việc"), ("Sáng", "Đọc"), ("Chiều", "Viết")),
        paragraph(REST),
        image=jpeg(),
        **options,
    )


def test_a_word_file_becomes_blocks():
    article = read_article(lesson(), "bài.docx")
    assert (article.title, article.lead) == (TITLE, LEAD)
    image, heading, first, second, grid, last = article.blocks
    assert image.data == jpeg()
    assert image.alt == "Học viên ngồi quanh bàn, mỗi người một tập giấy"
    assert image.caption == "Học viên chia nhóm làm bài"
    assert (heading.kind, heading.level) == ("heading", 2)
    assert [(b.kind, b.text) for b in (first, second)] == [
        ("item", "Đọc hướng dẫn"),
        ("item", "Viết thử"),
    ]
    assert grid.rows == (("Buổi", "Việc"), ("Sáng", "Đọc"), ("Chiều", "Viết"))
    assert grid.has_header
    assert last.text == REST


def test_a_table_whose_first_row_is_no_header_is_left_without():
    raw = docx(
        paragraph(TITLE, "Title"),
        paragraph(LEAD),
        table(("Sáng", "Đọc"), ("Chiều", "Viết"), header=False),
    )
    assert not read_article(raw, "bài.docx").blocks[0].has_header


def test_markup_typed_into_word_stays_text():
    raw = docx(
        paragraph(TITLE, "Title"),
        paragraph(LEAD),
        paragraph("Thẻ <script>alert(1)</script> được giải thích trong bài."),
    )
    assert read_article(raw, "bài.docx").body == [
        "Thẻ <script>alert(1)</script> được giải thích trong bài."
    ]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE z [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    b"<z>&b;&b;</z>"
)


@pytest.mark.parametrize(
    ("raw", "name", "code"),
    [
        (OLE, "bài.docx", "old_word"),
        (OLE, "bài.doc", "old_word"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "bài.docx", "encrypted"),
        (docx(paragraph(REST), kind=DOCM), "bài.docx", "macros"),
        (
            docx(paragraph(REST), extra={"word/vbaProject.bin": b"x"}),
            "bài.docx",
            "macros",
        ),
        (b"<html><body><p>Trang</p></body></html>", "bài.docx", "type_differs"),
        (lesson(), "bài.html", "type_differs"),
        (jpeg(), "bài.docx", "type_differs"),
        (
            zipped({"[Content_Types].xml": "x", "xl/workbook.xml": "x"}),
            "b.docx",
            "not_word",
        ),
        (zipped({"ảnh.txt": "x"}), "bài.docx", "not_word"),
        (lesson()[:400], "bài.docx", "broken_word"),
        (b"PK\x03\x04" + b"x" * 300, "bài.docx", "broken_word"),
        (docx("<w:p>"), "bài.docx", "broken_word"),
        (docx("<w:p>" * 5000 + "</w:p>" * 5000), "bài.docx", "too_complex"),
        (docx(extra={"word/document.xml": ENTITIES}), "bài.docx", "xml_bomb"),
        (docx(extra={"word/media/a.bin": bytes(130 << 20)}), "bài.docx", "zip_bomb"),
        (docx(extra={"word/media/a.bin": bytes(5 << 20)}), "bài.docx", "zip_bomb"),
        (docx(extra={f"word/{n}.bin": b"" for n in range(2100)}), "b.docx", "zip_bomb"),
        (docx(paragraph("")), "bài.docx", "no_article"),
        (b"", "bài.docx", "empty"),
    ],
    ids=lambda value: value if isinstance(value, str) and "." not in value else "",
)
def test_word_files_that_are_refused(raw, name, code):
    with pytest.raises(ImportRefused) as refusal:
        read_article(raw, name)
    assert refusal.value.code == code


def test_an_entry_that_lies_about_its_size_is_refused():
    raw = bytearray(lesson())
    place = raw.rfind(b"PK\x01\x02")
    raw[place + 24 : place + 28] = (1).to_bytes(4, "little")
    with pytest.raises(ImportRefused) as refusal:
        read_article(bytes(raw), "bài.docx")
    assert refusal.value.code == "broken_word"
