import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.law.provisions import Level
from documents.law.structure import parse_fragment, parse_provisions

# Invented acts, in the form such acts have.
DECISION = """\
ỦY BAN NHÂN DÂN TỈNH MẪU
Căn cứ một luật minh họa;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy định minh họa.
Điều 2. Hiệu lực
1. Quyết định này có hiệu lực từ ngày ký.
2. Giao cho đơn vị có trên
30. lượt đăng ký theo dõi.
3. Bãi bỏ quy định cũ.
Nơi nhận:
- Như Điều 2;
1. Lưu.
TM. ỦY BAN NHÂN DÂN

QUY ĐỊNH
Về việc minh họa
(Ban hành kèm theo Quyết định số 01/2030/QĐ-UBND)
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Khoản một gồm:
a) điểm a;
d) điểm d;
đ) điểm đ.
2. Khoản hai theo Điều 1.000 mẫu.
2a. Khoản hai a.
Chương II. THỰC HIỆN
Mục 1
VIỆC CHUNG
Điều 2. Giải thích
Điều 15. Mười lăm
Điều 15d. Có d
Điều 15đ. Có đ
PHỤ LỤC I
Biểu mẫu
I. Phần đầu
1. Mục một
a) điểm a
II. Phần hai
Phụ lục II kèm theo Quyết định này để trống
Phụ lục II
Biểu khác
"""

AMENDING = """\
Điều 1. Sửa đổi Quyết định mẫu
1. Sửa đổi Điều 5 như sau:
“Điều 5. Mức chi
1. Khoản mới một.
a) điểm mới.
Điều 6. Cũng mới”.
2. Bổ sung Điều 15đ:
"Điều 15đ. Thêm
1. Nội dung thêm."
3. Bãi bỏ Điều 7.
Điều 2. Thi hành
"""

GUIDANCE = """\
HƯỚNG DẪN
Triển khai việc minh họa
I. MỤC ĐÍCH
1. Mục đích thứ nhất
a) một;
b) hai.
2. Mục đích thứ hai
II. TỔ CHỨC
1. Phân công
"""


def anchors(text: str) -> list[str]:
    return [provision.anchor for provision in parse_provisions(text)]


def by_anchor(text: str) -> dict:
    return {provision.anchor: provision for provision in parse_provisions(text)}


def test_a_decision_with_an_attached_text_has_two_first_articles():
    assert anchors(DECISION) == [
        "mo-dau",
        "dieu-1",
        "dieu-2",
        "dieu-2-khoan-1",
        "dieu-2-khoan-2",
        "dieu-2-khoan-3",
        "ket-thuc",
        "quy-dinh",
        "quy-dinh--chuong-i",
        "quy-dinh--dieu-1",
        "quy-dinh--dieu-1-khoan-1",
        "quy-dinh--dieu-1-khoan-1-diem-a",
        "quy-dinh--dieu-1-khoan-1-diem-d",
        "quy-dinh--dieu-1-khoan-1-diem-dd",
        "quy-dinh--dieu-1-khoan-2",
        "quy-dinh--dieu-1-khoan-2a",
        "quy-dinh--chuong-ii",
        "quy-dinh--chuong-ii-muc-1",
        "quy-dinh--dieu-2",
        "quy-dinh--dieu-15",
        "quy-dinh--dieu-15d",
        "quy-dinh--dieu-15dd",
        "phu-luc-i",
        "phu-luc-i--muc-i",
        "phu-luc-i--muc-i-khoan-1",
        "phu-luc-i--muc-i-khoan-1-diem-a",
        "phu-luc-i--muc-ii",
        "phu-luc-ii",
    ]


def test_facts_of_a_provision():
    found = by_anchor(DECISION)
    article = found["quy-dinh--dieu-1"]
    assert (article.level, article.label, article.title) == (
        Level.ARTICLE,
        "1",
        "Phạm vi",
    )
    assert (article.part, article.parent) == ("quy-dinh", "quy-dinh--chuong-i")
    assert found["quy-dinh--chuong-i"].title == "QUY ĐỊNH CHUNG"
    assert found["quy-dinh--chuong-ii"].title == "THỰC HIỆN"
    assert found["quy-dinh--chuong-ii-muc-1"].title == "VIỆC CHUNG"
    assert found["phu-luc-i"].title == "Biểu mẫu"
    assert found["dieu-2-khoan-1"].parent == "dieu-2"
    assert found["dieu-2-khoan-2"].text == (
        "2. Giao cho đơn vị có trên\n30. lượt đăng ký theo dõi.\n"
    )
    assert DECISION[article.start : article.end] == article.text


def test_quoted_wording_belongs_to_the_amended_act():
    assert anchors(AMENDING) == [
        "dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-2", "dieu-1-khoan-3", "dieu-2",
    ]  # fmt: skip
    assert "Khoản mới một" in by_anchor(AMENDING)["dieu-1-khoan-1"].text


def test_a_forgotten_quotation_mark_does_not_swallow_the_act():
    assert anchors("Điều 1. Sửa “Điều 5\nĐiều 2. Hai\nĐiều 3. Ba") == [
        "dieu-1", "dieu-2", "dieu-3",
    ]  # fmt: skip


def test_older_guidance_counts_i_1_a():
    assert anchors(GUIDANCE) == [
        "mo-dau",
        "muc-i",
        "muc-i-khoan-1",
        "muc-i-khoan-1-diem-a",
        "muc-i-khoan-1-diem-b",
        "muc-i-khoan-2",
        "muc-ii",
        "muc-ii-khoan-1",
    ]


