import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.law.symbols import Rung, look_up, nearest, parse_query, parse_symbol
from documents.law.symbols.distance import slips

KNOWN = [
    parse_symbol(text)
    for text in (
        "14/2019/NQ-HĐND",
        "36/2018/QĐ-UBND",
        "36/2019/QĐ-UBND",
        "36/2018/NQ-HĐND",
        "06/2020/QĐ-UBND",
        "291/HD-SKHCN",
        "291/HĐ-SKHCN",
        "13/2012/NĐ-CP",
        "18/2013/TT-BKHCN",
        "64/2025/QH15",
        "57-NQ/TW",
        "136/2018/QĐ-UBND",
    )
]


def first(text: str) -> str:
    return str(look_up(text, KNOWN)[0].symbol)


@pytest.mark.parametrize(
    ("typed", "rung"),
    [
        ("36/2018/QĐ-UBND", Rung.EXACT),
        ("36/2018/QÐ–UBND", Rung.EXACT),
        ("quyết định số 36/2018/QĐ-UBND của UBND tỉnh", Rung.EXACT),
        ("36/2018/QD-UBND", Rung.FOLDED),
        ("36 2018 qd ubnd", Rung.FOLDED),
        ("36-2018-qd-ubnd", Rung.FOLDED),
        ("qd 36 2018", Rung.PARTIAL),
        ("qd36/2018", Rung.PARTIAL),
        ("2018 36 qd", Rung.PARTIAL),
        ("quyết định 36 năm 2018", Rung.PARTIAL),
        ("36/18 ubnd", Rung.PARTIAL),
        ("36/2018/QD-UBDN", Rung.NEAREST),
        ("36/2018/QĐ-UBN", Rung.PARTIAL),
        ("36/2108/QĐ-UBND", Rung.NEAREST),
        ("qd 36/2108", Rung.NEAREST),
    ],
)
def test_badly_typed_numbers_find_the_act_first(typed, rung):
    best = look_up(typed, KNOWN)[0]
    assert (str(best.symbol), best.rung) == ("36/2018/QĐ-UBND", rung)


def test_a_short_number_offers_every_act_that_fits_newest_first():
    found = [str(match.symbol) for match in look_up("QĐ 36", KNOWN)]
    assert found == ["36/2019/QĐ-UBND", "36/2018/QĐ-UBND"]


@pytest.mark.parametrize(
    ("typed", "symbol"),
    [
        ("36/2108", "36/2018/NQ-HĐND"),
        ("6/2020", "06/2020/QĐ-UBND"),
        ("luật 64/2025", "64/2025/QH15"),
        ("64 2025 qh15", "64/2025/QH15"),
        ("57 nq tw", "57-NQ/TW"),
        ("nghị định 13/2012", "13/2012/NĐ-CP"),
        ("thong tu 18 bo khoa hoc va cong nghe", "18/2013/TT-BKHCN"),
    ],
)
def test_other_numbers(typed, symbol):
    assert first(typed) == symbol


def test_exact_comes_before_what_only_folds_alike():
    found = [(str(m.symbol), m.rung) for m in look_up("291/HĐ-SKHCN", KNOWN)]
    assert found == [("291/HĐ-SKHCN", Rung.EXACT), ("291/HD-SKHCN", Rung.FOLDED)]
    found = {str(m.symbol) for m in look_up("291 hd skhcn", KNOWN)}
    assert found == {"291/HD-SKHCN", "291/HĐ-SKHCN"}


@pytest.mark.parametrize("typed", ["", "sáng kiến", "   ", "1 2 3 4", "-/-", "\0"])
def test_what_holds_no_number_finds_nothing(typed):
    assert parse_query(typed) is None
    assert look_up(typed, KNOWN) == []


def test_words_that_are_no_part_of_a_number_do_not_match_everything():
    assert look_up("36 sáng kiến", KNOWN) == []


def test_nearest_counts_slips_and_keeps_its_distance():
    wanted = parse_symbol("36/2108/QĐ-UBDN")
    assert [(str(m.symbol), m.slips) for m in nearest(wanted, KNOWN)] == [
        ("36/2018/QĐ-UBND", 2)
    ]
    assert nearest(parse_symbol("9999/1999/TB-ABC"), KNOWN) == []


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("2108", "2018", 1),
        ("ubdn", "ubnd", 1),
        ("ubn", "ubnd", 1),
        ("qd", "nq", 2),
        ("abcd", "wxyz", 3),
        ("", "abc", 3),
        ("", "", 0),
    ],
)
def test_slips(one, other, count):
    assert slips(one, other, 2) == count


short = st.text(alphabet="abcd", max_size=6)


@given(short, short)
def test_slips_is_a_symmetric_count(one, other):
    assert slips(one, other, 6) == slips(other, one, 6)
    assert (slips(one, other, 6) == 0) == (one == other)
    assert slips(one, other, 6) <= max(len(one), len(other))
    assert slips(one, other, 2) == min(slips(one, other, 6), 3)


@given(st.text() | st.sampled_from([str(s) for s in KNOWN]).map(str.lower))
def test_any_query_gets_an_ordered_answer(text):
    found = look_up(text, KNOWN)
    assert [m.rung for m in found] == sorted(m.rung for m in found)


@given(st.sampled_from(KNOWN))
def test_every_known_number_finds_itself_first(symbol):
    assert look_up(str(symbol), KNOWN)[0].symbol == symbol
    assert look_up(" ".join([str(symbol.number), *symbol.codes]), KNOWN)
