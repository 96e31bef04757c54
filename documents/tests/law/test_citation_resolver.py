from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.law.citations import DocumentList, FindingCode, find_citations, resolve
from documents.tests.law.test_citations import NEWS

LANG_SON = "Hội đồng nhân dân tỉnh Lạng Sơn"


@dataclass(frozen=True)
class Record:
    id: int
    symbol: str
    issuer: str
    territory: str | None = None
    signed_on: date | None = None
    is_joint: bool = False


PEOPLE = "Ủy ban nhân dân tỉnh Lạng Sơn"
RECORDS = [
    Record(1, "14/2019/NQ-HĐND", LANG_SON, "Lạng Sơn", date(2019, 12, 10)),
    Record(2, "36/2018/QĐ-UBND", PEOPLE, None, date(2018, 4, 19)),
    Record(3, "06/2020/QĐ-UBND", PEOPLE, None, date(2020, 3, 12)),
    Record(4, "291/HD-SKHCN", "Sở Khoa học và Công nghệ", None, date(2020, 4, 17)),
    Record(5, "20/2024/NQ-HĐND", LANG_SON, "tỉnh Lạng Sơn", date(2024, 12, 10)),
    Record(6, "20/2024/NQ-HĐND", "Hội đồng nhân dân tỉnh Cao Bằng", "Cao Bằng"),
    Record(7, "13/2012/NĐ-CP", "Chính phủ"),
]
LIBRARY = DocumentList(RECORDS)


def settled(text: str, library: DocumentList = LIBRARY):
    (resolution,) = resolve(find_citations(text), library)
    return resolution


def told(resolution) -> list[tuple[FindingCode, str, str]]:
    return [(f.code, f.printed, f.expected) for f in resolution.findings]


def test_the_news_item_is_linked_whole_and_only_its_two_slips_are_told():
    resolutions = resolve(find_citations(NEWS), LIBRARY)
    assert [r.document.id for r in resolutions] == [1, 2, 3, 2, 4]
    assert [told(r) for r in resolutions] == [
        [(FindingCode.IMPOSSIBLE_DATE, "10/12/219", "10/12/2019")],
        [],
        [(FindingCode.WRONG_MARKS, "QD", "QĐ")],
        [],
        [],
    ]
    for resolution in resolutions:
        for finding in resolution.findings:
            assert finding.printed in NEWS[finding.start : finding.end]


def test_another_date_links_and_names_both():
    resolution = settled("Quyết định số 36/2018/QĐ-UBND ngày 20/4/2018")
    assert resolution.document.id == 2
    assert told(resolution) == [(FindingCode.DATE_DIFFERS, "20/4/2018", "19/04/2018")]


def test_a_wrong_year_is_told_once():
    resolution = settled("Quyết định số 36/2018/QĐ-UBND ngày 19/4/2019")
    assert told(resolution) == [(FindingCode.DATE_DIFFERS, "19/4/2019", "19/04/2018")]
    resolution = settled("Nghị định số 13/2012/NĐ-CP ngày 02/3/2013")
    assert told(resolution) == [(FindingCode.YEAR_MISMATCH, "02/3/2013", "")]


def test_an_unknown_number_offers_the_nearest():
    resolution = settled("Quyết định số 36/2108/QĐ-UBND")
    assert resolution.document is None
    (finding,) = resolution.findings
    assert finding.code is FindingCode.UNKNOWN_NUMBER
    assert finding.suggestions == ("36/2018/QĐ-UBND",)
    (finding,) = settled("Thông báo số 7777/TB-ABCD").findings
    assert finding.suggestions == ()


def test_one_number_of_two_issuers_is_offered_twice_and_linked_never():
    for text in (
        "số 20/2024/NQ-HĐND",
        "số 20/2024/NQ-HĐND ngày 10/12/2024 của HĐND tỉnh",
    ):
        resolution = settled(text)
        assert resolution.document is None
        assert [record.id for record in resolution.candidates] == [5, 6]
        (finding,) = resolution.findings
        assert finding.code is FindingCode.AMBIGUOUS
        assert len(finding.suggestions) == 2


@pytest.mark.parametrize(
    ("issuer", "document"),
    [
        ("HĐND tỉnh Lạng Sơn", 5),
        ("Hội đồng nhân dân tỉnh Cao Bằng", 6),
        ("HĐND tỉnh Bắc Kạn", None),
    ],
)
def test_a_named_territory_decides(issuer, document):
    resolution = settled(f"Nghị quyết số 20/2024/NQ-HĐND của {issuer} quy định")
    assert (resolution.document and resolution.document.id) == document
    assert resolution.candidates == ()


