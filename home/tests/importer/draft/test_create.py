"""A recognised article as a draft page: complete, or not there at all."""

from datetime import date
from io import BytesIO

import pytest
from django.utils import translation
from PIL import Image

from home.importer.draft import create
from home.importer.draft.create import create_draft
from home.importer.read_article import read_article
from home.importer.wording import FINDINGS, REFUSALS, to_json
from home.models import ArticlePage
from home.tests.importer.files import docx, jpeg, paragraph, picture, table
from portal.models import PortalImage

TITLE = "Tập huấn viết báo cáo sáng kiến ở xã Ví Dụ"
LEAD = "Sáng ngày 12/5/2025, Trung tâm Minh Họa mở lớp cho hơn 40 học viên."
REST = "Kết thúc lớp học, các nhóm đã nộp bài và nhận góp ý của báo cáo viên."
ALT = "Học viên ngồi quanh bàn, mỗi người một tập giấy"


def text_article(*paragraphs: str, title: str = TITLE, lead: str = LEAD):
    return read_article("\n\n".join([title, lead, *paragraphs]).encode(), "trang.txt")


def word_article(image: bytes, alt: str = ALT, **options):
    raw = docx(
        paragraph(TITLE, "Title"),
        paragraph(LEAD),
        picture(alt),
        paragraph("Học viên chia nhóm làm bài", "Caption"),
        paragraph(REST),
        image=image,
        **options,
    )
    return read_article(raw, "bài.docx")


def codes(page) -> list[str]:
    return [finding["code"] for finding in page.import_findings]


def test_a_draft_no_reader_sees(client, news, admin_user):
    page = create_draft(text_article(REST), parent=news, owner=admin_user)
    page.refresh_from_db()
    assert (page.title, page.summary) == (TITLE, LEAD)
    assert page.slug == "tap-huan-viet-bao-cao-sang-kien-o-xa-vi-du"
    assert (page.live, page.owner) == (False, admin_user)
    assert page.get_parent().specific == news
    assert client.get(page.get_url() or "/").status_code == 404
    revision = page.get_latest_revision_as_object()
    assert str(revision.body[0].value) == f"<p>{REST}</p>"
    assert codes(revision) == ["no_publication_date", "recognised"]


def test_the_day_of_publication_is_the_page_s_own(news):
    article = text_article(REST)
    article.published_on = date(2025, 5, 13)
    assert create_draft(article, parent=news).published_on == date(2025, 5, 13)


def test_the_same_page_twice_gets_two_addresses(news):
    slugs = [create_draft(text_article(REST), parent=news).slug for _ in range(3)]
    assert len(set(slugs)) == 3
    assert slugs[1:] == [f"{slugs[0]}-2", f"{slugs[0]}-3"]


