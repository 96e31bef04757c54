"""Codes in parts, and guidance and laws as they were printed before 1996.

The shapes are those of Bộ luật Dân sự 91/2015/QH13 (chapters count on through parts),
of Thông tư 15-BTC/TT of 1991 (I- and 1-) and of laws whose headings lack a full stop.
"""

import pytest

from documents.law.provisions import Level, Step, anchor_path, label_key
from documents.law.structure import parse_provisions

ROMAN = [
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
    "XVI",
    "XVII",
    "XVIII",
    "XIX",
    "XX",
    "XXI",
    "XXII",
    "XXIII",
    "XXIV",
    "XXV",
    "XXVI",
    "XXVII",
]


def anchors(text: str) -> list[str]:
    return [piece.anchor for piece in parse_provisions(text)]


def chapters(text: str) -> list[str]:
    found = parse_provisions(text)
    return [piece.label for piece in found if piece.level is Level.CHAPTER]


def code(*parts: int, again: bool = False) -> str:
    """A code whose parts have so many chapters, which count on or begin again."""
    text, number = "", 0
    for part, size in enumerate(parts, 1):
        text += f"Phần thứ {['nhất', 'hai', 'ba', 'tư'][part - 1]}\nTÊN PHẦN\n"
        for place in range(size):
            label = ROMAN[place if again else number]
            number += 1
            text += f"Chương {label}\nTÊN CHƯƠNG\nĐiều {number}. Tên\nLời.\n"
    return text


@pytest.mark.parametrize("parts", [(3, 2), (22, 3, 2), (1, 1, 1, 1), (10, 11, 6)])
def test_chapters_count_on_through_parts(parts):
    assert chapters(code(*parts)) == ROMAN[: sum(parts)]


def test_chapters_may_begin_again_in_each_part():
    assert chapters(code(3, 2, again=True)) == ["I", "II", "III", "I", "II"]


def test_a_chapter_put_in_stands_after_its_number():
    text = "".join(
        f"Chương {label}\nTÊN\nĐiều {place}. Tên\nLời.\n"
        for place, label in enumerate(["I", "II", "IIa", "IIb", "III"], 1)
    )
    assert chapters(text) == ["I", "II", "IIa", "IIb", "III"]
    labels = ["III", "IIb", "IIa", "IX", "II", "I"]
    assert sorted(labels, key=label_key) == ["I", "II", "IIa", "IIb", "III", "IX"]


@pytest.mark.parametrize("label", ["II", "IIa", "IIb", "IIc", "XIVđ", "XXVII"])
def test_the_anchor_of_a_chapter_spells_its_label(label):
    step = Step(Level.CHAPTER, label)
    assert anchor_path(step.anchor) == (step,)


def test_a_heading_without_a_full_stop_opens_its_article():
    text = (
        "Điều 1 Phạm vi điều chỉnh\n1. Lời.\nĐiều 2 Chính sách của Nhà nước\nLời theo\n"
        "Điều 3 Chính sách\nvà các lời khác.\nĐiều 3. Giải thích\nLời.\n"
    )
    found = parse_provisions(text)
    assert [(piece.anchor, piece.title) for piece in found] == [
        ("dieu-1", "Phạm vi điều chỉnh"),
        ("dieu-1-khoan-1", ""),
        ("dieu-2", "Chính sách của Nhà nước"),
        ("dieu-3", "Giải thích"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Điều 2 Luật này được sửa như sau",
        "Điều 2 Nghị định số 13/2012/NĐ-CP",
        "Điều 2 của Quy chế",
        "Điều 2 Có hiệu lực từ ngày ký.",
        "Điều 9 Chính sách",
    ],
)
def test_an_article_named_in_a_sentence_opens_nothing(line):
    assert anchors(f"Điều 1. Tên\nLời.\n{line}\nLời.\n") == ["dieu-1"]


def test_old_guidance_counts_with_dashes():
    text = (
        "THÔNG TƯ\nI- NHỮNG QUY ĐỊNH CHUNG\n1- Ngân hàng là đơn vị.\n2- Vốn gồm:\n"
        "a) điểm a\nb) điểm b\nII- VỐN VÀ TÀI SẢN\n1- Vốn.\n2- Tài sản 3- 4 năm.\n"
    )
    found = parse_provisions(text)
    assert [piece.anchor for piece in found] == [
        "mo-dau", "muc-i", "muc-i-khoan-1", "muc-i-khoan-2", "muc-i-khoan-2-diem-a",
        "muc-i-khoan-2-diem-b", "muc-ii", "muc-ii-khoan-1", "muc-ii-khoan-2",
    ]  # fmt: skip
    assert "".join(piece.text for piece in found) == text
