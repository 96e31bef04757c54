"""Numbers whose parts are more, or fewer, than the usual."""

import pytest

from documents.law.symbols import Symbol, SymbolForm, parse_symbol

Form = SymbolForm


@pytest.mark.parametrize(
    ("typed", "symbol"),
    [
        # Several parties together: each code in its own case.
        ("12-ct/tw-ttg", Symbol(Form.PARTY, 12, type="CT", issuer="TW-TTg")),
        (
            "12/tb-btc-ttg",
            Symbol(Form.ADMINISTRATIVE, 12, type="TB", issuer="BTC-TTg"),
        ),
        (
            "01/2013/ttlt-btc-ttg",
            Symbol(Form.NORMATIVE, 1, year=2013, type="TTLT", issuer="BTC-TTg"),
        ),
        # A letter names one issuer; the rest is who drafted it.
        (
            "1234/skhcn-qlkh-ttg",
            Symbol(Form.LETTER, 1234, issuer="SKHCN", unit="QLKH-TTg"),
        ),
        # "Số" is a lead only where it leads.
        (
            "số 12/QĐ-SOXD",
            Symbol(Form.ADMINISTRATIVE, 12, type="QĐ", issuer="SOXD"),
        ),
        ("12/QĐ-SOXD", Symbol(Form.ADMINISTRATIVE, 12, type="QĐ", issuer="SOXD")),
        # With its year a number needs no issuer, and no type we know.
        ("12/2018/QĐ", Symbol(Form.NORMATIVE, 12, year=2018, type="QĐ")),
        (
            "05/2018/XYZ-UBND",
            Symbol(Form.NORMATIVE, 5, year=2018, type="XYZ", issuer="UBND"),
        ),
    ],
)
def test_each_part_is_read_in_its_place(typed, symbol):
    assert parse_symbol(typed) == symbol


@pytest.mark.parametrize("typed", ["05/2018/XYZ", "12/UBND", "0/2018/QĐ-UBND", "12-QĐ"])
def test_what_lacks_a_part_is_no_number(typed):
    assert parse_symbol(typed) is None
