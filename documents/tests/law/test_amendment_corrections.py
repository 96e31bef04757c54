"""Acts that correct, and the phrases they and others put in place of what was printed.
Numbers of 9xx and wordings are made up; worded as Quyết định 334/QĐ-BCT, 2361/QĐ-BTNMT,
476/QĐ-BTTTT, 592/QĐ-UBND of Quảng Ngãi and Công văn 497/UBND-NĐ are.
"""

import cProfile
import pstats

import pytest

from documents.law.amendments import Doubt, propose_effects


def read_phrases(text: str) -> list[tuple[str, str, str, str, str]]:
    return [
        (one.kind.value, one.act.symbol, one.provision, one.phrase, one.new_text or "")
        for one in propose_effects(f"Điều 1. {text}")
    ]


def test_whatever_an_act_that_corrects_says_is_a_correction():
    text = (
        "Đính chính một số nội dung của “Quy chế phối hợp” ban hành kèm theo Quyết "
        "định số 904/2016/QĐ-UBND ngày 23/3/2016 như sau:\n1. Tại Mục b, Khoản 6, Điều "
        "4: Sửa cụm từ “A” thành “B”.\n2. Tại Điều 5, thay cụm từ “C” bằng cụm từ “D”."
        "\n3. Khoản 2 Điều 6 được sửa lại như sau: “2. E”."
    )
    assert [one[:4] for one in read_phrases(text)] == [
        ("corrects", "904/2016/QĐ-UBND", "quy-che--dieu-4-khoan-6-diem-b", "A"),
        ("corrects", "904/2016/QĐ-UBND", "quy-che--dieu-5", "C"),
        ("corrects", "904/2016/QĐ-UBND", "quy-che--dieu-6-khoan-2", ""),
    ]


def test_a_correction_says_in_one_line_where_its_words_stand():
    text = (
        "Đính chính Thông tư số 904/2016/TT-BTC như sau: Cụm từ “A” tại khoản 2 Điều 5 "
        "được đính chính thành cụm từ “B”; cụm từ “C” tại Điều 7 sửa thành “D”."
    )
    assert read_phrases(text) == [
        ("corrects", "904/2016/TT-BTC", "dieu-5-khoan-2", "A", "B"),
        ("corrects", "904/2016/TT-BTC", "dieu-7", "C", "D"),
    ]
    text = (
        "Đính chính số hiệu văn bản tại Điều 2 Quyết định số 904/2016/QĐ-UBND từ “số "
        "12” thành “số 13”."
    )
    assert read_phrases(text) == [
        ("corrects", "904/2016/QĐ-UBND", "dieu-2", "số 12", "số 13")
    ]


@pytest.mark.parametrize("marks", [("1. ", "2. "), ("- ", "- "), ("", "")])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Tại khoản 2 Điều 5, cụm từ “A” sửa thành “B”.",
            "Tại khoản 3 Điều 7, cụm từ “C” được sửa thành cụm từ “D”.",
        ),
        (
            "Tại khoản 2 Điều 5: “A” được đính chính thành “B”.",
            "Khoản 3 Điều 7: “C” sửa lại là “D”.",
        ),
        (
            "Khoản 2 Điều 5: sửa “A” thành “B”.",
            "Khoản 3 Điều 7: sửa cụm từ “C” thành “D”.",
        ),
        (
            "Khoản 2 Điều 5: đã in “A”, sửa thành “B”.",
            "Khoản 3 Điều 7, sửa “C” thành “D”.",
        ),
    ],
)
def test_a_correction_names_its_place_first(marks, first, second):
    text = (
        "Đính chính Thông tư số 904/2016/TT-BTC như sau:\n"
        f"{marks[0]}{first}\n{marks[1]}{second}"
    )
    assert read_phrases(text) == [
        ("corrects", "904/2016/TT-BTC", "dieu-5-khoan-2", "A", "B"),
        ("corrects", "904/2016/TT-BTC", "dieu-7-khoan-3", "C", "D"),
    ]


def test_what_was_printed_is_told_from_what_is_to_be_read():
    text = (
        "Đính chính Quyết định số 904/2016/QĐ-UBND:\n- Tại trang 3, khoản 2 Điều 5 đã "
        "viết: “A”, nay sửa lại là: “B”.\n- Tại khoản 3 Điều 6 đã in “C”; nay đính "
        "chính thành: “D”."
    )
    assert read_phrases(text) == [
        ("corrects", "904/2016/QĐ-UBND", "dieu-5-khoan-2", "A", "B"),
        ("corrects", "904/2016/QĐ-UBND", "dieu-6-khoan-3", "C", "D"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Khoản 1 Điều 24 đã ban hành “A”\n\nSửa thành “B”",
        "Tại khoản 1 Điều 24:\nSửa “A” thành “B”",
        '1. Tại Điều 24, Khoản 1:\nSửa "A" thành "B"',
        "- Tại khoản 1 Điều 24: “A”.\n- Nay đính chính là: “B”.",
    ],
)
def test_what_is_to_be_read_may_stand_a_line_below(text):
    intro = "Đính chính lỗi kỹ thuật tại Thông tư số 904/2016/TT-BTC như sau:\n"
    assert read_phrases(intro + text) == [
        ("corrects", "904/2016/TT-BTC", "dieu-24-khoan-1", "A", "B")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Điều 1. Đính chính một số nội dung của Thông tư số 904/2016/TT-BTC quy định "
        "chi tiết Luật Minh họa và Nghị định số 903/2013/NĐ-CP như sau:",
        "Điều 1. Đính chính tiêu đề Thông tư số 904/2016/TT-BTC như sau:\nMột lời.",
        "Trên cơ sở Công văn số 910/HĐND-TH, Ủy ban nhân dân tỉnh đính chính một số "
        "nội dung tại Thông tư số 904/2016/TT-BTC ngày 21/12/2016.",
    ],
)
def test_a_correction_that_is_not_understood_is_told_of_the_act(text):
    (found,) = propose_effects(text)
    assert (found.kind.value, found.act.symbol) == ("corrects", "904/2016/TT-BTC")
    assert (found.provision, found.phrase) == ("", "")
    assert Doubt.NO_PLACE in found.doubts


