"""The rules of the showcase, without a database."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.initiatives.bands import band_labels, bands
from documents.initiatives.figures import figure, money_text, number_text, with_unit
from documents.initiatives.lineage import families, with_ancestors
from documents.initiatives.proof import proof_of
from documents.law.search_words import query_words, searchable, telling_words
from documents.law.shares import is_too_early, share_excess
from documents.models.initiative_enums import ReachLevel
from documents.models.initiative_rows import InitiativeBenefit

UNITS = st.integers(0, 7)


@pytest.mark.parametrize(
    ("shares", "excess"),
    [
        (["100"], 0),
        (["33.34", "33.33", "33.33"], 0),
        (["60", "39"], -1),
        (["60", "41"], 1),
        ([], 0),
    ],
)
def test_shares_are_a_hundred_or_off_by_so_much(shares, excess):
    assert share_excess(map(Decimal, shares)) == excess


def test_recognition_waits_for_the_first_application():
    first = date(2024, 9, 5)
    assert is_too_early(date(2024, 9, 4), first)
    assert not is_too_early(first, first)
    assert not is_too_early(None, first)
    assert not is_too_early(first, None)


def test_the_farthest_reach_counts():
    assert ReachLevel.highest(is_recognised=False, reaches=[]) == ""
    assert ReachLevel.highest(is_recognised=True, reaches=[]) == "base"
    assert ReachLevel.highest(is_recognised=True, reaches=["province"]) == "province"
    assert ReachLevel.highest(is_recognised=False, reaches=["nation", "province"]) == (
        "nation"
    )


def test_a_renamed_unit_is_found_by_both_names():
    old, new, newest, other = 1, 2, 3, 4
    found = families({old: new, new: newest, newest: None, other: newest})
    assert found[old] == {old, new, newest}
    assert found[newest] == {old, new, newest, other}
    assert found[other] == {other, newest}


@given(st.dictionaries(UNITS, st.none() | UNITS))
def test_finding_a_unit_is_mutual_and_ends(successors):
    found = families(successors)
    assert set(found) == set(successors)
    for unit, family in found.items():
        assert unit in family
        assert all(unit in found[other] for other in family)


def test_a_place_lies_in_what_is_around_it_but_not_in_the_whole_province():
    province, district, commune = 1, 2, 3
    found = with_ancestors({province: None, district: province, commune: district})
    assert found[commune] == (commune, district)
    assert found[province] == (province,)


@given(st.dictionaries(UNITS, st.none() | UNITS))
def test_places_in_a_circle_end(parents):
    assert set(with_ancestors(parents)) == set(parents)


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_whoever_may_spend_more_finds_all_that_costs_less(one, other):
    less, more = sorted((one, other))
    limits = [code for code in band_labels() if code.startswith("duoi-")]
    assert {*bands(more)} & {*limits} <= {*bands(less)}
    assert bands(more)


def test_what_costs_nothing_is_below_every_limit():
    assert {"0", "duoi-1-trieu", "duoi-10-trieu", "duoi-100-trieu"} <= {*bands(0)}
    assert "0" not in bands(1)
    assert bands(None) == ()
    # Addresses of before keep their meaning.
    assert "1-10-trieu" in bands(1_000_000)
    assert "1-10-trieu" not in bands(10_000_000)


def test_numbers_are_written_as_in_vietnam():
    assert number_text(1260) == "1.260"
    assert number_text(Decimal("3.50")) == "3,5"
    assert number_text(Decimal("100.00")) == "100"
    assert with_unit(Decimal("46.00"), "%") == "46%"
    assert with_unit(Decimal("3.5"), "kg") == "3,5\u00a0kg"


def test_money_is_said_as_people_say_it():
    assert money_text(None) == ""
    assert money_text(0) == "0 đồng"
    assert money_text(350_000) == "350.000 đồng"
    assert money_text(1_500_000) == "1,5 triệu đồng"
    assert money_text(2_000_000_000) == "2 tỷ đồng"


def test_bars_start_at_zero_and_share_one_scale():
    percent = figure("Đúng hạn", Decimal(46), Decimal(83), "%")
    assert (percent.before.total, percent.after.total) == (100, 100)
    weight = figure("Rơi", Decimal("3.5"), Decimal("0.6"), "kg")
    assert weight.after.total == Decimal("3.5")
    assert figure("Lãi", Decimal(-1), Decimal(2), "triệu") is None
    assert figure("Không", Decimal(0), Decimal(0), "lần") is None


def test_words_are_found_from_their_start_without_accents():
    text = searchable("Bỏ sót đơn (thuốc).")
    assert text == " bo sot don thuoc"
    assert query_words("BỎ SÓT, bo sot") == ["bo", "sot"]
    assert telling_words("Tại sao học sinh không làm bài?") == ["hoc", "sinh", "bai"]


def benefit(what: str, baseline=None, result=None) -> InitiativeBenefit:
    return InitiativeBenefit(what=what, baseline=baseline, result=result, unit="giờ")


numbers = st.none() | st.decimals(0, 1000, places=1)


@given(st.lists(st.tuples(numbers, numbers), max_size=6))
def test_every_measure_is_shown_once_and_a_comparison_leads(values):
    rows = [
        benefit(str(place), baseline, result)
        for place, (baseline, result) in enumerate(values)
    ]
    proof = proof_of(rows)
    assert sorted(one.what for one in proof.all) == sorted(one.what for one in rows)
    if any(None not in pair for pair in values):
        assert proof.lead.before and proof.lead.after
    elif any(result is not None for _baseline, result in values):
        assert proof.lead.after
    else:
        assert proof.lead is None
