"""Shapes of real instructions: lists under a verb, phrases in places of their own, acts
named before the verb or only in passing. Numbers of 9xx and wordings are made up.
"""

import pytest

from documents.law.amendments import propose_effects


def read(text: str) -> list[tuple[str, str, str]]:
    return [
        (one.kind.value, one.act.symbol if one.act else "", one.provision)
        for one in propose_effects(f"Điều 1. {text}")
    ]


def read_phrases(text: str) -> list[tuple[str, str, str, str, str]]:
    return [
        (one.kind.value, one.act.symbol, one.provision, one.phrase, one.new_text or "")
        for one in propose_effects(f"Điều 1. {text}")
    ]


TWO = [("repeals", "954/2000/QĐ-UB", ""), ("repeals", "901/2001/QĐ-UB", "dieu-3")]


@pytest.mark.parametrize(
    "text",
    [
        # Lines without a bullet or a number; one has a title that tells of a change.
        "Hủy bỏ hiệu lực thi hành các Quyết định sau đây:\nQuyết định số "
        "954/2000/QĐ-UB ngày 21/12/2000 ban hành Quy định bãi bỏ một số phí.\nĐiều 3 "
        "Quyết định số 901/2001/QĐ-UB ngày 02/02/2001.",
        "Hiệu lực\n1. Kể từ ngày Nghị định này có hiệu lực thi hành, quy định tại các "
        "Quyết định, Thông tư sau đây hết hiệu lực thi hành:\na) Quyết định số "
        "954/2000/QĐ-UB ngày 21/12/2000;\nb) Điều 3 Quyết định số 901/2001/QĐ-UB sửa "
        "đổi Quyết định số 954/2000/QĐ-UB.",
        "Các văn bản sau đây hết hiệu lực kể từ ngày Quyết định này có hiệu lực:\n- "
        "Quyết định số 954/2000/QĐ-UB;\n- Điều 3 Quyết định số 901/2001/QĐ-UB.",
        "Bãi bỏ toàn bộ các Quyết định sau: Quyết định số 954/2000/QĐ-UB ngày "
        "21/12/2000 về phí; Điều 3 Quyết định số 901/2001/QĐ-UB.",
        "Các văn bản sau đây hết hiệu lực thi hành: Quyết định số 954/2000/QĐ-UB ngày "
        "21/12/2000; Điều 3 Quyết định số 901/2001/QĐ-UB.",
        "Chấm dứt hiệu lực của Quyết định số 954/2000/QĐ-UB.\nHuỷ Quyết định số "
        "954/2000/QĐ-UB; bãi bỏ: Điều 3 Quyết định số 901/2001/QĐ-UB.",
    ],
    ids=["bare-lines", "points-under-a-passive", "bullets-under-a-passive",
         "same-line", "same-line-after-a-passive", "other-verbs"],
)  # fmt: skip
def test_acts_that_end_may_stand_in_the_lines_below(text):
    assert read(text) == TWO


@pytest.mark.parametrize("mark", ["{})", "({})", "{}/", "{}."])
def test_items_are_numbered_in_many_ways(mark):
    text = (
        f"Bãi bỏ các văn bản sau:\n{mark.format(1)} Luật A số 954/2013/QH13;\n"
        f"{mark.format(2)} Điều 5 của Luật B số 903/2013/QH13."
    )
    assert read(text) == [
        ("repeals", "954/2013/QH13", ""),
        ("repeals", "903/2013/QH13", "dieu-5"),
    ]


def test_a_line_under_new_wording_is_no_item_of_a_list():
    text = (
        "Thay thế khoản 1 Điều 2 Quyết định số 954/2000/QĐ-UB như sau:\nQuyết định số "
        "901/2001/QĐ-UB áp dụng cho mọi người."
    )
    assert [one[1:] for one in read(text)] == [("954/2000/QĐ-UB", "dieu-2-khoan-1")]


def test_the_term_of_a_list_is_that_of_every_line():
    found = propose_effects(
        "Kéo dài thời gian thực hiện các Quyết định của Ủy ban nhân dân tỉnh về Bảng "
        "giá đất 5 năm (2020-2024) đến hết ngày 31 tháng 12 năm 2025, gồm:\nQuyết định "
        "số 956/2019/QĐ-UBND ngày 31/12/2019 Ban hành Quy định Bảng giá đất.\nQuyết "
        "định số 935/2020/QĐ-UBND ngày 22/12/2020 Sửa đổi, bổ sung, bãi bỏ một số điều "
        "ban hành kèm theo Quyết định số 956/2019/QĐ-UBND."
    )
    assert [(o.kind.value, o.act.symbol, str(o.until)) for o in found] == [
        ("extends", "956/2019/QĐ-UBND", "2026-01-01"),
        ("extends", "935/2020/QĐ-UBND", "2026-01-01"),
    ]