def test_an_attached_text_without_its_heading_is_still_another_text():
    act = "Điều 1. Ban hành\nĐiều 2. Thi hành\n"
    attached = "Chương I\nCHUNG\nĐiều 1. Phạm vi\nĐiều 2. Khác"
    assert anchors(act + attached) == [
        "dieu-1",
        "dieu-2",
        "kem-theo--chuong-i",
        "kem-theo--dieu-1",
        "kem-theo--dieu-2",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Điều 5 của Quyết định này áp dụng cho",
        "Điều 1.000 đồng",
        "Phụ lục I kèm theo Quyết định này",
        "Chương II của Luật",
        "Mục tiêu chung",
        "Phần mềm dùng chung",
        "1.5 triệu đồng",
        "2018. là năm",
        "f) không có điểm f",
        "1.",
    ],
)
def test_running_text_opens_nothing(line):
    text = f"Điều 1. Một\n1. Khoản\n{line}\n2. Khoản\nĐiều 2. Hai\n"
    assert anchors(text) == ["dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-2", "dieu-2"]


def test_numbers_may_skip_but_not_leap():
    assert anchors("Điều 1. Một\nĐiều 5. Năm\n1. a\n3. b\n150. lượt\nĐiều 7. Bảy") == [
        "dieu-1",
        "dieu-5",
        "dieu-5-khoan-1",
        "dieu-5-khoan-3",
        "dieu-7",
    ]


@pytest.mark.parametrize("empty", ["", " ", "\n\n", "Không có cấu trúc gì."])
def test_text_without_structure_is_one_piece_or_none(empty):
    pieces = parse_provisions(empty)
    assert "".join(piece.text for piece in pieces) == empty
    assert [piece.level for piece in pieces] == [Level.PREAMBLE] * bool(empty)


def test_decomposed_text_and_windows_line_ends_are_read_alike():
    other = unicodedata.normalize("NFD", DECISION).replace("\n", "\r\n")
    pieces = parse_provisions(other)
    assert [piece.anchor for piece in pieces] == anchors(DECISION)
    assert "".join(piece.text for piece in pieces) == other


LINES = [
    "Phần thứ nhất", "Phần II", "Chương I", "Chương II", "CHUNG", "Mục 1", "Tiểu mục 1",
    "Điều 1. Một", "Điều 2. Hai", "Điều 15. Nhiều", "Điều 15đ. Thêm", "Điều 15d. Nữa",
    "1. khoản", "2. khoản", "2a. khoản", "a) điểm", "d) điểm", "đ) điểm", "I. mục lớn",
    "II. mục lớn", "PHỤ LỤC I", "Phụ lục", "QUY ĐỊNH", "QUY CHẾ", "(Ban hành kèm theo",
    "“Điều 5. Mới", "mới”.", '"', "Nơi nhận:", "TM. ỦY BAN", "", "  chữ",
    "\u200b1. khoản", "Chương IIa", "Điều 2 Chính sách", "1- khoản", "I- MỤC",
]  # fmt: skip
acts = st.lists(st.sampled_from(LINES), max_size=30).map("\n".join)


@given(acts | st.text())
def test_nothing_is_lost_and_every_anchor_is_its_own(text):
    pieces = parse_provisions(text)
    assert "".join(piece.text for piece in pieces) == text
    names = [piece.anchor for piece in pieces]
    assert len(set(names)) == len(names)
    assert all(piece.text for piece in pieces)


@given(acts)
def test_a_parent_comes_before_and_contains_more(text):
    seen: dict = {}
    for piece in parse_provisions(text):
        if piece.parent:
            parent = seen[piece.parent]
            assert parent.part == piece.part
            assert parent.path == piece.path[: len(parent.path)]
            assert parent.level.rank < piece.level.rank or piece.level is Level.CLOSING
        seen[piece.anchor] = piece


@given(acts)
def test_anchors_are_plain_and_stable(text):
    names = anchors(text)
    assert anchors(text) == names
    assert all(name.isascii() and name.replace("-", "").isalnum() for name in names)


def test_new_wording_is_split_below_its_provision():
    article = by_anchor(DECISION)["quy-dinh--dieu-1"]
    text = "Điều 1. Phạm vi mới\n1. Một\na) điểm\n2. Hai\nĐiều 9. Không phải của nó"
    pieces = parse_fragment(text, article)
    assert [piece.anchor for piece in pieces] == [
        "quy-dinh--dieu-1",
        "quy-dinh--dieu-1-khoan-1",
        "quy-dinh--dieu-1-khoan-1-diem-a",
        "quy-dinh--dieu-1-khoan-2",
    ]
    assert pieces[0].parent == article.parent
    assert pieces[1].parent == article.anchor
    assert "".join(piece.text for piece in pieces) == text


def test_new_wording_of_a_clause_keeps_its_own_number():
    clause = by_anchor(DECISION)["quy-dinh--dieu-1-khoan-2"]
    pieces = parse_fragment("2. Mới:\na) một;\nb) hai.", clause)
    assert [piece.anchor for piece in pieces] == [
        "quy-dinh--dieu-1-khoan-2",
        "quy-dinh--dieu-1-khoan-2-diem-a",
        "quy-dinh--dieu-1-khoan-2-diem-b",
    ]


@given(acts, acts)
def test_new_wording_loses_nothing_and_stays_below(act, wording):
    for root in parse_provisions(act):
        pieces = parse_fragment(wording, root)
        assert "".join(piece.text for piece in pieces) == wording
        if root.level is Level.ARTICLE:
            assert all(piece.anchor.startswith(root.anchor) for piece in pieces)
