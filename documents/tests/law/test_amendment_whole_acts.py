"""Acts that end whole because another stands in their place, as closing articles say.

Worded as decisions of Long An (14/2014/QĐ-UBND) and Thừa Thiên Huế (64/2024/QĐ-UBND),
Thông tư 99/2025/TT-BTC, Luật khoáng sản 60/2010/QH12 and decisions of the 1990s; the
numbers of 9xx are made up.
"""

import pytest

from documents.law.amendments import propose_effects

FIRST, SECOND = "931/2010/QĐ-UBND", "932/2011/QĐ-UBND"
BEGINS = "Quyết định này có hiệu lực kể từ ngày ký"


def replaced(text: str) -> list[tuple[str, str]]:
    found = propose_effects(f"Điều 2. {text}")
    assert {one.kind.value for one in found} <= {"replaces"}
    return [(one.act.symbol or one.act.name, one.provision) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        f"{BEGINS} và thay thế Quyết định số {FIRST} ngày 01/2/2010.",
        f"{BEGINS}, ban hành và thay thế Quyết định số {FIRST}.",
        f"{BEGINS} và thay cho Quyết định số {FIRST} ngày 01/2/2010.",
        f"{BEGINS}. Thay thế Quyết định số {FIRST} ngày 01/2/2010.",
        f"Quyết định này thay thế cho Quyết định số {FIRST} và có hiệu lực từ ngày ký.",
        f"Quy định này thay thế Quy định ban hành kèm theo Quyết định số {FIRST}.",
        f"{BEGINS} và thay thế Bản quy định kèm theo Quyết định số {FIRST}.",
        f"Quyết định số {FIRST} ngày 01/2/2010 được thay thế bằng Quyết định này.",
        # Letters and lines as web pages and files lose them.
        f"{BEGINS} và thay thếQuyết định số {FIRST} ngày 01/2/2010.",
        f"{BEGINS} và thaythế Quyếtđịnh số {FIRST} ngày 01/2/2010.",
        f"{BEGINS}\nvà thay\nthế Quyết\nđịnh số {FIRST} ngày 01/2/2010.",
    ],
)
def test_one_act_is_replaced(text):
    assert replaced(text) == [(FIRST, "")]


@pytest.mark.parametrize(
    "text",
    [
        f"{BEGINS} và thay thế các Quyết định số {FIRST}, số {SECOND} của UBND tỉnh.",
        f"{BEGINS} và thay thế: Quyết định số {FIRST}; Quyết định số {SECOND}.",
        f"{BEGINS}; thay thế các Quyết định: {FIRST} ngày 01/2/2010; {SECOND}.",
        f"{BEGINS} và thay thế các quyết định: số {FIRST}, số {SECOND}.",
        f"Hiệu lực\n1. Thay thế các Quyết định sau:\na) Quyết định số {FIRST};\n"
        f"b) Quyết định số {SECOND}.",
    ],
)
def test_each_act_of_a_list_is_replaced(text):
    assert replaced(text) == [(FIRST, ""), (SECOND, "")]


def test_of_two_verbs_each_has_its_own_acts():
    text = (
        f"{BEGINS}, thay thế một phần Quyết định số {FIRST} và thay thế Quyết định số"
    )
    assert replaced(f"{text} {SECOND}.") == [(SECOND, "")]


def test_laws_are_replaced_by_title_and_day():
    text = (
        "Luật này thay thế Luật khoáng sản ngày 20 tháng 3 năm 1996 và Luật sửa đổi, "
        "bổ sung một số điều của Luật khoáng sản ngày 14/6/2005."
    )
    assert [name for name, _place in replaced(text)] == [
        "Luật khoáng sản ngày 20 tháng 3 năm 1996",
        "Luật sửa đổi, bổ sung một số điều của Luật khoáng sản ngày 14/6/2005",
    ]
