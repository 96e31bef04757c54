import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.law.citations.references import provisions_before
from documents.law.provisions import (
    POINT_ORDER,
    Level,
    ProvisionRef,
    Step,
    label_key,
    label_slug,
    path_anchor,
    roman_value,
)


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ("Điều 5 ", ["dieu-5"]),
        ("điểm a khoản 2 Điều 5 ", ["dieu-5-khoan-2-diem-a"]),
        ("điểm đ khoản 2a Điều 15đ của ", ["dieu-15dd-khoan-2a-diem-dd"]),
        ("khoản 1, khoản 3 Điều 5 ", ["dieu-5-khoan-1", "dieu-5-khoan-3"]),
        ("các điểm a, b và d khoản 2 Điều 5 ",
         ["dieu-5-khoan-2-diem-a", "dieu-5-khoan-2-diem-b", "dieu-5-khoan-2-diem-d"]),
        ("điểm a, b khoản 1, khoản 2 và điểm c khoản 3 Điều 5; Điều 7 ",
         ["dieu-5-khoan-1-diem-a", "dieu-5-khoan-1-diem-b", "dieu-5-khoan-2",
          "dieu-5-khoan-3-diem-c", "dieu-7"]),
        ("khoản 2 Điều 3, khoản 1 Điều 4 và Điều 9 ",
         ["dieu-3-khoan-2", "dieu-4-khoan-1", "dieu-9"]),
        ("Điều 5, 6 và 7 ", ["dieu-5", "dieu-6", "dieu-7"]),
        ("Điều 5 khoản 2 ", ["dieu-5-khoan-2"]),
        ("Điều 5, khoản 2 ", ["dieu-5-khoan-2"]),
        ("điểm a, khoản 2, Điều 5 ", ["dieu-5-khoan-2-diem-a"]),
        ("Điều 5, khoản 2 Điều 7 ", ["dieu-5", "dieu-7-khoan-2"]),
        ("Mục 2 Chương II ", ["chuong-ii-muc-2"]),
        ("Phụ lục I ", ["phu-luc-i"]),
        ("điểm a khoản 1 mục II ", ["muc-ii-khoan-1-diem-a"]),
        ("theo quy định tại Điều\n5 ", ["dieu-5"]),
        ("Điều 1.000 ", []),
        ("Điều 1,5 ", []),
        ("Điều 5 nói rằng ", []),
        ("", []),
    ],
)  # fmt: skip
def test_provisions_are_read_back_from_prose(text, anchors):
    assert [ref.anchor for ref in provisions_before(text)] == anchors


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("từ Điều 5 đến Điều 8 ", "dieu-5", "8"),
        ("Điều 5 - 8 ", "dieu-5", "8"),
        ("khoản 1 đến khoản 3 Điều 2 ", "dieu-2-khoan-1", "3"),
        ("khoản 1 đến 3 Điều 2 ", "dieu-2-khoan-1", "3"),
        ("các điểm a đến hết điểm đ khoản 1 Điều 2 ", "dieu-2-khoan-1-diem-a", "đ"),
    ],
)
def test_ranges_keep_both_ends(text, first, last):
    (ref,) = provisions_before(text)
    assert (ref.anchor, ref.through) == (first, last)


def test_an_attached_text_has_articles_of_its_own():
    (ref,) = provisions_before("Điều 1 của Quy định về sáng kiến ban hành kèm theo ")
    assert ref.attachment == "Quy định"
    assert ref.anchor == "quy-dinh--dieu-1"
    (ref,) = provisions_before("Điều 3 Điều lệ mẫu kèm theo ")
    assert ref.anchor == "dieu-le--dieu-3"


@given(st.text(alphabet="điểmkhoảnĐều 15a,;và-đến.", max_size=200))
def test_any_words_before_a_document_are_survived(text):
    assert isinstance(provisions_before(text), tuple)


def test_d_and_stroked_d_have_anchors_of_their_own():
    anchors = {
        path_anchor((Step(Level.ARTICLE, label),)) for label in ("15", "15d", "15đ")
    }
    assert anchors == {"dieu-15", "dieu-15d", "dieu-15dd"}
    assert label_slug("thứ nhất") == "thu-nhat"


def test_labels_sort_as_acts_number_them():
    points = list(POINT_ORDER)
    assert sorted(points[::2] + points[1::2], key=label_key) == points
    mixed = ["1", "2", "2a", "2b", "2đ", "3", "10", "15", "15a", "15d", "15đ", "15e"]
    assert sorted(mixed[::2] + mixed[1::2], key=label_key) == mixed
    assert sorted(["a1", "b", "a", "a2"], key=label_key) == ["a", "a1", "a2", "b"]
    assert sorted(["IX", "V", "II", "IV"], key=label_key) == ["II", "IV", "V", "IX"]
    assert roman_value("XIV") == 14


@given(st.text(max_size=8))
def test_any_label_has_a_key(label):
    assert label_key(label) == label_key(label)


def test_a_reference_names_its_levels():
    ref = ProvisionRef((Step(Level.ARTICLE, "5"), Step(Level.CLAUSE, "2")))
    assert ref.label(Level.ARTICLE) == "5"
    assert ref.label(Level.POINT) == ""
