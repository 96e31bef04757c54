"""New wording of which a quotation mark was forgotten."""

import cProfile
import pstats

import pytest

from documents.law.amendments import Doubt, propose_effects
from documents.law.quotations import quoted_spans

WHOLE = """\
Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 901/2020/QĐ-UBND
1. Sửa đổi khoản 2 Điều 5 như sau:
“2. Mức hai là năm triệu đồng.”
2. Sửa đổi, bổ sung Điều 6 như sau:
“Điều 6. Hồ sơ
1. Đơn đề nghị.
2. Bản sao.”
3. Bãi bỏ Điều 9.
Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày 01/7/2024.
"""
WANTED = [
    ("dieu-5-khoan-2", "2. Mức hai là năm triệu đồng."),
    ("dieu-6", "Điều 6. Hồ sơ\n1. Đơn đề nghị.\n2. Bản sao."),
    ("dieu-9", None),
]


def read(text: str) -> list[tuple]:
    return [(one.provision, one.new_text) for one in propose_effects(text)]


@pytest.mark.parametrize("number", range(4))
def test_one_forgotten_mark_takes_no_wording_and_adds_no_change(number):
    places = [at for at, letter in enumerate(WHOLE) if letter in "“”"]
    at = places[number]
    text = WHOLE[:at] + WHOLE[at + 1 :]
    assert read(WHOLE) == WANTED
    assert read(text) == WANTED
    doubts = propose_effects(text)[number // 2].doubts
    assert doubts == (Doubt.OPEN_QUOTATION,)


def test_a_mark_without_an_instruction_above_it_quotes_nothing():
    text = "Điều 1. Phạm vi\n1. Mức hai là năm triệu đồng.”\n2. “Mức ba\n3. Mức bốn."
    assert quoted_spans(text) == []


def test_a_closing_mark_of_a_later_instruction_is_left_alone():
    text = (
        "1. Sửa đổi khoản 2 Điều 5 như sau:\n2. Mức hai.\n"
        "2. Bãi bỏ Điều 9.\n3. Mức ba.”\n"
    )
    assert quoted_spans(text) == []


def test_one_left_open_ends_before_the_next_instruction_though_one_closes_too_often():
    """As Thông tư 06/2016/TT-NHNN is printed: 10 lacks a mark, 12 has one more."""
    text = (
        "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 936/2014/TT-NHNN\n"
        "10. Sửa đổi điểm b khoản 2 Điều 15 như sau:\n“b) Một.\n"
        "11. Sửa đổi điểm d khoản 2 Điều 15 như sau:\n“d) Hai.”\n"
        "12. Sửa đổi khoản 3 Điều 16 như sau:\n“3. Ba.”\nc) Bốn.”\n"
        "13. Bãi bỏ Điều 17.\n"
    )
    assert [place for place, _words in read(text)] == [
        "dieu-15-khoan-2-diem-b",
        "dieu-15-khoan-2-diem-d",
        "dieu-16-khoan-3",
        "dieu-17",
    ]
    assert read(text)[2][1] == "3. Ba.\nc) Bốn."


def test_wording_that_amends_another_act_stays_one_quotation():
    text = (
        "3. Bổ sung Điều 24a như sau:\n“1. Sửa đổi khoản 2 Điều 4 như sau:\n“2. Một.”\n"
        "2. Bãi bỏ Điều 5.”\n4. Bãi bỏ Điều 9.\n"
    )
    (span,) = quoted_spans(text)
    assert text[slice(*span)].startswith("“1. Sửa") and text[span[1] :].startswith(
        "\n4."
    )


@pytest.mark.parametrize(
    "piece", ["1. Sửa đổi Điều 2 như sau:\n“", "“”", "”\n2. Bãi bỏ “"]
)
def test_work_grows_with_the_length_only(piece):
    def calls(times: int) -> int:
        profile = cProfile.Profile()
        profile.runcall(quoted_spans, piece * times)
        return pstats.Stats(profile).total_calls

    calls(2)
    assert calls(2_000) <= 5 * calls(500) + 500
