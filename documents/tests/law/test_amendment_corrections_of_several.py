"""Corrections of several acts at once: each of them is told, with its own words.

Numbers of 9xx and wordings are made up ("minh họa"); they are worded as Quyết định
592/QĐ-UBND of Quảng Ngãi, 2227/QĐ-UBND of Hải Dương and Công văn 497/UBND-NĐ are, each
of which corrects one act.
"""

import pytest

from documents.law.amendments import Doubt, propose_effects

FIRST, SECOND = "904/2016/TT-BTC", "905/2016/TT-BTC"
BOTH = f"Thông tư số {FIRST} và Thông tư số {SECOND}"


def read(text: str) -> list[tuple[str, str, str, str]]:
    found = propose_effects(text)
    assert {one.kind.value for one in found} <= {"corrects"}
    return [
        (one.act.symbol, one.provision, one.phrase, one.new_text or "") for one in found
    ]


EACH_ITS_OWN = [
    (FIRST, "dieu-5-khoan-2", "A", "B"),
    (SECOND, "dieu-6", "C", "D"),
]


@pytest.mark.parametrize(
    "text",
    [
        f"Điều 1. Đính chính {BOTH} như sau:\n1. Tại khoản 2 Điều 5 Thông tư số "
        f"{FIRST}: sửa “A” thành “B”.\n2. Tại Điều 6 Thông tư số {SECOND}: sửa “C” "
        "thành “D”.",
        f"Điều 1. Đính chính lỗi kỹ thuật tại {BOTH} như sau:\n1. Tại khoản 2 Điều 5 "
        f"Thông tư số {FIRST}:\nSửa “A” thành “B”\n2. Tại Điều 6 Thông tư số "
        f"{SECOND}:\nSửa “C” thành “D”",
        f"Điều 1. Đính chính Thông tư số {FIRST} như sau:\nTại khoản 2 Điều 5 đã viết: "
        f"“A”, nay sửa lại là: “B”.\nĐiều 2. Đính chính Thông tư số {SECOND} như sau:\n"
        "Tại Điều 6 đã viết: “C”, nay sửa lại là: “D”.",
        "Điều 1. Đính chính lỗi kỹ thuật tại các Thông tư sau:\n1. Đối với Thông tư số "
        f"{FIRST}:\na) Tại khoản 2 Điều 5: sửa “A” thành “B”;\n2. Đối với Thông tư số "
        f"{SECOND}:\na) Tại Điều 6: sửa “C” thành “D”.",
        "Điều 1. Đính chính các văn bản sau:\n1. Thông tư số "
        f"{FIRST}:\n- Tại khoản 2 Điều 5 đã in “A”, nay sửa lại là “B”.\n2. Thông tư "
        f"số {SECOND}:\n- Tại Điều 6 đã in “C”, nay sửa lại là “D”.",
        f"Bộ Tài chính đã ban hành {BOTH}. Do sơ suất kỹ thuật, Bộ Tài chính xin đính "
        f"chính như sau:\n1. Thông tư số {FIRST}:\n- Tại khoản 2 Điều 5 đã in: “A”, "
        f"nay sửa lại là: “B”.\n2. Thông tư số {SECOND}:\n- Tại Điều 6 đã in: “C”, "
        "nay sửa lại là: “D”.",
    ],
    ids=["clauses", "lines", "articles", "subjects", "list", "letter"],
)
def test_each_act_has_its_own_words(text):
    assert read(text) == EACH_ITS_OWN


def test_a_phrase_without_a_place_is_corrected_in_each_act():
    text = f"Điều 1. Đính chính {BOTH} như sau:\nCụm từ “A” sửa thành “B”."
    assert read(text) == [(FIRST, "", "A", "B"), (SECOND, "", "A", "B")]


def test_a_phrase_in_a_place_is_not_guessed_into_another_act():
    text = f"Điều 1. Đính chính {BOTH} như sau:\n1. Tại Điều 7: sửa “A” thành “B”."
    placed = [one for one in read(text) if one[2]]
    assert placed == [(FIRST, "dieu-7", "A", "B")]


ALL = [FIRST, SECOND, "906/2016/TT-BTC"]


@pytest.mark.parametrize(
    "text",
    [
        "Đính chính số, ngày của các Thông tư số 904/2016/TT-BTC ngày 01/02/2016, số "
        "905/2016/TT-BTC ngày 02/3/2016 và số 906/2016/TT-BTC ngày 02/3/2016.",
        "Đính chính các văn bản sau:\n- Thông tư số 904/2016/TT-BTC;\n- Thông tư số "
        "905/2016/TT-BTC;\n- Thông tư số 906/2016/TT-BTC.",
        "Đính chính trích yếu của 03 Thông tư sau đây:\na) Thông tư số 904/2016/TT-BTC;"
        "\nb) Thông tư số 905/2016/TT-BTC;\nc) Thông tư số 906/2016/TT-BTC.",
    ],
    ids=["numbers", "lines", "points"],
)
def test_acts_corrected_without_a_place_are_all_told(text):
    found = propose_effects(f"Điều 1. {text}")
    assert [one.act.symbol for one in found] == ALL
    assert all(one.kind.value == "corrects" for one in found)
    assert all(Doubt.NO_PLACE in one.doubts for one in found)


def test_acts_named_in_passing_below_are_not_corrected():
    text = (
        "Điều 1. Đính chính các văn bản sau:\n- Thông tư số 904/2016/TT-BTC;\nLời nói "
        "về Nghị định số 903/2010/NĐ-CP.\nĐiều 2. Giao Cục A thực hiện Thông tư số "
        "907/2016/TT-BTC."
    )
    assert [one[0] for one in read(text)] == [FIRST]
