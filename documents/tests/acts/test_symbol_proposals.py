"""What a number offers for an act's form, of what is listed and not yet entered."""

import pytest

from documents.acts.symbol_proposals import MOST, FormFacts, SymbolReading, read
from documents.law.symbols import parse_symbol
from documents.models import DocumentType, Issuer
from portal.models import Locality

HERE, THERE = Locality(pk=1, name="Lạng Sơn"), Locality(pk=2, name="Cao Bằng")


def issuer(pk: int, code: str, name: str, territory: Locality | None = None) -> Issuer:
    return Issuer(pk=pk, abbreviation=code, name=name, territory=territory)


TYPES = {
    code: DocumentType(pk=pk, abbreviation=code, name=name)
    for pk, (code, name) in enumerate(
        {"QĐ": "Quyết định", "NQ": "Nghị quyết", "TTLT": "Thông tư liên tịch"}.items(),
        1,
    )
}
OURS = issuer(1, "UBND", "UBND tỉnh Lạng Sơn", HERE)
COUNCIL = issuer(2, "HĐND", "HĐND tỉnh Lạng Sơn", HERE)
SCIENCE = issuer(3, "BKHCN", "Bộ Khoa học và Công nghệ")
HOME = issuer(4, "BNV", "Bộ Nội vụ")
MONEY = issuer(5, "BTC", "Bộ Tài chính")
ASSEMBLY = issuer(6, "QH", "Quốc hội")
LISTED = [OURS, COUNCIL, SCIENCE, HOME, MONEY, ASSEMBLY]
THEIRS = issuer(7, "UBND", "Ủy ban nhân dân tỉnh", THERE)


def of(number: str, issuers=LISTED, **entered) -> SymbolReading:
    symbol = parse_symbol(number)
    assert symbol is not None
    return read(symbol, TYPES, issuers, FormFacts(**entered))


def offered(reading: SymbolReading) -> list[tuple]:
    return [(one.type, one.issuer, one.joint) for one in reading.proposals]


@pytest.mark.parametrize(
    ("number", "kind", "lead", "joint"),
    [
        ("12/2023/QĐ-UBND", "QĐ", OURS, ()),
        ("12/2023/qđ-ubnd", "QĐ", OURS, ()),
        ("05/2016/TTLT-BKHCN-BNV", "TTLT", SCIENCE, (HOME,)),
        ("05/2016/TTLT/BKHCN-BTC-BNV", "TTLT", SCIENCE, (MONEY, HOME)),
        ("05/2016/TTLT-BNV-BNV", "TTLT", HOME, ()),
        ("64/2025/QH15", None, ASSEMBLY, ()),
        ("1234/BTC-QLN", None, MONEY, ()),
    ],
)
def test_type_and_issuers_are_offered_in_their_order(number, kind, lead, joint):
    kinds = [(TYPES[kind], None, ())] if kind else []
    assert offered(of(number)) == [*kinds, (None, lead, joint)]


def test_a_number_without_its_marks_offers_what_it_would_be_with_them():
    proposals = offered(of("12/2023/QD-HDND"))
    assert proposals == [(TYPES["QĐ"], None, ()), (None, COUNCIL, ())]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("31-HĐBT", "HĐBT"),
        ("285/CCTTHC", "CCTTHC"),
        ("12/2023/QĐ-BNNPTNT", "BNNPTNT"),
        # One letter away from a listed one.
        ("12/2023/QĐ-BTP", "BTP"),
        ("01/1999/QĐ-UB", "UB"),
    ],
)
def test_an_issuer_that_is_not_listed_is_said_and_never_another_one(number, code):
    reading = of(number)
    assert all(one.issuer is None for one in reading.proposals)
    assert [code in note for note in reading.notes] == [True]


def test_no_mark_is_added_to_a_code_that_is_one_of_its_own():
    listed = issuer(8, "HDBT", "Đơn vị mẫu")
    assert offered(of("31-HĐBT", [listed])) == []


def test_of_two_places_each_is_offered_by_its_name():
    reading = of("12/2023/QĐ-UBND", [*LISTED, THEIRS], type=1)
    assert offered(reading) == [(None, OURS, ()), (None, THEIRS, ())]
    first, second = reading.proposals
    assert first.label.endswith("UBND tỉnh Lạng Sơn")
    assert second.label.endswith("Ủy ban nhân dân tỉnh (Cao Bằng)")


def test_what_has_a_place_is_to_be_compared_and_a_ministry_is_not():
    assert len(of("12/2023/QĐ-UBND").notes) == 1
    assert of("12/2023/QĐ-BNV").notes == ()


def test_more_readings_than_can_be_told_apart_are_none():
    many = [issuer(pk, "UBND", f"UBND xã {pk}", HERE) for pk in range(1, MOST + 2)]
    assert len(of("12/2023/QĐ-UBND", many[:MOST], type=1).proposals) == MOST
    reading = of("12/2023/QĐ-UBND", many, type=1)
    assert reading.proposals == ()
    assert [f"{MOST + 1} " in note for note in reading.notes] == [True]


def test_what_is_entered_is_not_offered_again():
    number = "05/2016/TTLT-BKHCN-BNV"
    assert offered(of(number, type=3)) == [(None, SCIENCE, (HOME,))]
    assert offered(of(number, type=1, issuer=3)) == [(None, None, (HOME,))]
    assert of(number, type=3, issuer=3, joint=frozenset({4})) == SymbolReading()


@pytest.mark.parametrize(
    "entered", [{"issuer": 5}, {"issuer": 4}, {"joint": frozenset({3})}]
)
def test_another_choice_or_order_stands(entered):
    assert of("05/2016/TTLT-BKHCN-BNV", type=3, **entered) == SymbolReading()


def test_of_a_joint_act_those_listed_are_offered_and_the_others_said():
    reading = of("05/2016/TTLT-BKHCN-BYT-BNV", type=3)
    assert offered(reading) == [(None, SCIENCE, (HOME,))]
    assert ["BYT" in note for note in reading.notes] == [True]
    reading = of("05/2016/TTLT-BYT-BNV", type=3)
    assert offered(reading) == []
    assert ["BYT" in note for note in reading.notes] == [True]
