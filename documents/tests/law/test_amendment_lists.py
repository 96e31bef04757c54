"""Lists, lines and sentences that say together what an act changes."""

import pytest

from documents.law.amendments import Doubt, propose_effects


# Worded as Quyết định 01082/QĐ-UBND, Nghị quyết 06/2021/NQ-HĐND, 23/2025/NQ-HĐND of Cần
# Thơ and Nghị định 91/2026/NĐ-CP are.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Các thủ tục hành chính đã công bố tại Quyết định số 911/2020/QĐ-UBND ngày "
            "01/01/2020; Quyết định số 912/2021/QĐ-UBND ngày 02/02/2021 hết hiệu lực "
            "kể từ ngày Quyết định này có hiệu lực thi hành.",
            [],
        ),
        (
            "Hủy bỏ 15 dự án ban hành kèm theo Nghị quyết số 914/2018/NQ-HĐND ngày 19 "
            "tháng 7 năm 2018.",
            [],
        ),
        (
            "Nghị quyết số 915/2012/NQ-HĐND ngày 07 tháng 12 năm 2012 quy định chế độ "
            "dinh dưỡng; mức chi tổ chức giải và điều chỉnh, bổ sung Nghị quyết số "
            "911/2011/NQ-HĐND ngày 08 tháng 12 năm 2011 hết hiệu lực thi hành kể từ "
            "ngày Nghị quyết này có hiệu lực thi hành.",
            [("repeals", "915/2012/NQ-HĐND", "")],
        ),
        (
            "Nghị định số 941/2013/NĐ-CP ngày 24 tháng 10 năm 2013 quy định chi tiết "
            "một số điều của Luật Giáo dục đại học và Điều 104, Điều 105 Nghị định số "
            "925/2024/NĐ-CP ngày 05 tháng 10 năm 2024 hết hiệu lực thi hành kể từ ngày "
            "Nghị định này có hiệu lực.",
            [
                ("repeals", "941/2013/NĐ-CP", ""),
                ("repeals", "925/2024/NĐ-CP", "dieu-104"),
                ("repeals", "925/2024/NĐ-CP", "dieu-105"),
            ],
        ),
        (
            "Bãi bỏ quy định tại khoản 2 Điều 5 Nghị định số 958/2017/NĐ-CP.",
            [("repeals", "958/2017/NĐ-CP", "dieu-5-khoan-2")],
        ),
    ],
    ids=["procedures", "projects", "semicolon", "places-after-an-act", "rules-at"],
)
def test_what_ends_is_told_from_what_is_only_named(text, expected):
    found = propose_effects(f"Điều 1. {text}")
    assert [(o.kind.value, o.act.symbol, o.provision) for o in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            # Worded as a real one that ends decisions of 2000 and 2001 is.
            "Hủy bỏ các Quyết định sau:\n- Quyết định số 954/2000/QĐ-UB ngày "
            "21/12/2000 về một số chính sách.\n- Quyết định số 901/2001/QĐ-UB.",
            [("repeals", "954/2000/QĐ-UB", ""), ("repeals", "901/2001/QĐ-UB", "")],
        ),
        (
            "Bãi bỏ các thủ tục sau:\n- Thủ tục cấp phép theo Quyết định số "
            "954/2000/QĐ-UB.",
            [],
        ),
        (
            # As Luật Giáo dục đại học of 2025 stands in a file with its line ends.
            "Luật Mẫu số 908/2012/QH13 đã được sửa đổi, bổ sung một số điều theo\nLuật "
            "số 932/2013/QH13, Luật số 974/2014/QH13 hết hiệu lực kể từ ngày Luật\nnày "
            "có hiệu lực thi hành.",
            [("repeals", "908/2012/QH13", "")],
        ),
        (
            "Bãi bỏ Điều 6 và sửa đổi Điều 15 Thông tư số 912/2020/TT-BTC như sau: "
            "“Điều 15. Mới”.",
            [
                ("repeals", "912/2020/TT-BTC", "dieu-6"),
                ("amends", "912/2020/TT-BTC", "dieu-15"),
            ],
        ),
    ],
    ids=["bullets", "procedures", "line-ends", "one-act-for-two-verbs"],
)
def test_lists_lines_and_sentences_are_read_together(text, expected):
    found = propose_effects(f"Điều 1. {text}")
    assert [(o.kind.value, o.act.symbol, o.provision) for o in found] == expected


