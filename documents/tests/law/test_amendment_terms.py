"""Days put off, terms made longer and suspensions for a time, as acts word them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.law.amendments import Doubt, propose_effects
from documents.law.amendments.accuracy import measure
from documents.law.effects import EffectKind
from documents.law.effects.printed_days import counted, printed

END_2023, END_2025 = date(2024, 1, 1), date(2026, 1, 1)


def read(text: str) -> list[tuple]:
    return [
        (one.kind.value, one.act.symbol, one.provision, one.until)
        for one in propose_effects(text)
    ]


# Worded as Nghị quyết 144/2016/QH13, 38/2024/NQ-HĐND of Thừa Thiên Huế, 25/2026/NQ-CP,
# 216/2025/QH15, Nghị định 08/2023/NĐ-CP, 39/2018/NĐ-CP and Nghị quyết 09/2026/NQ-CP
# are, the rest as such acts are drafted.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Lùi thời điểm có hiệu lực của Nghị định số 72/2025/NĐ-CP ngày 28 tháng 3 "
            "năm 2025 của Chính phủ đến ngày 01 tháng 01 năm 2026.",
            [("postpones", "72/2025/NĐ-CP", "", END_2025)],
            id="put-off",
        ),
        pytest.param(
            "Điều chỉnh thời điểm có hiệu lực thi hành của khoản 2 Điều 5 Thông tư số "
            "31/2024/TT-BGTVT từ ngày 01/7/2025 sang ngày 01/01/2026.",
            [("postpones", "31/2024/TT-BGTVT", "dieu-5-khoan-2", END_2025)],
            id="put-off-part",
        ),
        pytest.param(
            "Thời điểm có hiệu lực của Thông tư số 31/2024/TT-BGTVT được lùi đến ngày "
            "01/01/2026.",
            [("postpones", "31/2024/TT-BGTVT", "", END_2025)],
            id="put-off-passive",
        ),
        pytest.param(
            "Hoãn thi hành Quyết định số 31/2024/QĐ-UBND đến hết ngày 31/12/2025.",
            [("postpones", "31/2024/QĐ-UBND", "", END_2025)],
            id="put-off-through-a-day",
        ),
        pytest.param(
            "Thống nhất kéo dài thời gian thực hiện Nghị quyết số 18/2022/NQ-HĐND ngày "
            "07 tháng 9 năm 2022 của Hội đồng nhân dân tỉnh và Nghị quyết số "
            "25/2022/NQ-HĐND ngày 08 tháng 12 năm 2022 đến hết ngày 31 tháng 12 năm "
            "2025.",
            [
                ("extends", "18/2022/NQ-HĐND", "", END_2025),
                ("extends", "25/2022/NQ-HĐND", "", END_2025),
            ],
            id="longer",
        ),
        pytest.param(
            "Kéo dài thời hạn áp dụng của Nghị định số 72/2026/NĐ-CP ngày 09 tháng 3 "
            "năm 2026 đến hết tháng 6 năm 2026.",
            [("extends", "72/2026/NĐ-CP", "", date(2026, 7, 1))],
            id="longer-through-a-month",
        ),
        pytest.param(
            "Thời gian thực hiện Nghị quyết số 12/2021/NQ-HĐND được kéo dài đến hết "
            "năm 2025.",
            [("extends", "12/2021/NQ-HĐND", "", END_2025)],
            id="longer-passive",
        ),
        pytest.param(
            "Nghị quyết số 12/2021/NQ-HĐND tiếp tục có hiệu lực thi hành đến hết ngày "
            "31/12/2025.",
            [("extends", "12/2021/NQ-HĐND", "", END_2025)],
            id="goes-on",
        ),
        pytest.param(
            "Kéo dài thời hạn miễn thuế sử dụng đất nông nghiệp được quy định tại Nghị "
            "quyết số 55/2010/QH12 ngày 24 tháng 11 năm 2010 của Quốc hội đã được sửa "
            "đổi theo Nghị quyết số 28/2016/QH14 và Nghị quyết số 107/2020/QH14 đến "
            "hết ngày 31 tháng 12 năm 2025.",
            [("extends", "55/2010/QH12", "", END_2025)],
            id="longer-policy",
        ),
        pytest.param(
            "Ngưng hiệu lực thi hành khoản 8, khoản 9 Điều 8 Thông tư số "
            "39/2016/TT-NHNN từ ngày 01/9/2023 đến hết ngày 31/12/2023.",
            [
                ("suspends", "39/2016/TT-NHNN", "dieu-8-khoan-8", END_2023),
                ("suspends", "39/2016/TT-NHNN", "dieu-8-khoan-9", END_2023),
            ],
            id="suspended",
        ),
        pytest.param(
            "Ngưng hiệu lực thi hành từ ngày 01/9/2023 đến hết ngày 31/12/2023 đối với "
            "khoản 2 Điều 5 Thông tư số 39/2016/TT-NHNN.",
            [("suspends", "39/2016/TT-NHNN", "dieu-5-khoan-2", END_2023)],
            id="suspended-days-first",
        ),
        pytest.param(
            "Ngưng hiệu lực thi hành đối với quy định tại Điều 50 Nghị định số "
            "58/2017/NĐ-CP đến hết ngày 31 tháng 12 năm 2023.",
            [("suspends", "58/2017/NĐ-CP", "dieu-50", END_2023)],
            id="suspended-rules",
        ),
        pytest.param(
            "Tạm ngưng hiệu lực áp dụng Nghị định số 46/2026/NĐ-CP ngày 26/01/2026 của "
            "Chính phủ cho đến hết ngày 15/4/2026.",
            [("suspends", "46/2026/NĐ-CP", "", date(2026, 4, 16))],
            id="suspended-whole",
        ),
        pytest.param(
            "Tạm dừng thực hiện Quyết định số 12/2021/QĐ-UBND cho đến khi có văn bản "
            "mới.",
            [("suspends", "12/2021/QĐ-UBND", "", None)],
            id="suspended-without-a-day",
        ),
    ],
)
def test_days_are_read_where_acts_say_them(text, expected):
    assert read(f"Điều 1. {text}") == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Gia hạn thời gian thực hiện hợp đồng theo quy định tại khoản 2 Điều 5 "
            "Nghị định số 37/2015/NĐ-CP.",
            id="contract",
        ),
        pytest.param(
            "Kéo dài thời gian thực hiện dự án đầu tư công đến hết ngày 31/12/2025 "
            "theo Quyết định số 12/QĐ-TTg.",
            id="project",
        ),
        pytest.param(
            "Hoãn thi hành án theo khoản 1 Điều 61 Luật Thi hành án hình sự số "
            "41/2019/QH14.",
            id="court",
        ),
        pytest.param(
            "Nghị định số 12/2020/NĐ-CP đã được kéo dài thời gian áp dụng đến hết năm "
            "2022.",
            id="past",
        ),
        pytest.param(
            "Giấy phép cấp theo Nghị định số 12/2020/NĐ-CP tiếp tục có hiệu lực đến "
            "hết ngày 31/12/2026.",
            id="permit",
        ),
        pytest.param(
            "Tiếp tục thực hiện các thủ tục điện tử theo quy định tại Quyết định số "
            "34/2016/QĐ-TTg đến hết ngày 30 tháng 6 năm 2018.",
            id="procedures",
        ),
    ],
)
def test_other_terms_move_no_act(text):
    assert read(f"Điều 1. {text}") == []


def test_a_list_takes_the_day_of_the_words_above():
    text = (
        "Điều 1. Kéo dài thời gian thực hiện các Nghị quyết sau đây đến hết ngày "
        "31/12/2025:\n1. Nghị quyết số 12/2021/NQ-HĐND ngày 08/12/2021;\n2. Nghị quyết "
        "số 15/2021/NQ-HĐND quy định chính sách hỗ trợ đến năm 2025."
    )
    assert read(text) == [
        ("extends", "12/2021/NQ-HĐND", "", END_2025),
        ("extends", "15/2021/NQ-HĐND", "", END_2025),
    ]


def test_a_day_said_in_a_sentence_of_its_own_is_taken():
    text = (
        "Điều 1. Tạm ngưng hiệu lực Quyết định số 12/2021/QĐ-UBND.\nĐiều 2. Thời gian "
        "tạm ngưng: từ ngày 01/9/2023 đến hết ngày 31/12/2023."
    )
    (one,) = propose_effects(text)
    assert (one.on, one.until) == (date(2023, 9, 1), END_2023)


@pytest.mark.parametrize(
    "text",
    [
        "Gia hạn hiệu lực thi hành Quyết định số 12/2021/QĐ-UBND thêm 02 năm kể từ "
        "ngày 01/01/2026.",
        "Lùi hiệu lực thi hành của Bộ luật hình sự số 100/2015/QH13 từ ngày 01 tháng 7 "
        "năm 2016 đến ngày Luật sửa đổi, bổ sung một số điều của Bộ luật hình sự số "
        "100/2015/QH13 có hiệu lực thi hành.",
        "Ngưng hiệu lực Điều 2 Quyết định số 12/2023/QĐ-UBND trong thời hạn 06 (sáu) "
        "tháng kể từ ngày Quyết định này có hiệu lực.",
        "Tạm ngưng hiệu lực Quyết định số 12/2021/QĐ-UBND từ ngày 01/9/2026, thời gian "
        "tối đa 90 ngày.",
    ],
    ids=["counted", "another-act", "suspended-counted", "suspended-days"],
)
def test_a_day_that_has_to_be_worked_out_is_not_guessed(text):
    (one,) = propose_effects(f"Điều 1. {text}")
    assert one.until is None
    assert Doubt.DAY_NOT_SAID in one.doubts


def test_a_last_day_that_may_count_or_not_is_doubted():
    text = (
        "Điều 1. Khoản 2 Điều 5 Thông tư số 39/2016/TT-NHNN ngưng hiệu lực thi hành từ "
        "ngày 01/9/2023 đến ngày 31/12/2023."
    )
    (one,) = propose_effects(text)
    assert one.until == END_2023
    assert one.doubts == (Doubt.LAST_DAY_UNCLEAR,)


@pytest.mark.parametrize(
    "rest",
    ["", " cho đến khi có quy định mới", " trong 06 tháng đầu năm học"],
    ids=["plain", "until-another", "no-term"],
)
def test_a_suspension_lacks_no_wording_and_needs_no_day(rest):
    text = f"Điều 1. Ngưng hiệu lực thi hành Điều 63 Nghị định số 26/2019/NĐ-CP{rest}."
    (one,) = propose_effects(text)
    assert one.doubts == ()


def test_a_counted_suspension_takes_the_day_said_apart():
    text = (
        "Điều 1. Tạm ngưng hiệu lực Quyết định số 12/2021/QĐ-UBND trong 04 tháng.\n"
        "Điều 2. Thời gian tạm ngưng: từ ngày 01/9/2023 đến hết ngày 31/12/2023."
    )
    (one,) = propose_effects(text)
    assert (one.until, one.doubts) == (END_2023, ())


@given(
    st.sampled_from([EffectKind.SUSPENDS, EffectKind.POSTPONES, EffectKind.EXTENDS]),
    st.dates(max_value=date(9999, 12, 30)),
)
def test_what_is_printed_and_what_counts_lead_to_each_other(kind, day):
    assert printed(kind, counted(kind, day)) == day
    assert counted(kind, day) - day in (timedelta(0), timedelta(days=1))


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 12, 31)))
def test_every_day_is_read_as_it_is_written(day):
    text = (
        "Điều 1. Kéo dài thời gian thực hiện Nghị quyết số 12/2021/NQ-HĐND đến hết "
        f"ngày {day:%d/%m/%Y}."
    )
    (one,) = propose_effects(text)
    assert one.until == day + timedelta(days=1)


@pytest.mark.parametrize(
    ("until", "right"), [("2025-12-31", 1), ("2026-01-01", 0), (None, 1)]
)
def test_a_labelled_day_has_to_be_the_printed_one(until, right):
    text = (
        "Điều 1. Kéo dài thời gian thực hiện Nghị quyết số 12/2021/NQ-HĐND đến hết "
        "ngày 31/12/2025."
    )
    wanted = {"kind": "extends", "act": "12/2021/NQ-HĐND", "place": ""}
    if until:
        wanted["until"] = until
    scores, _remarks = measure([{"text": text, "expected": [wanted]}])
    assert scores["extends"].right == right
