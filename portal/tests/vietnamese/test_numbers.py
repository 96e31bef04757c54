from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.vietnamese import spoken_date, spoken_digits, spoken_number, spoken_year
from portal.vietnamese.numbers import LARGEST_SPOKEN


@pytest.mark.parametrize(
    ("number", "spoken"),
    [
        (0, "không"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (36, "ba mươi sáu"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (104, "một trăm linh tư"),
        (105, "một trăm linh năm"),
        (111, "một trăm mười một"),
        (115, "một trăm mười lăm"),
        (121, "một trăm hai mươi mốt"),
        (600, "sáu trăm"),
        (1000, "một nghìn"),
        (1005, "một nghìn không trăm linh năm"),
        (2018, "hai nghìn không trăm mười tám"),
        (1975, "một nghìn chín trăm bảy mươi lăm"),
        (21_000, "hai mươi mốt nghìn"),
        (1_000_000, "một triệu"),
        (1_005_000, "một triệu không trăm linh năm nghìn"),
        (1_000_001, "một triệu không trăm linh một"),
        (2_345_678, "hai triệu ba trăm bốn mươi lăm nghìn sáu trăm bảy mươi tám"),
        (1_000_000_000, "một tỷ"),
        (
            999_000_000_015,
            "chín trăm chín mươi chín tỷ không trăm mười lăm",
        ),
        (-7, "âm bảy"),
    ],
)
def test_numbers_are_read_as_a_reader_says_them(number, spoken):
    assert spoken_number(number) == spoken


def test_too_large_a_number_is_refused():
    with pytest.raises(ValueError, match="too large"):
        spoken_number(LARGEST_SPOKEN + 1)


UNITS = {"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5,
         "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}  # fmt: skip
SCALES = {"nghìn": 10**3, "triệu": 10**6, "tỷ": 10**9}


def heard(spoken: str) -> int:
    """What a listener writes down: the inverse, written from the other side."""
    total = group = last = 0
    for word in spoken.split():
        if word in SCALES:
            total, group, last = total + (group + last) * SCALES[word], 0, 0
        elif word == "trăm":
            group, last = last * 100, 0
        elif word == "mười":
            group += 10
        elif word == "mươi":
            group, last = group + last * 10, 0
        elif word != "linh":
            last = UNITS[word]
    return total + group + last


@given(st.integers(0, LARGEST_SPOKEN))
def test_a_listener_writes_the_number_back(number):
    assert heard(spoken_number(number)) == number


def test_dates_years_and_digits():
    assert spoken_date(date(2018, 4, 19)) == (
        "mười chín tháng tư năm hai nghìn không trăm mười tám"
    )
    assert spoken_year(2021) == "năm hai nghìn không trăm hai mươi mốt"
    assert spoken_digits("0912 5") == "không chín một hai năm"
