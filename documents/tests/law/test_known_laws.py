"""Laws by title and day against a library, in the words of decisions of Tiền Giang
(33/2009/QĐ-UBND), Long An (14/2014/QĐ-UBND) and Sơn La (88/QĐ-UBND of 2025).
"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.law.citations.known_laws import (
    KnownLaw,
    days_of,
    is_law_key,
    key_of,
    keys_of,
    laws_by_key,
)
from documents.law.citations.named_laws import find_named_laws

LAWS = [
    KnownLaw(1, "Luật", "Công nghệ thông tin", date(2006, 6, 29)),
    KnownLaw(2, "Luật", "Luật Xây dựng", date(2003, 11, 26)),
    KnownLaw(3, "Luật", "Luật Xây dựng số 50/2014/QH13", date(2014, 6, 18)),
    KnownLaw(4, "Luật", "Bộ luật Dân sự", date(2015, 11, 24)),
    KnownLaw(5, "Luật", "Luật Đầu tư", date(2025, 6, 1)),
    KnownLaw(6, "Luật", "Luật Đầu tư", date(2025, 12, 11)),
    KnownLaw(7, "Pháp lệnh", "Phí và lệ phí", date(2001, 8, 28)),
]


def meant(text: str):
    (law,) = find_named_laws(text)
    return laws_by_key(LAWS).get(key_of(law))


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("Căn cứ Luật Công nghệ thông tin ngày 29/6/2006;", 1),
        ("Căn cứ LUẬT".title() + " công nghệ\nthông tin ngày 29 tháng 6 năm 2006;", 1),
        ("Căn cứ Luật Xây dựng ngày26/11/2003;", 2),
        ("Căn cứ Luật Xây dựng năm 2014;", 3),
        ("theo Bộ luật Dân sự năm 2015 và", 4),
        ("Luật Đầu tư ngày 11/12/2025", 6),
        ("Căn cứ Pháp lệnh phí và lệ phí ngày 28/8/2001", 7),
        # Another day, another type, a title that goes on, two laws of one year.
        ("Căn cứ Luật Công nghệ thông tin ngày 30/6/2006;", None),
        ("theo Luật Dân sự năm 2015", None),
        ("Luật sửa đổi một số điều của Luật Xây dựng ngày 26/11/2003", None),
        ("Luật Đầu tư năm 2025", None),
        ("Luật Công nghệ thông tin ngày 31/6/2006", None),
    ],
)
def test_a_law_is_meant_where_title_and_day_leave_no_doubt(text, law):
    assert meant(text) == law


def test_a_key_is_told_from_a_number_and_says_its_day():
    keys = keys_of(LAWS[0])
    assert keys == (
        "2006-06-29|luat|cong nghe thong tin",
        "2006|luat|cong nghe thong tin",
    )
    assert all(map(is_law_key, keys)) and not is_law_key("36/2018/QĐ-UBND")
    assert days_of([*keys, ""]) == ({date(2006, 6, 29)}, {2006})


known_laws = st.builds(
    KnownLaw,
    st.integers(1, 9),
    st.sampled_from(["Luật", "Pháp lệnh"]),
    st.sampled_from(["Luật Đầu tư", "Đầu tư", "Bộ luật Dân sự", "Giá năm 2023", ""]),
    st.dates(date(2023, 1, 1), date(2023, 1, 3)),
)


@given(st.lists(known_laws, max_size=6))
def test_no_key_ever_means_one_of_two(laws):
    found = laws_by_key(laws)
    for key, law in found.items():
        assert [one.id for one in laws if key in keys_of(one)] == [law]
    assert laws_by_key(reversed(laws)) == found