def test_a_list_of_projects_is_none_of_acts():
    text = (
        "Kéo dài thời gian thực hiện dự án đến hết ngày 31/12/2025, gồm:\nQuyết định "
        "số 904/QĐ-UBND phê duyệt dự án."
    )
    assert read(text) == []


def test_execution_of_a_list_is_stopped():
    text = (
        "Đình chỉ thi hành các văn bản quy phạm pháp luật do Uỷ ban nhân dân tỉnh ban "
        "hành sau:\n1. Quyết định số 926/2004/QĐ-UB ngày 10/05/2004.\n2. Quyết định số "
        "927/2004/QĐ-UB ngày 10/05/2004."
    )
    assert read(text) == [
        ("suspends", "926/2004/QĐ-UB", ""),
        ("suspends", "927/2004/QĐ-UB", ""),
    ]


def test_the_act_spoken_of_may_stand_before_the_verb():
    text = (
        "Ngưng hiệu lực thi hành\n1. Đối với Thông tư số 908/2022/TT-BKHĐT ngày 31 "
        "tháng 5 năm 2022 quy định chi tiết:\na) Ngưng hiệu lực thi hành từ ngày 01 "
        "tháng 8 năm 2022 đến hết ngày 15 tháng 9 năm 2022, trừ quy định về lộ trình "
        "quy định tại khoản 1 Điều 37.\nb) Ngưng hiệu lực quy định về lộ trình quy "
        "định tại khoản 1 Điều 37 từ ngày 01 tháng 8 năm 2022.\n2. Đối với Thông tư số "
        "910/2022/TT-BKHĐT ngày 15 tháng 6 năm 2022 quy định chi tiết việc đăng tải, "
        "ngưng hiệu lực thi hành từ ngày 01 tháng 8 năm 2022.\n3. Thông tư số "
        "911/2022/TT-BKHĐT: bãi bỏ Điều 9 và cụm từ “cấp huyện” tại Điều 5."
    )
    assert read(text) == [
        ("suspends", "908/2022/TT-BKHĐT", ""),
        ("suspends", "908/2022/TT-BKHĐT", "dieu-37-khoan-1"),
        ("suspends", "910/2022/TT-BKHĐT", ""),
        ("repeals", "911/2022/TT-BKHĐT", "dieu-9"),
        ("replaces_phrase", "911/2022/TT-BKHĐT", "dieu-5"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Bãi bỏ Quyết định số 954/2000/QĐ-UB ngày 21/12/2000 vì không còn phù hợp với "
        "Nghị định số 902/2020/NĐ-CP và Nghị định số 903/2020/NĐ-CP.",
        "Bãi bỏ Quyết định số 954/2000/QĐ-UB, do không phù hợp với quy định tại khoản "
        "2 Điều 5 Nghị định số 902/2020/NĐ-CP, Nghị định số 903/2020/NĐ-CP.",
        "Bãi bỏ Quyết định số 954/2000/QĐ-UB, căn cứ Nghị định số 902/2020/NĐ-CP.",
        "Bãi bỏ Quyết định số 954/2000/QĐ-UB đã được thay thế bằng Quyết định số "
        "901/2001/QĐ-UB và Quyết định số 902/2001/QĐ-UB.",
        "Thu hồi và hủy bỏ Quyết định số 954/2000/QĐ-UB của UBND tỉnh.",
    ],
    ids=["reasons", "reason-in-a-place", "basis", "replaced-before", "taken-back"],
)
def test_an_act_that_is_only_a_reason_is_no_target(text):
    assert read(text) == [("repeals", "954/2000/QĐ-UB", "")]


