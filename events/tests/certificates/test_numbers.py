"""Numbers as people type them; names as strangers see them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.certificates.numbers import Number, masked, parse_number

NUMBER = Number(2026, 412)


@pytest.mark.parametrize(
    "typed",
    [
        "0412/2026",
        "412/2026",
        " 0412 / 2026 ",
        "0412-2026",
        "0412–2026",
        "0412.2026",
        "0412 2026",
        "04122026",
        "Số 0412/2026",
        "số: 412-2026.",
        "００４１２／２０２６",
        "0412\\2026",
    ],
    ids=str,
)
def test_forgiving(typed):
    assert parse_number(typed) == NUMBER


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "0412",
        "2026",
        "0412/26",
        "/2026",
        "0/2026",
        "bốn trăm",
        "0412/2026/7",
        "٤١٢/٢٠٢٦",
    ],
    ids=ascii,
)
def test_no_number(typed):
    assert parse_number(typed) is None


@given(st.integers(1, 999_999), st.integers(2000, 2099))
def test_what_is_printed_is_read_back(running, year):
    number = Number(year, running)
    assert parse_number(str(number)) == number


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Nông Thị Bích Diệp", "N. T. B. Diệp"),
        ("Đàm Ánh", "Đ. Ánh"),
        ("Diệp", "D."),
        ("", ""),
        ("nông văn a", "N. V. a"),
    ],
    ids=ascii,
)
def test_masked(name, shown):
    assert masked(name) == shown


@given(st.lists(st.text("abcđêơÁ", min_size=2, max_size=6), min_size=2, max_size=5))
def test_only_the_last_word_is_whole(words):
    assert all(len(part) <= 2 for part in masked(" ".join(words)).split()[:-1])
