"""Guidance without articles, counted A, I, 1, a as ministries and provinces print it.

The shapes are those of Quyết định 60/TTg of 1994 (A inside I, points with a stroke), of
Hướng dẫn 2746/HD-BTĐKT of 2015 (A above all) and of consolidated texts with footnotes.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.law.provisions import Level, Step, anchor_path
from documents.law.structure import parse_provisions

LETTERS = "ABCDĐEGH"


def anchors(text: str) -> list[str]:
    return [piece.anchor for piece in parse_provisions(text)]


def test_letters_stand_above_the_numerals_that_begin_again_in_each():
    text = (
        "THÔNG TƯ\nA. QUY ĐỊNH CHUNG\nI. PHẠM VI\n1. Lời.\na) lời;\nII. ĐỐI TƯỢNG\n"
        "B. QUY ĐỊNH CỤ THỂ\nI. MỨC CHI\n1. Lời.\n2. Lời.\nC- TỔ CHỨC THỰC HIỆN\n"
        "1. Lời.\n"
    )
    assert anchors(text) == [
        "mo-dau", "phan-a", "phan-a-muc-i", "phan-a-muc-i-khoan-1",
        "phan-a-muc-i-khoan-1-diem-a", "phan-a-muc-ii", "phan-b", "phan-b-muc-i",
        "phan-b-muc-i-khoan-1", "phan-b-muc-i-khoan-2", "phan-c", "phan-c-khoan-1",
    ]  # fmt: skip


def test_letters_inside_a_numeral_begin_again_in_the_next():
    text = (
        "I. TÀI CHÍNH\nA. NGÂN SÁCH\n1. Lời.\na/ lời;\nb/ lời.\nB. TIỀN TỆ\n1. Lời.\n"
        "II. ĐẦU TƯ\nA. VỐN\n1/ Lời.\n"
    )
    assert anchors(text) == [
        "muc-i", "muc-i-tieu-muc-a", "muc-i-tieu-muc-a-khoan-1",
        "muc-i-tieu-muc-a-khoan-1-diem-a", "muc-i-tieu-muc-a-khoan-1-diem-b",
        "muc-i-tieu-muc-b", "muc-i-tieu-muc-b-khoan-1", "muc-ii", "muc-ii-tieu-muc-a",
        "muc-ii-tieu-muc-a-khoan-1",
    ]  # fmt: skip


@pytest.mark.parametrize("size", range(1, len(LETTERS) + 1))
@pytest.mark.parametrize("mark", [". ", "- ", "/ ", " - "])
def test_all_letters_in_order_are_kept(size, mark):
    text = "".join(f"{letter}{mark}TÊN PHẦN\nLời.\n" for letter in LETTERS[:size])
    assert [piece.label for piece in parse_provisions(text)] == list(LETTERS[:size])


def test_some_count_on_from_d_to_e():
    text = "A. MỘT\nB. HAI\nC. BA\nD. BỐN\nE. NĂM\n"
    assert anchors(text) == ["phan-a", "phan-b", "phan-c", "phan-d", "phan-e"]


def test_a_letter_out_of_turn_is_a_line_of_text():
    assert anchors("A. MỘT\nC. Một lời.\nB. HAI\nA. Lại một lời.\n") == [
        "phan-a", "phan-b",
    ]  # fmt: skip


def test_an_act_with_articles_has_no_lettered_parts_but_its_appendix_may():
    text = "Điều 1. Tên\nA. Lời\nB. Lời\nPhụ lục I\nBIỂU\nA. MỘT\n1. Lời\nB. HAI\n"
    assert anchors(text) == [
        "dieu-1", "phu-luc-i", "phu-luc-i--phan-a", "phu-luc-i--phan-a-khoan-1",
        "phu-luc-i--phan-b",
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["1/2 số hộ", "1/ 2", "a/c của đơn vị", "đ/c Bí thư"])
def test_a_stroke_within_words_opens_nothing(line):
    assert anchors(f"I. MỘT\n{line}\nII. HAI\n") == ["muc-i", "muc-ii"]


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize("level", [Level.PART, Level.SUBSECTION])
def test_the_anchor_of_a_lettered_part_spells_its_label(level, letter):
    step = Step(level, letter)
    assert anchor_path(step.anchor) == (step,)


NOTES = """\
Điều 1. Phạm vi[1]
1. Lời.
Điều 2. Hiệu lực
Nơi nhận:
- Lưu: VT.
[1] Điều này được sửa đổi theo quy định tại khoản 1 Điều 1 của Luật minh họa.
[2] Điều 1 và Điều 2 của Luật minh họa quy định như sau:
“Điều 1. Sửa đổi
1. Lời của luật khác.
Điều 2. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2030."""


@pytest.mark.parametrize("closing", ["”.\n", "\n"])
def test_notes_under_the_signature_open_nothing(closing):
    quoted = NOTES.replace("“Điều 1. Sửa đổi", "“Trích:\nĐiều 1. Sửa đổi")
    for text in (NOTES, quoted):
        assert anchors(text + closing + "Phụ lục I\nBIỂU\n1. Lời\n") == [
            "dieu-1", "dieu-1-khoan-1", "dieu-2", "ket-thuc", "phu-luc-i",
            "phu-luc-i--khoan-1",
        ]  # fmt: skip


LINES = [
    "A. MỘT", "B. HAI", "C- BA", "D/ BỐN", "Đ. BỐN", "E. NĂM", "I. MỤC", "II. MỤC",
    "1. khoản", "2/ khoản", "a) điểm", "b/ điểm", "Điều 1. Một", "Phụ lục I", "lời",
    "Nơi nhận:", "[1] Chú thích", "“Trích", "dẫn”", "Phần I", "Mục 1", "",
]  # fmt: skip
guidance = st.lists(st.sampled_from(LINES), max_size=25).map("\n".join)


@given(guidance)
def test_nothing_of_guidance_is_lost_and_every_anchor_is_its_own(text):
    pieces = parse_provisions(text)
    assert "".join(piece.text for piece in pieces) == text
    assert len({piece.anchor for piece in pieces}) == len(pieces)
    seen = {piece.anchor: piece for piece in pieces}
    for piece in pieces:
        if piece.parent:
            assert piece.path[: len(seen[piece.parent].path)] == seen[piece.parent].path


@given(guidance)
def test_lettered_parts_come_in_order_within_what_contains_them(text):
    last: dict[tuple[str, str], int] = {}
    for piece in parse_provisions(text):
        if len(piece.label) == 1 and piece.label in LETTERS:
            key = (piece.part, piece.parent)
            assert LETTERS.index(piece.label) > last.get(key, -1)
            last[key] = LETTERS.index(piece.label)


def test_a_numeral_alone_takes_the_capitals_on_the_next_line():
    """As Nghị quyết 68/NQ-CP of 2021 breaks its lines."""
    pieces = parse_provisions("QUYẾT NGHỊ:\nI.\nMỤC TIÊU\n1. Lời.\nI.\nlời thường\n")
    found = {piece.anchor: piece for piece in pieces}
    assert list(found) == ["mo-dau", "muc-i", "muc-i-khoan-1"]
    assert found["muc-i"].title == "MỤC TIÊU"


@pytest.mark.parametrize(
    "signed",
    [
        "TM. UỶ BAN NHÂN DÂN TỈNH\nCHỦ TỊCH",
        "CHỦ TỊCH\n(Đã ký)",
        "BỘ TRƯỞNG",
        "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
    ],
)
def test_who_signs_is_no_text_of_the_last_article(signed):
    """As decisions of Hải Dương (41/2008) and Bình Dương (3872/2010) end."""
    text = f"Điều 1. Ủy quyền.\nĐiều 2. Thi hành quyết định này./.\n\n{signed}\n"
    assert anchors(text) == ["dieu-1", "dieu-2", "ket-thuc"]


def test_an_office_in_a_sentence_signs_nothing():
    text = "Điều 1. Người ký là:\nCHỦ TỊCH hội đồng.\nĐiều 2. Lời.\n"
    assert anchors(text) == ["dieu-1", "dieu-2"]