@pytest.mark.parametrize(
    "text",
    [
        "Điều 1. Đính chính Giấy chứng nhận đã cấp theo Nghị quyết số 904/2025/QH15.",
        "Điều 1. Việc đính chính Thông tư số 904/2016/TT-BTC thực hiện theo quy định.",
    ],
)
def test_what_is_corrected_in_passing_is_no_act(text):
    assert propose_effects(text) == []


def test_what_replaces_an_act_is_no_correction_of_the_one_above():
    found = propose_effects(
        "Điều 1. Đính chính Quyết định số 904/2016/QĐ-UBND\n1. Sửa khoản 2 Điều 5 như "
        "sau: “2. A”.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký và thay thế Quyết "
        "định số 903/2010/QĐ-UBND."
    )
    assert [(one.kind.value, one.provision) for one in found] == [
        ("corrects", "dieu-5-khoan-2"),
        ("replaces", ""),
    ]


def test_a_quoted_title_is_a_phrase_where_it_is_called_one():
    text = (
        "Thay cụm từ “Quy chế phối hợp” ban hành kèm theo Quyết định số "
        "904/2016/QĐ-UBND bằng cụm từ “Quy định phối hợp”."
    )
    assert [one[3:] for one in read_phrases(text)] == [
        ("Quy chế phối hợp", "Quy định phối hợp")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Thay thế cụm từ “A” tại khoản 1 Điều 5 bằng cụm từ “B”, cụm từ “C” tại "
            "Điều 6 bằng cụm từ “D” Nghị định số 901/2013/NĐ-CP.",
            [("dieu-5-khoan-1", "A", "B"), ("dieu-6", "C", "D")],
        ),
        (
            "Thay thế cụm từ “A” tại Điều 5 và cụm từ “B” tại Điều 6 bằng các cụm từ "
            "tương ứng “C” và “D” Nghị định số 901/2013/NĐ-CP.",
            [("dieu-5", "A", "C"), ("dieu-6", "B", "D")],
        ),
        (
            "Bổ sung cụm từ “A” vào sau cụm từ “B” tại Điều 5, cụm từ “C” vào sau cụm "
            "từ “D” tại Điều 6 Nghị định số 901/2013/NĐ-CP.",
            [("dieu-5", "B", "B A"), ("dieu-6", "D", "D C")],
        ),
        (
            "Thay thế cụm từ “A” tại Điều 5, cụm từ “B” tại Điều 7 bằng cụm từ “C” của "
            "Nghị định số 901/2013/NĐ-CP.",
            [("dieu-5", "A", "C"), ("dieu-7", "B", "C")],
        ),
    ],
    ids=["in-turn", "in-order", "beside", "act-at-the-end"],
)
def test_each_phrase_has_its_own_place_and_its_own_words(text, expected):
    assert [one[2:] for one in read_phrases(text)] == expected


def test_a_phrase_stands_where_words_about_its_place_say():
    text = (
        "Cụm từ “A” quy định tại Điều 5 Thông tư số 904/2016/TT-BTC được thay thế bằng "
        "cụm từ “B”."
    )
    assert [one[2] for one in read_phrases(text)] == ["dieu-5"]


@pytest.mark.parametrize(
    "piece",
    ["đã được sửa đổi, bổ sung theo ", "không phù hợp với điều theo điều theo ",
     "Bãi bỏ cụm từ “A” tại Điều 1, cụm từ “B” tại Điều 2; ",
     "Đính chính đã viết: “A”, nay sửa lại là: “B”. ",
     "Quyết định số 901/2020/QĐ-UBND và Nghị định số 902/2020/NĐ-CP và ",
     "đã được sửa đổi theo Nghị định số 902/2020/NĐ-CP, ",
     "“Quy chế A” ban hành kèm theo ",
     "Các văn bản sau hết hiệu lực: Thông tư số 901/2020/TT-BTC.\n"],
    ids=["past", "reason", "places", "printed", "kinds", "acts", "titles", "lists"],
)  # fmt: skip
def test_work_grows_with_the_length_only(piece):
    def calls(times: int) -> int:
        profile = cProfile.Profile()
        profile.runcall(propose_effects, "Điều 1. Bãi bỏ " + piece * times)
        return pstats.Stats(profile).total_calls

    calls(2)
    times = 3_000 // len(piece) + 1
    assert calls(times * 4) <= 5 * calls(times) + 500