def test_wording_in_the_line_of_its_instruction_needs_no_marks():
    text = (
        "Điều 1. Khoản 2 Điều 5 Thông tư số 952/2020/TT-BGDĐT được sửa đổi như sau: "
        "nhóm trẻ tối đa 20 trẻ."
    )
    (one,) = propose_effects(text)
    assert one.new_text == "nhóm trẻ tối đa 20 trẻ."
    assert one.doubts == (Doubt.NOT_QUOTED,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bãi bỏ nội dung “các xã khu vực III” tại khoản 1 Điều 6 Nghị quyết số "
            "912/2020/NQ-HĐND.",
            [("dieu-6-khoan-1", "các xã khu vực III", "")],
        ),
        (
            "Thay cụm từ “Sở A” bằng “Sở B”; cụm từ “Phòng C” bằng “Phòng D” tại Điều "
            "5 Thông tư số 912/2020/TT-BTC.",
            [("dieu-5", "Sở A", "Sở B"), ("dieu-5", "Phòng C", "Phòng D")],
        ),
        (
            "Sửa đổi Thông tư số 912/2020/TT-BTC như sau:\n1. Thay thế các cụm từ sau: "
            "“X” thành “Y” tại Điều 6; “Z” thành “T” tại Điều 7.",
            [("dieu-6", "X", "Y"), ("dieu-7", "Z", "T")],
        ),
    ],
    ids=["content", "two-pairs", "each-in-its-place"],
)
def test_phrases_are_paired_and_placed(text, expected):
    found = propose_effects(f"Điều 1. {text}")
    assert {one.kind.value for one in found} == {"replaces_phrase"}
    assert [(one.provision, one.phrase, one.new_text) for one in found] == expected


def test_a_part_of_an_act_is_that_of_the_act_named_before():
    found = propose_effects(
        "Điều 1. Bãi bỏ một phần Quyết định số 915/2020/QĐ-UBND: bãi bỏ Điều 3 Quy "
        "định ban hành kèm theo."
    )
    assert [(one.act.symbol, one.provision) for one in found] == [
        ("915/2020/QĐ-UBND", "quy-dinh--dieu-3")
    ]


# As lists look whose numbers were lost when they were read from a file; made up.
LINES = {"numbers": ("1. ", "2. ", "3. "), "dashes": ("- ",) * 3, "bare": ("",) * 3}


def lines(marks: str, *words: str) -> str:
    return "\n".join(map("{}{}".format, LINES[marks], words))


@pytest.mark.parametrize("marks", LINES)
def test_places_of_an_act_are_listed_with_or_without_numbers(marks):
    text = "Điều 1. Bãi bỏ các quy định sau của Thông tư số 912/2020/TT-BTC:\n"
    places = ("Khoản 2 Điều 5;", "Điều 7;", "Điểm a khoản 1, khoản 3 Điều 9.")
    found = propose_effects(text + lines(marks, *places))
    assert {(one.kind.value, one.act.symbol) for one in found} == {
        ("repeals", "912/2020/TT-BTC")
    }
    assert [one.provision for one in found] == [
        "dieu-5-khoan-2",
        "dieu-7",
        "dieu-9-khoan-1-diem-a",
        "dieu-9-khoan-3",
    ]


@pytest.mark.parametrize("marks", LINES)
def test_a_phrase_goes_in_each_listed_place_and_nowhere_else(marks):
    text = "Điều 1. Thay cụm từ “Sở A” bằng cụm từ “Sở B” tại các văn bản sau:\n"
    places = (
        "Khoản 2 Điều 5 Thông tư số 912/2020/TT-BTC;",
        "Điều 7 Thông tư số 913/2020/TT-BTC.",
    )
    found = propose_effects(text + lines(marks, *places))
    assert [(o.act.symbol, o.provision, o.phrase, o.new_text) for o in found] == [
        ("912/2020/TT-BTC", "dieu-5-khoan-2", "Sở A", "Sở B"),
        ("913/2020/TT-BTC", "dieu-7", "Sở A", "Sở B"),
    ]


@pytest.mark.parametrize("marks", LINES)
def test_a_place_before_its_verb_is_that_of_the_change(marks):
    text = "Điều 1. Sửa đổi một số điều của Thông tư số 912/2020/TT-BTC như sau:\n"
    said = (
        "Khoản 2 Điều 5: bãi bỏ.",
        "Điểm a khoản 3 Điều 7: thay cụm từ “Sở A” bằng “Sở B”.",
        "Tại khoản 4 Điều 9, cụm từ “C” được thay bằng cụm từ “D”.",
    )
    found = propose_effects(text + lines(marks, *said))
    assert [(one.kind.value, one.provision, one.new_text) for one in found] == [
        ("repeals", "dieu-5-khoan-2", None),
        ("replaces_phrase", "dieu-7-khoan-3-diem-a", "Sở B"),
        ("replaces_phrase", "dieu-9-khoan-4", "D"),
    ]


def test_a_line_that_says_something_of_a_place_is_none_of_the_list():
    found = propose_effects(
        "Điều 1. Bãi bỏ các khoản sau của Thông tư số 912/2020/TT-BTC:\nKhoản 2 Điều "
        "5.\nKhoản 3 Điều 7 tiếp tục được áp dụng cho đến khi có quy định mới."
    )
    assert [one.provision for one in found] == ["dieu-5-khoan-2"]


def test_acts_in_one_line_may_have_numbers():
    found = propose_effects(
        "Điều 1. Bãi bỏ các văn bản sau: 1) Quyết định số 912/2020/QĐ-UBND; 2) Quyết "
        "định số 913/2020/QĐ-UBND."
    )
    assert [(one.kind.value, one.act.symbol) for one in found] == [
        ("repeals", "912/2020/QĐ-UBND"),
        ("repeals", "913/2020/QĐ-UBND"),
    ]
