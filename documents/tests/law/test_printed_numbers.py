"""Numbers as they stand in print: joined letters, years without a type, joint issuers.

From Quyết định 1961/QĐ-UBND of 2019 (Kiên Giang), 14/2014/QĐ-UBND (Long An), Thông tư
04/2000/TT-BTC and Quyết định 186/QĐ-UBND of 2018 (An Giang).
"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.law.citations import Problem, find_citations
from documents.law.citations.named_laws import find_named_laws

JOINT = ("Bộ Tài chính", "Bộ Tư pháp", "Bộ Khoa học và Công nghệ", "Ủy ban Dân tộc")


@pytest.mark.parametrize(
    ("text", "symbol", "day"),
    [
        ("Nghị định số 51/1998/CP ngày 18/7/1998", "51/1998/CP", date(1998, 7, 18)),
        ("Quyết định số 781/1999/QĐ/TTg ngày 12/8/1999", "781/1999/QĐ-TTg",
         date(1999, 8, 12)),
        ("Công văn số 179/UBTVQH10 ngày 17/3/1999", "179/UBTVQH10",
         date(1999, 3, 17)),
        ("tạiTờ trình số 350/TTr-SXD ngày 21/02/2014", "350/TTr-SXD",
         date(2014, 2, 21)),
    ],
)  # fmt: skip
def test_older_and_joined_print_is_read(text, symbol, day):
    (found,) = find_citations(text)
    assert (str(found.symbol), found.date) == (symbol, day)
    assert found.type_word


def test_a_ministry_the_province_does_not_list_is_parted_from_its_type():
    (found,) = find_citations("Thông tư số 01/2018/TTVPCP ngày 23 tháng 11 năm 2018")
    assert str(found.symbol) == "01/2018/TT-VPCP"
    assert Problem.WRONG_MARKS in found.problems


@given(st.lists(st.sampled_from(JOINT), min_size=2, max_size=4), st.sampled_from(",-"))
def test_the_day_after_several_issuers_belongs_to_their_act(names, mark):
    issuers = f"{mark} ".join(names[:-1]) + f" và {names[-1]}"
    (found,) = find_citations(
        f"Thông tư liên tịch số 93/2006/TTLT/BTC-BKHCN của {issuers} ngày 04/10/2006"
    )
    assert found.date == date(2006, 10, 4)
    assert found.issuer.endswith(names[-1])
    assert not found.issuer_code


def test_the_issuers_of_another_act_are_not_gathered():
    text = "Quyết định 36/2018/QĐ-UBND của UBND tỉnh Lạng Sơn và Sở Tài chính"
    (found,) = find_citations(text)
    assert found.issuer == "UBND tỉnh Lạng Sơn"


def test_a_title_may_speak_of_what_is_related_to_something():
    text = (
        "Luật Sửa đổi, bổ sung một số điều của các Luật liên quan đến đầu tư xây dựng "
        "cơ bản ngày 19/6/2009"
    )
    (law,) = find_named_laws(text)
    assert law.date == date(2009, 6, 19)
    assert law.title.endswith("đầu tư xây dựng cơ bản")
