"""Letters that correct an act: no articles, the act named where the slip is told of.

Worded as Công văn 497/UBND-NĐ of a province and the form of such letters under Nghị
định 30/2020/NĐ-CP; numbers of 9xx and wordings are made up.
"""

import cProfile
import pstats

import pytest

from documents.law.amendments import Doubt, propose_effects

ISSUED = "Bộ Tài chính ban hành Thông tư số 931/2013/TT-BTC ngày 10/01/2013. "
SORRY = "Do sơ suất trong khâu soạn thảo, Bộ Tài chính xin đính chính như sau:\n"
DONE = "Bộ Tài chính thông báo để các cơ quan biết, thực hiện."


def read(text: str) -> list[tuple[str, str, str, str, str | None]]:
    return [
        (one.kind.value, one.act.symbol, one.provision, one.phrase, one.new_text)
        for one in propose_effects(text)
    ]


@pytest.mark.parametrize("marks", [("1. ", "2. "), ("- ", "- "), ("", "")])
def test_each_line_of_a_letter_is_a_correction(marks):
    text = (
        f"{ISSUED}{SORRY}{marks[0]}Tại khoản 2 Điều 5 đã in: “A”; nay sửa lại là: “B”."
        f"\n{marks[1]}Tại điểm a khoản 1 Điều 7 đã in: “C”; nay sửa lại là: “D”.\n"
        f"{DONE}"
    )
    assert read(text) == [
        ("corrects", "931/2013/TT-BTC", "dieu-5-khoan-2", "A", "B"),
        ("corrects", "931/2013/TT-BTC", "dieu-7-khoan-1-diem-a", "C", "D"),
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Bộ Tài chính đính chính Thông tư số 931/2013/TT-BTC ngày 10/01/2013 như "
            "sau:\n- Tại trang 3, dòng 5: “A” sửa thành “B”.",
            "",
        ),
        (
            "Trong quá trình in Thông tư số 931/2013/TT-BTC có sai sót, nay Bộ Tài "
            "chính đính chính như sau:\nTại khoản 2 Điều 5: “A”.\nNay sửa lại: “B”.",
            "dieu-5-khoan-2",
        ),
        (
            "Văn phòng Chính phủ xin đính chính lại Thông tư số 931/2013/TT-BTC như "
            "sau: Khoản 2 Điều 5 dòng thứ 3 viết là “A”, xin sửa lại là “B”.",
            "dieu-5-khoan-2",
        ),
    ],
    ids=["page", "act-before", "one-line"],
)
def test_a_letter_says_what_was_printed(text, place):
    assert read(text) == [("corrects", "931/2013/TT-BTC", place, "A", "B")]


def test_what_a_letter_drops_is_told_of_the_act():
    (found,) = propose_effects(
        "Căn cứ Thông tư số 930/2012/TT-BTC, Bộ Tài chính đính chính Thông tư số "
        "931/2013/TT-BTC như sau: Tại khoản 2 Điều 5 bỏ dòng cuối."
    )
    assert (found.act.symbol, found.provision) == ("931/2013/TT-BTC", "")
    assert Doubt.NO_PLACE in found.doubts


@pytest.mark.parametrize(
    "text",
    [
        "Bộ Tài chính đã đính chính Thông tư số 931/2013/TT-BTC.",
        "Bộ Tài chính trả lời về việc đính chính Thông tư số 931/2013/TT-BTC.",
        f"{ISSUED}Việc đính chính thực hiện như sau:\n1. Cơ quan gửi hồ sơ.",
    ],
)
def test_a_letter_that_only_tells_of_one_corrects_nothing(text):
    assert propose_effects(text) == []


@pytest.mark.parametrize(
    "piece", [ISSUED, SORRY, "Bộ ", "đính chính ", f"{ISSUED}{SORRY}1. Đã in “A” "]
)
def test_work_grows_with_the_length_only(piece):
    def calls(times: int) -> int:
        profile = cProfile.Profile()
        profile.runcall(propose_effects, piece * times)
        return pstats.Stats(profile).total_calls

    calls(2)
    times = 3_000 // len(piece) + 1
    assert calls(times * 4) <= 5 * calls(times) + 500