@pytest.mark.parametrize(
    "text",
    [
        "Bãi bỏ khoản 2 Điều 5 đã được sửa đổi, bổ sung tại khoản 3 Điều 1 Nghị định "
        "số 902/2020/NĐ-CP của Nghị định số 954/2000/NĐ-CP.",
        "Sửa đổi một số điều của Nghị định số 954/2000/NĐ-CP\n1. Bãi bỏ khoản 2 Điều 5 "
        "đã được sửa đổi, bổ sung một số điều theo Nghị định số 902/2020/NĐ-CP.",
        "Bãi bỏ khoản 2 Điều 5 không phù hợp với Luật Đầu tư của Nghị định số "
        "954/2000/NĐ-CP.",
    ],
    ids=["before-the-act", "under-the-act", "law-without-number"],
)
def test_what_had_changed_a_place_is_not_what_it_is_in(text):
    assert read(text) == [("repeals", "954/2000/NĐ-CP", "dieu-5-khoan-2")]


def test_a_list_goes_on_after_the_title_of_one_of_its_acts():
    text = (
        "Bãi bỏ Quyết định số 901/2010/QĐ-UBND ngày 01/01/2010 ban hành quy định thực "
        "hiện Nghị định số 903/2010/NĐ-CP và Quyết định số 902/2012/QĐ-UBND về phí."
    )
    assert [one[1] for one in read(text)] == ["901/2010/QĐ-UBND", "902/2012/QĐ-UBND"]
    # Here the last may be another act that the first had amended.
    text = (
        "Bãi bỏ Quyết định số 901/2010/QĐ-UBND sửa đổi Quyết định số 903/2008/QĐ-UBND "
        "và Quyết định số 902/2009/QĐ-UBND."
    )
    assert [one[1] for one in read(text)] == ["901/2010/QĐ-UBND"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Thay thế cụm từ “A” tại khoản 1 Điều 35, cụm từ “B” tại Điều 36 và cụm từ "
            "“C” tại khoản 3 Điều 60 Nghị định số 904/2020/NĐ-CP bằng cụm từ “D”.",
            [("dieu-35-khoan-1", "A", "D"), ("dieu-36", "B", "D"),
             ("dieu-60-khoan-3", "C", "D")],
        ),
        (
            "Bãi bỏ cụm từ “A” tại Điều 35 và cụm từ “B” tại Điều 36 Nghị định số "
            "904/2020/NĐ-CP.",
            [("dieu-35", "A", ""), ("dieu-36", "B", "")],
        ),
        (
            "Thay thế cụm từ “A”, cụm từ “B” tại Điều 36 Nghị định số 904/2020/NĐ-CP "
            "bằng cụm từ “C”.",
            [("dieu-36", "A", "C"), ("dieu-36", "B", "C")],
        ),
        (
            "Cụm từ “A” tại Điều 5, cụm từ “B” tại Điều 6 Nghị định số 904/2020/NĐ-CP "
            "được thay bằng cụm từ “C”.",
            [("dieu-5", "A", "C"), ("dieu-6", "B", "C")],
        ),
        (
            "Thay cụm từ “A” bằng cụm từ “B” tại Điều 5 và thay cụm từ “C” bằng cụm từ "
            "“D” tại Điều 6 Nghị định số 904/2020/NĐ-CP.",
            [("dieu-5", "A", "B"), ("dieu-6", "C", "D")],
        ),
    ],
    ids=["one-replacement", "repeals", "one-place", "passive", "two-verbs"],
)  # fmt: skip
def test_each_phrase_keeps_to_its_own_places(text, expected):
    found = [(kind, act) for kind, act, *_rest in read_phrases(text)]
    assert set(found) == {("replaces_phrase", "904/2020/NĐ-CP")}
    assert [tuple(one[2:]) for one in read_phrases(text)] == expected


def test_a_phrase_goes_from_two_laws_that_had_been_amended():
    text = (
        "Bãi bỏ cụm từ “A,” tại khoản 3 Điều 51 của Luật Đấu thầu số 922/2023/QH15 đã "
        "được sửa đổi, bổ sung một số điều theo Luật số 957/2024/QH15 và Luật số "
        "990/2025/QH15; tại điểm e khoản 1 Điều 23 của Luật Phòng thủ dân sự số "
        "918/2023/QH15."
    )
    assert [one[1:3] for one in read_phrases(text)] == [
        ("922/2023/QH15", "dieu-51-khoan-3"),
        ("918/2023/QH15", "dieu-23-khoan-1-diem-e"),
    ]


def test_places_of_one_number_share_a_wording_that_has_none():
    found = propose_effects(
        "Điều 1. Điểm b khoản 1 Điều 26 và điểm b khoản 2 Điều 26 Nghị định số "
        "967/2013/NĐ-CP được sửa đổi như sau:\n“Địa điểm không vi phạm.”."
    )
    assert [one.new_text for one in found] == ["Địa điểm không vi phạm."] * 2
