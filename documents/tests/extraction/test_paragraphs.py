"""The rules for lines, on words alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.extraction.lines import Cleaner
from documents.extraction.paragraphs import (
    ends_sentence,
    glued,
    goes_on,
    is_enumerator,
    is_marker,
    joined,
)
from portal.vietnamese import detect_legacy

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@pytest.mark.parametrize(
    "line",
    [
        "Điều 1. Phạm vi điều chỉnh",
        "Điều 15đ. Hồ sơ",
        "Điều 3:",
        "Chương II",
        "CHƯƠNG I QUY ĐỊNH CHUNG",
        "Phần thứ nhất",
        "Mục 2. HỘI ĐỒNG",
        "Phụ lục",
        "PHỤ LỤC I",
        "1. Tác giả",
        "12) Tác giả",
        "a) được ghi tên",
        "đ) quyền khác",
        "II. NỘI DUNG",
        "1.2. Mục tiêu",
        "- Các sở, ban, ngành;",
        "+ Bước một",
        "Căn cứ Luật Khoa học;",
        "Nơi nhận:",
        "QUYẾT ĐỊNH:",
    ],
)
def test_lines_that_open_something(line):
    assert is_marker(line)


@pytest.mark.parametrize(
    "line",
    [
        "Điều 5 của Quy định này và",
        "Chương II của Nghị định này",
        "Phần mềm Quản lý văn bản",
        "Mục tiêu chung của chương trình",
        "2018 của Ủy ban nhân dân tỉnh",
        "1.500.000 đồng cho mỗi lần",
        "quyết định của Chủ tịch",
        "phụ lục I",
        "cấp tỉnh",
        "",
    ],
)
def test_lines_that_open_nothing(line):
    assert not is_marker(line)


def test_a_small_letter_runs_on_unless_it_is_a_point():
    assert goes_on("tỉnh Lạng Sơn")
    assert not goes_on("a) tỉnh Lạng Sơn")
    assert not goes_on("Tỉnh Lạng Sơn")
    assert not goes_on("")


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("sáng", "kiến", "sáng kiến"),
        ("36/2018/", "QĐ-UBND", "36/2018/QĐ-UBND"),
        ("Quyết định số 36/2018/QĐ-", "UBND", "Quyết định số 36/2018/QĐ-UBND"),
        ("khoa học-", "kỹ thuật", "khoa học-kỹ thuật"),
        ("inter-", "national", "international"),
        ("in\u00ad", "formation", "information"),
        ("giai đoạn 2020 -", "2025", "giai đoạn 2020 - 2025"),
        ("và /", "hoặc", "và / hoặc"),
        ("", "đầu", " đầu"),
    ],
)
def test_how_two_lines_meet(before, after, whole):
    assert glued(before, after) == whole


def test_the_letter_u_of_an_old_font_is_no_soft_hyphen():
    line = "ViÖc x©y dùng quy ®Þnh nh\u00ad"
    assert glued(line, "sau") == f"{line} sau"


def test_sentences_end_also_inside_of_quotation_marks():
    assert ends_sentence("theo quy định.”")
    assert ends_sentence("như sau:")
    assert not ends_sentence("theo quy định")


def test_numbers_alone_are_told_from_words():
    assert all(map(is_enumerator, ["Điều 5.", "1.", "a)", " - ", "1.2", "[3]"]))
    assert not any(map(is_enumerator, ["Điều", "Số:", "1. Tên"]))


@given(st.lists(TEXT, max_size=8))
def test_joining_loses_no_letter(lines):
    def letters(pieces):
        return [c for piece in pieces for c in piece if c.isalnum()]

    assert letters(joined(lines)) == letters(lines)


@given(TEXT)
def test_a_clean_line_is_one_line_composed_and_stays_so(text):
    once = Cleaner().clean(text)
    assert "\n" not in once
    assert once == once.strip()
    assert unicodedata.is_normalized("NFC", once)
    # A few letters alone may read as an old font only once their signs are gone.
    assert detect_legacy(once) or Cleaner().clean(once) == once


@given(st.lists(TEXT, min_size=1, max_size=5))
def test_a_row_has_a_bar_around_every_cell(cells):
    cleaner = Cleaner()
    row = cleaner.table_row(cells)
    if any(cleaner.clean(cell) for cell in cells):
        assert row.replace("\\|", "").count("|") == len(cells) + 1
    else:
        assert row == ""
