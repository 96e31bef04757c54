"""Several acts whose days one sentence or list moves, as such acts are drafted.

Their numbers of 9xx are made up.
"""

from datetime import date

import pytest

from documents.law.amendments import propose_effects

END_2023, END_2025 = date(2024, 1, 1), date(2026, 1, 1)
FIRST, SECOND = "Nghị quyết số 912/2021/NQ-HĐND", "Nghị quyết số 915/2021/NQ-HĐND"
THIRD = "Quyết định số 920/2022/QĐ-UBND"
DATED = f"{FIRST} ngày 08 tháng 12 năm 2021 của Hội đồng nhân dân tỉnh về mức chi"


def read(text: str) -> list[tuple]:
    return [
        (one.kind.value, one.act.symbol, one.provision, one.until)
        for one in propose_effects(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"Kéo dài thời hạn áp dụng của {FIRST}, {SECOND} và {THIRD} đến hết ngày "
        "31/12/2025.",
        f"Kéo dài thời hạn áp dụng của các văn bản sau đến hết ngày 31/12/2025: 1) "
        f"{DATED}; 2) {SECOND}; 3) {THIRD}.",
        "Kéo dài thời hạn áp dụng đến hết ngày 31/12/2025 đối với các văn bản quy "
        f"phạm pháp luật gồm: (1) {DATED}; (2) {SECOND}; (3) {THIRD}.",
        "Kéo dài đến hết ngày 31/12/2025 thời hạn áp dụng các văn bản sau: a) "
        f"{FIRST}; b) {SECOND}; c) {THIRD}.",
        f"Kéo dài đến hết năm 2025 thời gian thực hiện {FIRST}, {SECOND}, {THIRD}.",
        f"Kéo dài thời hạn áp dụng các văn bản sau: 1) {FIRST}; 2) {SECOND}; 3) "
        f"{THIRD} đến hết ngày 31/12/2025.",
        "Các văn bản sau đây tiếp tục có hiệu lực đến hết ngày 31/12/2025: "
        f"{FIRST}; {SECOND}; {THIRD}.",
        f"Cho phép tiếp tục áp dụng {FIRST}, {SECOND} và {THIRD} cho đến hết ngày "
        "31/12/2025.",
        f"Kéo dài thời hạn áp dụng các văn bản sau đến hết ngày 31/12/2025:\n- {DATED};"
        f"\n- {SECOND};\n- {THIRD}.",
        f"Kéo dài thời hạn áp dụng các văn bản sau đến hết ngày 31/12/2025:\n{DATED}\n"
        f"của tỉnh;\n{SECOND};\n{THIRD}.",
    ],
    ids=[
        "sentence",
        "one-line",
        "brackets",
        "day-first-letters",
        "day-first",
        "day-last",
        "goes-on",
        "allowed",
        "dashes",
        "bare-lines",
    ],
)
def test_each_of_several_acts_gets_the_one_day(text):
    assert read(f"Điều 1. {text}") == [
        ("extends", "912/2021/NQ-HĐND", "", END_2025),
        ("extends", "915/2021/NQ-HĐND", "", END_2025),
        ("extends", "920/2022/QĐ-UBND", "", END_2025),
    ]


def test_numbers_after_one_type_word_are_acts_of_the_list():
    text = (
        "Điều 1. Kéo dài thời hạn áp dụng của các Nghị quyết số: 912/2021/NQ-HĐND, "
        "915/2021/NQ-HĐND đến hết ngày 31/12/2025."
    )
    assert [one[1:] for one in read(text)] == [
        ("912/2021/NQ-HĐND", "", END_2025),
        ("915/2021/NQ-HĐND", "", END_2025),
    ]


def test_several_are_put_off_and_suspended_together_too():
    text = (
        "Điều 1. Lùi thời điểm có hiệu lực của các văn bản sau đến ngày 01/01/2026: 1) "
        f"{FIRST}; 2) {SECOND}.\nĐiều 2. Ngưng hiệu lực thi hành từ ngày 01/7/2025 các "
        f"văn bản sau đến hết ngày 31/12/2025:\n{THIRD};"
    )
    assert read(text) == [
        ("postpones", "912/2021/NQ-HĐND", "", END_2025),
        ("postpones", "915/2021/NQ-HĐND", "", END_2025),
        ("suspends", "920/2022/QĐ-UBND", "", END_2025),
    ]


@pytest.mark.parametrize("joint", [" và ", "; ", ", "])
def test_each_act_of_a_sentence_may_have_a_day_of_its_own(joint):
    text = (
        f"Điều 1. Kéo dài thời hạn áp dụng của {FIRST} đến hết ngày 31/12/2025{joint}"
        f"{SECOND}, {THIRD} đến hết ngày 31/12/2023."
    )
    assert read(text) == [
        ("extends", "912/2021/NQ-HĐND", "", END_2025),
        ("extends", "915/2021/NQ-HĐND", "", END_2023),
        ("extends", "920/2022/QĐ-UBND", "", END_2023),
    ]


def test_a_year_in_a_title_is_no_day_of_its_act():
    text = (
        f"Điều 1. Kéo dài thời hạn áp dụng của {FIRST} về hỗ trợ đến hết năm 2023 và "
        f"{SECOND} đến hết ngày 31/12/2025."
    )
    assert [one[3] for one in read(text)] == [END_2025, END_2025]
