"""What the lines of an instruction leave to the words above them, and lines broken in
mid-sentence, as real acts print both. Numbers of 9xx and wordings are made up.
"""

import pytest

from documents.law.amendments import propose_effects
from documents.law.structure import parse_provisions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bãi bỏ một số quy định của Nghị định số 938/2020/NĐ-CP:\na) Bãi bỏ khoản "
            "3 và khoản 7 Điều 37.\nb) Bãi bỏ các cụm từ sau đây:\nCụm từ “, biệt "
            "phái” tại khoản 1 Điều 28;\nCụm từ “thống nhất” tại: Điểm a "
            "khoản 1 Điều 40, khoản 1 Điều 73;",
            [
                ("repeals", "dieu-37-khoan-3", ""),
                ("repeals", "dieu-37-khoan-7", ""),
                ("replaces_phrase", "dieu-28-khoan-1", ", biệt phái"),
                ("replaces_phrase", "dieu-40-khoan-1-diem-a", "thống nhất"),
                ("replaces_phrase", "dieu-73-khoan-1", "thống nhất"),
            ],
        ),
        (
            "Sửa đổi Nghị định số 938/2020/NĐ-CP\n3. Sửa đổi điểm a khoản 2 và khoản 3 "
            "Điều 7 như sau:\na) Sửa đổi điểm a khoản 2 như sau:\n“a) Một;”.\n"
            "b) Sửa đổi khoản 3 như sau:\n“3. Hai.”.",
            [("amends", "dieu-7-khoan-2-diem-a", ""), ("amends", "dieu-7-khoan-3", "")],
        ),
        (
            "Thay thế Phụ lục đính kèm Nghị định số 938/2020/NĐ-CP bằng Phụ lục "
            "đính kèm Nghị định này.",
            [("replaces", "phu-luc", "")],
        ),
        (
            "Bãi bỏ: Điều 2, khoản 2 Điều 3, Điều 6 Nghị định số 938/2020/NĐ-CP ngày "
            "24 tháng 10 năm 2020.",
            [
                ("repeals", "dieu-2", ""),
                ("repeals", "dieu-3-khoan-2", ""),
                ("repeals", "dieu-6", ""),
            ],
        ),
        (
            "Thay thế cụm từ “tỉnh\nLạng” bằng cụm từ “thành\nphố” tại Điều\n1; khoản "
            "6 Điều\n4; điểm\na khoản 2 Điều 13 của Nghị định số\n938/2020/NĐ-CP.",
            [
                ("replaces_phrase", "dieu-1", "tỉnh Lạng"),
                ("replaces_phrase", "dieu-4-khoan-6", "tỉnh Lạng"),
                ("replaces_phrase", "dieu-13-khoan-2-diem-a", "tỉnh Lạng"),
            ],
        ),
        (
            "Thay thế cụm từ “A” bằng cụm từ “B”, cụm từ “C”\nbằng cụm từ “D” tại "
            "khoản 1 Điều 2 của Nghị định số 938/2020/NĐ-CP.",
            [
                ("replaces_phrase", "dieu-2-khoan-1", "A"),
                ("replaces_phrase", "dieu-2-khoan-1", "C"),
            ],
        ),
    ],
    ids=["phrases-line-by-line", "points-of-one-article", "the-only-appendix",
         "colon-after-the-verb", "broken-lines", "line-ends-after-a-phrase"],
)  # fmt: skip
def test_what_lines_leave_to_the_words_above(text, expected):
    found = propose_effects(f"Điều 1. {text}")
    assert [(one.kind.value, one.provision, one.phrase) for one in found] == expected
    assert {one.act.symbol for one in found} == {"938/2020/NĐ-CP"}


def test_a_place_alone_is_changed_as_the_words_above_say():
    found = propose_effects(
        "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 938/2020/NĐ-CP như sau:"
        "\n1. Khoản 2 Điều 4:\n“2. Một.”.\n2. Điểm b khoản 1 Điều 5 như sau: “b) Hai;”."
        "\n3. Tên Điều 3:\n“Điều 3. Ba”\nĐiều 2. Khoản 3 Điều 7:\n“3. Của ai?”\n"
        "Điều 3. Hiệu lực\n1. Khoản 1 Điều 2: “kể từ”"
    )
    assert [(one.kind.value, one.provision, one.new_text) for one in found] == [
        ("amends", "dieu-4-khoan-2", "2. Một."),
        ("amends", "dieu-5-khoan-1-diem-b", "b) Hai;"),
        ("renames", "dieu-3", "Điều 3. Ba"),
    ]


@pytest.mark.parametrize(
    ("place", "anchor"),
    [
        ("khoản 2 mục I Phụ lục II", "phu-luc-ii--muc-i-khoan-2"),
        ("Mục 2 Phụ lục II", "phu-luc-ii--muc-2"),
        # Guidance without articles calls its clauses so.
        ("điểm 4 mục II", "muc-ii-khoan-4"),
        ("điểm 4, mục II, phần B", "phan-b-muc-ii-khoan-4"),
    ],
)
def test_a_place_has_the_anchor_of_the_text(place, anchor):
    (found,) = propose_effects(f"Điều 1. Bãi bỏ {place} Thông tư số 938/2000/TT-BTC.")
    assert found.provision == anchor
    text = (
        "A. MỘT\nI. MỤC\nB. HAI\nI. MỤC\nII. MỤC\n1. Một\n2. Hai\n3. Ba\n4. Bốn\n"
        if "phan" in anchor
        else "I. MỤC\nII. MỤC\n1. Một\n2. Hai\n3. Ba\n4. Bốn\n"
    )
    text += "Phụ lục II\nBIỂU\nI. MỤC\n1. Một\n2. Hai\n"
    text = text if "muc-2" not in anchor else "Phụ lục II\nBIỂU\nMục 1\nA\nMục 2\nB\n"
    assert anchor in {piece.anchor for piece in parse_provisions(text)}
