"""The printed act: its text of the day, headings, contents, and nothing unsaid."""

from datetime import date

import pytest
from django.utils import timezone

from documents.tests.act_factories import add_act, add_effect, add_verified
from portal import pdf
from portal.pdf.pages import page_html

START = date(2024, 2, 1)


@pytest.fixture
def printed(rf):
    """The document that becomes a PDF."""

    def html(act, query: str = "") -> str:
        from django.contrib.auth.models import AnonymousUser

        request = rf.get(f"{act.url}pdf/{query}")
        request.user = AnonymousUser()
        act = type(act).objects.for_reading().get(pk=act.pk)
        return page_html(act, request, printed_at=timezone.now())

    return html


def long_text(articles: int, chapters: bool) -> str:
    lines = []
    for number in range(1, articles + 1):
        if chapters and number % 5 == 1:
            lines += [f"Chương {['I', 'II', 'III', 'IV'][number // 5]}", "NHÓM MẪU"]
        lines += [f"Điều {number}. Tên điều", "1. Khoản một.", "a) Điểm a."]
    return "\n".join(lines) + "\n"


def test_the_text_of_the_day_is_printed_with_headings(front, printed):
    act = add_verified("01/2024/QĐ-UBND", START)
    html = printed(act)
    assert '<h3 id="dieu-2">Điều 2. Mức hỗ trợ</h3>' in html
    assert "1. Mức một là năm triệu đồng." in html
    assert "Toàn văn tính đến ngày" in html


def test_another_day_prints_the_words_of_that_day(front, printed):
    act = add_verified("01/2024/QĐ-UBND", START)
    amender = add_verified("02/2024/QĐ-UBND", START)
    add_effect(
        amender,
        act,
        "amends",
        date(2024, 6, 1),
        provision="dieu-2-khoan-1",
        new_text="1. Mức một là bảy triệu đồng.",
    )
    before, after = printed(act, "?ngay=2024-05-31"), printed(act)
    assert "năm triệu đồng" in before and "bảy triệu" not in before
    assert "<ins>bảy</ins>" in after and "02/2024/QĐ-UBND" in after


def test_a_short_act_has_no_contents(front, printed):
    assert "act-contents" not in printed(add_verified("01/2024/QĐ-UBND", START))


@pytest.mark.parametrize(
    ("chapters", "entries"),
    [
        (True, [("chuong-i", "Chương I. NHÓM MẪU"), ("chuong-iv", "NHÓM MẪU")]),
        (False, [("dieu-1", "Điều 1. Tên điều"), ("dieu-20", "Điều 20. Tên điều")]),
    ],
)
def test_a_long_act_lists_its_chapters_or_its_articles(
    front, printed, chapters, entries
):
    act = add_verified("01/2024/QĐ-UBND", START, text=long_text(20, chapters))
    contents = printed(act).split('class="act-contents"')[1].split("</ol>")[0]
    assert contents.count("<li>") == (4 if chapters else 20)
    for anchor, words in entries:
        assert f'href="#{anchor}"' in contents and words in contents


@pytest.mark.parametrize("source", ["", "https://congbao.langson.gov.vn/1"])
def test_an_act_without_text_says_so_and_where_it_can_be_read(front, printed, source):
    html = printed(add_act("01/2024/QĐ-UBND", source_url=source))
    assert "Văn bản này chưa có toàn văn trên cổng." in html
    assert f">{source or 'https://vbpl.vn/'}</a>" in html


def test_the_pdf_is_tagged_and_its_headings_are_bookmarks(front, client):
    if not pdf.available():
        pytest.skip("Pango is not installed")
    import io

    from pypdf import PdfReader

    act = add_verified("01/2024/QĐ-UBND", START, text=long_text(16, True))
    answer = client.get(f"{act.url}pdf/")
    assert answer["Content-Type"] == "application/pdf"
    reader = PdfReader(io.BytesIO(answer.content))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    words = "\n".join(page.extract_text() for page in reader.pages)
    assert "Điều 16. Tên điều" in words

    def titles(outline):
        for one in outline:
            yield from titles(one) if isinstance(one, list) else [one.title]

    assert {"Chương II", "Điều 7. Tên điều"} <= set(titles(reader.outline))
