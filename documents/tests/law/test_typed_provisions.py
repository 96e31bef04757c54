"""A place typed in words is the anchor of that place, however it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.law.provisions import POINT_ORDER, Level, Step, path_anchor
from documents.law.typed_provisions import place_typed, typed_anchor
from portal.vietnamese import fold

WORDS = {Level.ARTICLE: "Điều", Level.CLAUSE: "khoản", Level.POINT: "điểm"}
NUMBERS = st.integers(1, 400).map(str)
LABELS = {
    Level.ARTICLE: st.tuples(NUMBERS, st.sampled_from(["", "a", "b", "đ"])).map(
        "".join
    ),
    Level.CLAUSE: st.tuples(NUMBERS, st.sampled_from(["", "a"])).map("".join),
    Level.POINT: st.sampled_from(POINT_ORDER),
}


@st.composite
def paths(draw) -> tuple[Step, ...]:
    depth = draw(st.integers(1, 3))
    return tuple(Step(level, draw(LABELS[level])) for level in list(WORDS)[:depth])


@given(
    paths(),
    st.booleans(),
    st.sampled_from([" ", ", "]),
    st.sampled_from(["", "quy-dinh"]),
)
def test_either_order_is_the_place(path, outside_in, joined, part):
    steps = path if outside_in else reversed(path)
    words = joined.join(f"{WORDS[step.level]} {step.label}" for step in steps)
    if part:
        words += " của Quy định ban hành kèm theo"
    anchor = path_anchor(path, part)
    assert typed_anchor(words) == anchor
    assert typed_anchor(words.upper()) == anchor
    assert typed_anchor(anchor) == anchor
    assert typed_anchor(f"#{anchor}") == anchor
    if "đ" not in "".join(step.label for step in path):
        assert typed_anchor(fold(words)) == anchor


@given(paths(), st.sampled_from(["", "quy-dinh", "kem-theo", "phu-luc-ii", "phu-luc"]))
def test_the_words_of_a_place_are_read_back(path, part):
    anchor = path_anchor(path, part)
    words = place_typed(anchor)
    assert typed_anchor(words) == anchor
    assert "-" not in words


@given(st.text(max_size=60))
def test_anything_typed_is_an_anchor_or_none(text):
    anchor = typed_anchor(text)
    assert anchor is None or typed_anchor(anchor) == anchor


@pytest.mark.parametrize(
    ("typed", "anchor"),
    [
        ("Điều 15đ", "dieu-15dd"),
        ("Điều 15d", "dieu-15d"),
        ("Chương II", "chuong-ii"),
        ("Mục 1 Chương II", "chuong-ii-muc-1"),
        ("Phụ lục", "phu-luc"),
        ("Phụ lục II", "phu-luc-ii"),
        ("khoản 2 Phụ lục II", "phu-luc-ii--khoan-2"),
        ("điểm a khoản 2 mục I Phụ lục II", "phu-luc-ii--muc-i-khoan-2-diem-a"),
        ("khoản 4 mục II phần B", "phan-b-muc-ii-khoan-4"),
        ("Điều 1 kèm theo", "kem-theo--dieu-1"),
        ("quy-dinh--dieu-1", "quy-dinh--dieu-1"),
        ("mo-dau", "mo-dau"),
        ("khoản 2", None),
        ("Điều 5 và Điều 6", None),
        ("Điều 5 đến Điều 8", None),
        ("Điều 5 Luật Đất đai", None),
        ("Quy định", None),
        ("toàn bộ", None),
        ("abc-def", None),
        ("", None),
    ],
)
def test_what_is_typed(typed, anchor):
    assert typed_anchor(typed) == anchor
