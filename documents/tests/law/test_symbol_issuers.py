"""Whose act a number says it is, and which days a gazette may have."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.law.gazette import is_too_early
from documents.law.names import issuers
from documents.law.symbols import parse_symbol
from documents.law.symbols.issuers import issuer_codes, issuers_left_out


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        ("93/2006/TTLT/BTC-BKHCN", ("BTC", "BKHCN")),
        ("93/2006/TTLT-BTC-BKHCN-BNV", ("BTC", "BKHCN", "BNV")),
        ("36/2018/QĐ-UBND", ("UBND",)),
    ],
)
def test_a_number_names_its_issuers_in_order(printed, codes):
    symbol = parse_symbol(printed)
    assert symbol.issuers == codes
    assert issuers_left_out(symbol, codes) == ()
    assert issuers_left_out(symbol, codes[1:]) == codes[:1]


@pytest.mark.parametrize("printed", ["64/2025/QH15", "285/CCTTHC", "01/2020/QĐ-ZZZ"])
def test_what_abbreviates_no_known_issuer_says_nothing(printed):
    assert issuers_left_out(parse_symbol(printed), ()) == ()


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        ("64/2025/QH15", ("QH",)),
        ("27/2023/UBTVQH15", ("UBTVQH",)),
        ("05/2016/TTLT-BNV-BTC-BNV", ("BNV", "BTC")),
        # A unit's own number is no term.
        ("12/2020/QĐ-PC02", ("PC02",)),
        ("12/2020/QĐ", ()),
    ],
)
def test_an_issuer_is_named_once_and_without_its_term(printed, codes):
    assert issuer_codes(parse_symbol(printed)) == codes


@given(st.lists(st.sampled_from(sorted(issuers())), min_size=1, max_size=4))
def test_what_is_entered_is_never_missing(codes):
    symbol = parse_symbol(f"12/2020/TTLT-{'-'.join(codes)}")
    assert symbol is not None
    missing = issuers_left_out(symbol, codes[:1])
    assert set(missing) == set(codes) - {codes[0]}
    assert len(missing) == len(set(missing))


@given(st.dates(), st.dates())
def test_a_gazette_prints_what_was_signed(printed, signed):
    assert is_too_early(printed, signed) == (printed < signed)


@pytest.mark.parametrize("known", [None, date(2006, 2, 1)])
def test_days_nobody_knows_contradict_nothing(known):
    assert not is_too_early(None, known)
    assert not is_too_early(known, None)
