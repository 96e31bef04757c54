import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.law.names import document_types, issuers
from documents.law.symbols import Symbol, SymbolForm, parse_symbol

F = SymbolForm


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("36/2018/QĐ-UBND", Symbol(F.NORMATIVE, 36, "", 2018, "QĐ", "UBND")),
        ("14/2019/NQ-HĐND", Symbol(F.NORMATIVE, 14, "", 2019, "NQ", "HĐND")),
        (
            "01/2013/TTLT-BTC-BKHCN",
            Symbol(F.NORMATIVE, 1, "", 2013, "TTLT", "BTC-BKHCN"),
        ),
        ("64/2025/QH15", Symbol(F.LAW, 64, "", 2025, "", "QH15")),
        ("954/2020/UBTVQH14", Symbol(F.LAW, 954, "", 2020, "", "UBTVQH14")),
        ("57-NQ/TW", Symbol(F.PARTY, 57, "", None, "NQ", "TW")),
        ("291/HD-SKHCN", Symbol(F.ADMINISTRATIVE, 291, "", None, "HD", "SKHCN")),
        ("291/HĐ-SKHCN", Symbol(F.ADMINISTRATIVE, 291, "", None, "HĐ", "SKHCN")),
        ("03/VBHN-VPQH", Symbol(F.ADMINISTRATIVE, 3, "", None, "VBHN", "VPQH")),
        ("15/CT-TTg", Symbol(F.ADMINISTRATIVE, 15, "", None, "CT", "TTg")),
        ("1234/SKHCN-QLKH", Symbol(F.LETTER, 1234, "", None, "", "SKHCN", "QLKH")),
        ("05/UBND.HC-TH", Symbol(F.LETTER, 5, "", None, "", "UBND.HC", "TH")),
        ("36a/2018/QĐ-UBND", Symbol(F.NORMATIVE, 36, "a", 2018, "QĐ", "UBND")),
        ("66.13/2026/NQ-CP", Symbol(F.NORMATIVE, 66, ".13", 2026, "NQ", "CP")),
    ],
)
def test_each_form_is_read_and_written_back(text, symbol):
    assert parse_symbol(text) == symbol
    assert str(symbol) == text


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("6/2020/QĐ-UBND", "06/2020/QĐ-UBND"),
        ("006/2020/QĐ-UBND", "06/2020/QĐ-UBND"),
        ("06/2020/QÐ-UBND", "06/2020/QĐ-UBND"),
        ("06/2020/qđ-ubnd", "06/2020/QĐ-UBND"),
        ("06/2020/QĐ–UBND", "06/2020/QĐ-UBND"),
        ("06/2020/QĐ—UBND", "06/2020/QĐ-UBND"),
        ("06\u00a0/ 2020 / QĐ -\nUBND", "06/2020/QĐ-UBND"),
        ("06/20\u200b20/QĐ-UBND\ufeff", "06/2020/QĐ-UBND"),
        ("Số: 06/2020/QĐ-UBND.", "06/2020/QĐ-UBND"),
        ("số 15/CT-TTG", "15/CT-TTg"),
        ("57\u2013nq/tw", "57-NQ/TW"),
        ("06/2020/QD-UBND", "06/2020/QD-UBND"),
    ],
)
def test_forgiving_reading_has_one_canonical_form(typed, canonical):
    assert str(parse_symbol(typed)) == canonical


@pytest.mark.parametrize(
    "text",
    ["", "36", "36/2018", "19/4/2018", "1/2", "0/2018/QĐ-UBND", "QĐ-UBND", "24/7",
     "36/2018/XYZ", "12/A", "3/4-5/6", "x" * 10_000, "1" * 10_000, "/" * 10_000],
)  # fmt: skip
def test_what_is_no_number_is_none(text):
    assert parse_symbol(text) is None


def test_missing_marks_are_seen_in_the_folded_form_only():
    good, bad = parse_symbol("06/2020/QĐ-UBND"), parse_symbol("06/2020/QD-UBND")
    assert good != bad
    assert good.folded == bad.folded == "06/2020/qd-ubnd"


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("36/2018/QĐ-UBND", "36-2018-qd-ubnd"),
        ("06/2020/QĐ-UBND", "06-2020-qd-ubnd"),
        ("291/HD-SKHCN", "291-hd-skhcn"),
        ("291/HĐ-SKHCN", "291-hd-skhcn"),
        ("13/2012/NĐ-CP", "13-2012-nd-cp"),
        ("64/2025/QH15", "64-2025-qh15"),
        ("57-NQ/TW", "57-nq-tw"),
        ("57-NQ/TƯ", "57-nq-tu"),
        ("9/SĐDT-A", "09-sddt-a"),
        ("36a/2018/QĐ-UBND", "36a-2018-qd-ubnd"),
        ("66.13/2026/NQ-CP", "66-13-2026-nq-cp"),
    ],
)
def test_slugs(text, slug):
    assert parse_symbol(text).slug == slug


types = st.sampled_from(sorted(document_types()))
owners = st.sampled_from(sorted(issuers()))
codes = st.text(alphabet="ABDĐEÊOÔƠUƯWX", min_size=2, max_size=5)
numbers = st.integers(1, 99_999)
suffixes = st.sampled_from(["", "a", "b", "đ", "bis"])
years = st.integers(1945, 2100)
NO_YEAR, NO_TYPE = st.none(), st.just("")
legislatures = st.sampled_from(["QH13", "QH15", "UBTVQH14"])
symbols = st.one_of(
    st.builds(Symbol, st.just(F.NORMATIVE), numbers, suffixes, years, types, owners),
    st.builds(
        Symbol, st.just(F.ADMINISTRATIVE), numbers, suffixes, NO_YEAR, types, owners
    ),
    st.builds(Symbol, st.just(F.LAW), numbers, suffixes, years, NO_TYPE, legislatures),
    st.builds(Symbol, st.just(F.PARTY), numbers, suffixes, NO_YEAR, types, owners),
    st.builds(
        Symbol, st.just(F.LETTER), numbers, suffixes, NO_YEAR, NO_TYPE, owners, codes
    ),
    st.builds(Symbol, st.just(F.LETTER), numbers, suffixes, NO_YEAR, NO_TYPE, owners),
)


@given(symbols)
def test_parsing_the_canonical_form_gives_the_symbol_back(symbol):
    assert parse_symbol(str(symbol)) == symbol
    assert parse_symbol(f" số {symbol} ") == symbol
    assert parse_symbol(str(symbol).replace("-", " – ")) == symbol


@given(symbols, symbols)
def test_symbols_share_a_slug_only_where_a_mark_tells_them_apart(one, other):
    if one.form is other.form and one.folded != other.folded:
        assert one.slug != other.slug


@given(symbols)
def test_slugs_fit_an_address(symbol):
    assert symbol.slug.isascii()
    assert symbol.slug.replace("-", "").isalnum()
    assert symbol.slug.islower()


@given(
    st.text()
    | st.lists(st.sampled_from(["36", "/", "-", "QĐ", " ", "\n", "số"])).map("".join)
)
def test_any_text_is_a_symbol_or_none(text):
    symbol = parse_symbol(text)
    assert symbol is None or parse_symbol(str(symbol)) is not None
