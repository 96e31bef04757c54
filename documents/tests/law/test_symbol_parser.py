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
        # Older acts, joint ones, and letters that name their issuer alone.
        ("285/CCTTHC", Symbol(Form.LETTER, 285, issuer="CCTTHC")),
        ("31-HĐBT", Symbol(Form.LETTER, 31, issuer="HĐBT")),
        ("299/ttg", Symbol(Form.LETTER, 299, issuer="TTg")),
        (
            "93/2006/TTLT/BTC-BKHCN",
            Symbol(Form.NORMATIVE, 93, year=2006, type="TTLT", issuer="BTC-BKHCN"),
        ),
        (
            "895/QĐ.UB.TC",
            Symbol(Form.ADMINISTRATIVE, 895, type="QĐ", issuer="UB-TC"),
        ),
        (
            "04 TC/TCT",
            Symbol(Form.ADMINISTRATIVE, 4, type="TC", issuer="TCT"),
        ),
        ("28/2004/QH 11", Symbol(Form.LAW, 28, year=2004, issuer="QH11")),
        ("66/1992/HĐBT", Symbol(Form.LAW, 66, year=1992, issuer="HĐBT")),
        (
            "32/2006/NĐCP",
            Symbol(Form.NORMATIVE, 32, year=2006, type="NĐ", issuer="CP"),
        ),
        (
            "05/2018/XYZ-UBND",
            Symbol(Form.NORMATIVE, 5, year=2018, type="XYZ", issuer="UBND"),
        ),
    ],
)
def test_each_part_is_read_in_its_place(typed, symbol):
    assert parse_symbol(typed) == symbol


@pytest.mark.parametrize("typed", ["05/2018/XYZ", "12/X", "0/2018/QĐ-UBND", "12-QĐ"])
def test_what_lacks_a_part_is_no_number(typed):
    assert parse_symbol(typed) is None
