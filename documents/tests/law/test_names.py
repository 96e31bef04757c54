from documents.law.names import (
    Normative,
    document_types,
    folded_types,
    is_known,
    issuers,
    written,
)
from portal.vietnamese.speech import ISSUER_NAMES, TYPE_NAMES


def test_the_facts_are_complete():
    assert len(document_types()) == 35
    assert document_types()["QĐ"].name == "Quyết định"
    assert document_types()["QĐ"].normative is Normative.WITH_YEAR
    assert document_types()["HD"].normative is Normative.NEVER
    assert len(issuers()) == 13
    assert issuers()["SKHCN"].name == "Sở Khoa học và Công nghệ"
    assert "Sở KHCN" in issuers()["SKHCN"].spellings
    assert {fact.level for fact in issuers().values()} == {
        "central",
        "party",
        "local",
        "department",
    }


def test_the_two_pairs_that_fold_alike_are_all_real():
    assert {"HD", "HĐ", "DA", "ĐA"} <= set(document_types())
    assert len(folded_types()) == len(document_types()) - 2
    assert is_known("HD")
    assert is_known("HĐ")
    assert is_known("UBND")
    assert not is_known("QD")


def test_case_is_mended_and_marks_are_not():
    assert written("qđ") == "QĐ"
    assert written("TTG") == "TTg"
    assert written("ctr") == "CTr"
    assert written("qd") == "QD"
    assert written("skhđt") == "SKHĐT"
    assert written("VPUBnd") == "VPUBnd"


def test_the_voice_uses_the_same_names():
    for code, name in TYPE_NAMES.items():
        assert document_types()[code].name == name
    for code, name in ISSUER_NAMES.items():
        assert issuers()[code].name == name
