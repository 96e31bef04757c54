"""How far the words of a citation may stand from its number, and what is no number."""

from datetime import date

import pytest

from documents.law.citations import find_citations

DECISION = "36/2018/QĐ-UBND"
LAW = "64/2025/QH15"


def one(text: str):
    (citation,) = find_citations(text)
    return citation


def words(length: int) -> str:
    """Lower-case words of this length in all, a space at either end."""
    return (" việc" * length)[: length - 1] + " "


def test_the_type_and_so_are_read_however_widely_they_are_set():
    lead = "Lệnh    của    Chủ    tịch    nước    ( số   :   "
    text = f"theo {lead}{DECISION}"
    citation = one(text)
    assert citation.type_word == "Lệnh của Chủ tịch nước"
    assert text[citation.whole_start : citation.whole_end] == f"{lead}{DECISION}"


@pytest.mark.parametrize(("distance", "type_word"), [(260, "Luật"), (261, "")])
def test_a_law_is_named_at_most_260_characters_before_its_number(distance, type_word):
    title = "Luật" + words(distance - len("Luật"))
    text = f"theo {title}số {LAW}"
    citation = one(text)
    assert citation.type_word == type_word
    assert text[citation.whole_start :].startswith(type_word or "số")


@pytest.mark.parametrize(("distance", "first"), [(400, "dieu-100"), (401, "dieu-102")])
def test_provisions_are_read_400_characters_back(distance, first):
    listed = ", ".join(f"Điều {number}" for number in range(100, 140))
    citation = one(f"{listed:<{distance}}số {DECISION}")
    assert citation.provisions[0].anchor == first


@pytest.mark.parametrize("spaces", range(1, 25))
def test_a_list_too_long_to_read_never_names_more_than_it_does(spaces):
    listed = ", ".join(f"khoản {number} Điều {number}" for number in range(10, 60))
    citation = one(f"{listed} của{' ' * spaces}Quyết định số {DECISION}")
    anchors = [provision.anchor for provision in citation.provisions]
    assert len(anchors) >= 20
    assert anchors == [f"dieu-{n}-khoan-{n}" for n in range(60 - len(anchors), 60)]


def test_words_far_before_a_list_do_not_shorten_it():
    text = f"{'việc này ' * 60}khoản 1 Điều 2 và Điều 3 Quyết định số {DECISION}"
    anchors = [provision.anchor for provision in one(text).provisions]
    assert anchors == ["dieu-2-khoan-1", "dieu-3"]


def test_a_date_and_an_issuer_of_many_words_are_read_to_their_end():
    place = " ".join(["Nghiêng"] * 4)
    issuer = (
        f"Phó Chủ tịch Trung tâm {' '.join(['Chuyêngành'] * 10)}"
        f" thành phố {place}, thành phố {place}"
    )
    tail = f", ban hành ngày 19 tháng 4 năm 2018, của {issuer}"
    text = f"số {DECISION}{tail} quy định"
    citation = one(text)
    assert citation.issuer == issuer
    assert text[citation.end : citation.whole_end] == tail


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        # Issuers have two letters or more.
        ("Kế hoạch số 12/KH-B", []),
        ("Kế hoạch số 12/KH-BC", ["12/KH-BC"]),
        ("Kết luận số 12-KL/T", []),
        # So have the units that draft letters.
        ("Công văn số 1234/SKHCN-A", []),
        ("Công văn số 1234/SKHCN-AB", ["1234/SKHCN-AB"]),
        # A word in small letters is no code, whatever stands before it.
        ("Quyết định số 36/2018/QĐ-theo", []),
        ("Quyết định số 36/2018/QĐ-Theo", []),
        ("Quyết định số 36/2018/qđ-ubnd", ["36/2018/QĐ-UBND"]),
        ("số 12/kem-UBND", []),
        # An unknown issuer's letter is announced, by its type or by "số".
        ("theo 1234/ABC-XYZ", []),
        ("theo số 1234/ABC-XYZ", ["1234/ABC-XYZ"]),
        ("theo Công văn 1234/ABC-XYZ", ["1234/ABC-XYZ"]),
        # A known issuer vouches for it, and so does any people's committee.
        ("theo 1234/SKHCN-QLKH", ["1234/SKHCN-QLKH"]),
        ("theo 1234/UBNDTP-QLKH", ["1234/UBNDTP-QLKH"]),
    ],
)
def test_codes_look_like_codes(text, symbols):
    assert [str(citation.symbol) for citation in find_citations(text)] == symbols


@pytest.mark.parametrize("printed", ["ngày 19/4/2018", "(19/4/2018", ",ngày 19/4/2018"])
def test_a_date_may_follow_without_a_space(printed):
    assert one(f"số {DECISION}{printed}").date == date(2018, 4, 19)


@pytest.mark.parametrize(
    ("before", "whole"),
    [
        ("", "Luật Về một việc số"),
        ("Căn cứ: ", "Luật Về một việc số"),
        ("theo ", "Bộ luật Về một việc số"),
        ("theo ", "Pháp lệnh Về một việc số"),
        # A title may end in the word itself.
        ("theo ", "Luật Ban hành văn bản quy phạm pháp luật số"),
        # The nearest is meant.
        ("theo Luật Cũ và ", "Luật Mới số"),
        # Another type of act right before the number is its own.
        ("theo Luật Cũ và ", "Nghị quyết số"),
        # What another sentence or another item names is not this act.
        ("theo Luật Cũ. Xem ", "số"),
        ("một việc; hai việc; Luật Cũ; ", "số"),
        ("một việc\nLuật Cũ\n", "số"),
        ("Luật Cũ (", "số"),
    ],
)
def test_a_law_is_named_before_its_title_in_the_same_sentence(before, whole):
    text = f"{before}{whole} {LAW}"
    citation = one(text)
    assert text[citation.whole_start : citation.whole_end] == f"{whole} {LAW}"
    kinds = ("Bộ luật", "Luật", "Pháp lệnh", "Nghị quyết")
    kind = next((kind for kind in kinds if whole.startswith(kind)), "")
    assert citation.type_word == kind


def test_a_number_right_after_a_quotation_stands_outside_it():
    (inside, outside) = find_citations(f"“số {DECISION}”{DECISION}")
    assert (inside.quoted, outside.quoted) == (True, False)


def test_a_number_that_is_none_does_not_end_the_search():
    found = find_citations(f"số 0/2018/QĐ-UBND, số {DECISION}")
    assert [citation.as_printed for citation in found] == [DECISION]


def test_the_words_of_one_citation_are_never_the_nexts():
    before = "việc này theo khoản 2 Điều 5 của "
    text = f"{before}Luật số {LAW} ngày 19/02/2025 của Quốc hội, số 65/2025/QH15"
    first, second = find_citations(text)
    assert (first.type_word, second.type_word) == ("Luật", "")
    assert (len(first.provisions), second.provisions) == (1, ())
    assert text[first.whole_end : second.whole_start] == ", "