def test_the_act_of_another_province_is_not_ours():
    resolution = settled("Quyết định số 36/2018/QĐ-UBND của UBND tỉnh Cao Bằng")
    assert resolution.document is None
    (finding,) = resolution.findings
    assert finding.code is FindingCode.OTHER_ISSUER
    assert finding.printed == "UBND tỉnh Cao Bằng"
    assert finding.suggestions == (f"36/2018/QĐ-UBND – {PEOPLE}",)


def test_a_wrong_body_links_and_is_told():
    resolution = settled("Quyết định số 36/2018/QĐ-UBND của HĐND tỉnh Lạng Sơn")
    assert resolution.document.id == 2
    assert told(resolution) == [
        (FindingCode.ISSUER_DIFFERS, "HĐND tỉnh Lạng Sơn", PEOPLE)
    ]


@pytest.mark.parametrize(
    ("stored", "cited"),
    [("291/HĐ-SKHCN", "291/HD-SKHCN"), ("291/HD-SKHCN", "291/HĐ-SKHCN"),
     ("12/DA-UBND", "12/ĐA-UBND")],
)  # fmt: skip
def test_guidance_never_links_to_a_contract(stored, cited):
    resolution = settled(f"số {cited}", DocumentList([Record(1, stored, "")]))
    assert resolution.document is None
    (finding,) = resolution.findings
    assert (finding.code, finding.suggestions) == (
        FindingCode.UNKNOWN_NUMBER,
        (stored,),
    )


def test_an_unlisted_issuer_is_not_corrected_to_another_province():
    number = "Quyết định số 36/2108/QĐ-UBND"
    for issuer, suggestions in {
        "của UBND tỉnh Cao Bằng": (),
        "của UBND tỉnh Lạng Sơn": ("36/2018/QĐ-UBND",),
        "của UBND tỉnh": ("36/2018/QĐ-UBND",),
    }.items():
        (finding,) = settled(f"{number} {issuer}").findings
        assert (finding.code, finding.suggestions) == (
            FindingCode.UNKNOWN_NUMBER,
            suggestions,
        )


def test_both_guidance_and_contract_link_each_to_its_own():
    both = DocumentList([Record(1, "291/HD-SKHCN", ""), Record(2, "291/HĐ-SKHCN", "")])
    assert settled("số 291/HD-SKHCN", both).document.id == 1
    assert settled("số 291/HĐ-SKHCN", both).document.id == 2


def test_marks_missing_in_issuer_and_type_are_both_told():
    resolution = settled("Nghị quyết số 14/2019/NQ-HDND")
    assert resolution.document.id == 1
    assert told(resolution) == [(FindingCode.WRONG_MARKS, "HDND", "HĐND")]


@pytest.mark.parametrize(
    ("text", "document", "printed", "expected"),
    [
        ("Quyết định 36/2018/QD–UBND", 2, "QD", "QĐ"),
        ("Nghị định số 13/2012/NDD-CP", 7, "NDD", "NĐ"),
        ("Nghị định 13/2012/NĐCP", 7, "NĐCP", "NĐ-CP"),
    ],
)
def test_a_misprinted_type_is_linked_and_told(text, document, printed, expected):
    """As Quyết định 1961/QĐ-UBND of Kiên Giang and other prints damage them."""
    resolution = settled(text)
    assert resolution.document.id == document
    assert told(resolution) == [(FindingCode.WRONG_MARKS, printed, expected)]


def test_an_empty_library_links_nothing_and_still_tells_slips():
    resolution = settled("số 06/2020/QD-UBND ngày 31/2/2020", DocumentList([]))
    assert resolution.document is None
    assert told(resolution) == [
        (FindingCode.UNKNOWN_NUMBER, "06/2020/QD-UBND", ""),
        (FindingCode.WRONG_MARKS, "QD", "QĐ"),
        (FindingCode.IMPOSSIBLE_DATE, "31/2/2020", ""),
    ]


@given(st.lists(st.sampled_from(RECORDS), unique=True), st.sampled_from(RECORDS))
def test_a_link_always_is_to_a_record_with_that_number(records, cited):
    resolution = settled(f"số {cited.symbol}", DocumentList(records))
    if resolution.document:
        assert resolution.document.symbol == cited.symbol
        assert resolution.document in records
    same = [record for record in records if record.symbol == cited.symbol]
    assert bool(resolution.document) == (len(same) == 1)
    assert len(resolution.candidates) == (len(same) if len(same) > 1 else 0)


def test_a_joint_act_may_be_named_by_any_of_its_issuers():
    text = "Thông tư liên tịch số 93/2006/TTLT-BTC-BKHCN của Bộ Khoa học và Công nghệ"
    for is_joint in (True, False):
        record = Record(1, "93/2006/TTLT-BTC-BKHCN", "Bộ Tài chính", is_joint=is_joint)
        [found] = resolve(find_citations(text), DocumentList([record]))
        codes = [finding.code for finding in found.findings]
        assert (FindingCode.ISSUER_DIFFERS in codes) is not is_joint