def test_a_word_picture_is_stored_without_where_it_was_taken(news, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    raw = jpeg(gps=True)
    assert Image.open(BytesIO(raw)).getexif().get_ifd(0x8825)
    page = create_draft(word_article(raw), parent=news)
    block = page.body[0].value
    assert block["caption"] == "Học viên chia nhóm làm bài"
    assert block["alt"] == ALT
    image = block["image"]
    assert (image.description, image.caption) == (ALT, "Học viên chia nhóm làm bài")
    with image.file.open() as stored:
        assert not Image.open(stored).getexif()
    assert "alt_needed" not in codes(page)


@pytest.mark.parametrize("alt", ["", "Picture 1", "image1.jpg", TITLE])
def test_a_picture_whose_alt_text_is_none_asks_for_one(news, alt):
    page = create_draft(word_article(jpeg(), alt), parent=news)
    assert page.body[0].value["alt"] == ""
    assert "alt_needed" in codes(page)


def test_a_picture_that_is_none_is_left_out_and_explained(news):
    article = word_article(b"\x01\0\0\0" + b"EMF" * 40, extension="emf")
    page = create_draft(article, parent=news)
    assert page.body[0].value["image"] is None
    assert page.body[0].value["caption"] == "Học viên chia nhóm làm bài"
    assert "picture_refused" in codes(page)
    assert PortalImage.objects.count() == 0


def test_a_caption_without_its_picture_waits_for_one_in_its_place(news):
    page = create_draft(text_article("SK1.png\n\nLớp học tại xã", REST), parent=news)
    assert [block.block_type for block in page.body] == ["image", "paragraph"]
    assert page.body[0].value["image"] is None
    assert page.body[0].value["caption"] == "Lớp học tại xã"
    assert "picture_missing" in codes(page)


def test_headings_lists_links_and_tables_keep_their_form(news):
    html = (
        f"<h1>{TITLE}</h1><p>{LEAD}</p><h3>Nội dung</h3><ul><li><b>Đọc</b> & viết</li>"
        "<li>Sửa</li></ul>"
        "<p>Xem <a href='https://minhhoa.vn/?a=1&b=2'>tài liệu</a>.</p>"
        "<table><tr><th>Buổi</th><th>Việc</th></tr><tr><td>Sáng</td><td>Đọc</td></tr>"
        "</table>"
    )
    page = create_draft(read_article(html.encode(), "a.html"), parent=news)
    heading, text, grid = page.body
    assert heading.value == {"text": "Nội dung", "level": "h2"}
    assert str(text.value) == (
        "<ul><li><b>Đọc</b> &amp; viết</li><li>Sửa</li></ul>"
        '<p>Xem <a href="https://minhhoa.vn/?a=1&amp;b=2">tài liệu</a>.</p>'
    )
    assert [c["heading"] for c in grid.value.columns] == ["Buổi", "Việc"]
    assert [[str(cell) for cell in row] for row in grid.value.rows] == [["Sáng", "Đọc"]]


def test_a_table_without_a_header_row_is_reported(news):
    raw = docx(
        paragraph(TITLE, "Title"),
        paragraph(LEAD),
        table(("Sáng", "Đọc"), ("Chiều", "Viết"), header=False),
    )
    page = create_draft(read_article(raw, "bài.docx"), parent=news)
    assert len(list(page.body[0].value.rows)) == 2
    assert "table_without_header" in codes(page)


def test_what_is_too_long_for_its_field_is_cut_and_kept(news):
    title = "Tập huấn " + "viết báo cáo sáng kiến " * 11
    lead = LEAD + " Lớp học có nhiều phần thực hành và nhiều bài tập nhóm." * 12
    page = create_draft(text_article(REST, title=title, lead=lead), parent=news)
    assert len(page.title) <= 255
    assert len(page.summary) <= 600
    assert page.summary.startswith(LEAD)
    assert lead in str(page.body[0].value)
    cut = next(f for f in page.import_findings if f["code"] == "title_cut")
    assert cut["excerpt"] == title.strip()


def test_a_failure_half_way_leaves_nothing(news, settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path

    def fail(*args, **kwargs):
        raise RuntimeError("disk full")

    monkeypatch.setattr(create.ArticlePage, "save_revision", fail)
    with pytest.raises(RuntimeError):
        create_draft(word_article(jpeg()), parent=news)
    assert ArticlePage.objects.count() == 0
    assert PortalImage.objects.count() == 0
    assert [p for p in tmp_path.rglob("original_images/*") if p.is_file()] == []


def test_json_has_the_promised_keys_and_plain_values():
    printed = to_json(
        text_article("Tham dự có bà Trần Thị Mẫu, chuyên viên Sở Minh Họa.")
    )
    assert list(printed) == [
        "title",
        "lead",
        "body",
        "captions",
        "event_dates",
        "localities",
        "venue",
        "speakers",
        "guests",
        "attendance",
        "citations",
        "findings",
    ]
    assert printed["event_dates"] == [
        {"start": "2025-05-12", "end": "2025-05-12", "text": "12/5/2025"}
    ]
    assert printed["attendance"]["number"] == 40
    assert all(
        list(row) == ["code", "message", "excerpt"] for row in printed["findings"]
    )


@pytest.mark.parametrize("words", [FINDINGS, REFUSALS], ids=["findings", "refusals"])
def test_every_code_is_worded_in_vietnamese(words):
    with translation.override("en"):
        english = {code: str(message) for code, message in words.items()}
    with translation.override("vi"):
        same = [
            code for code, message in words.items() if str(message) == english[code]
        ]
    assert same == []
