"""How provisions and acts are named in a citation, and what a search marks."""

import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from documents.acts.highlights import marked_spans
from documents.acts.names import act_words, attached_words, place_words, provision_words
from documents.law.structure import parse_provisions
from documents.templatetags.library_tags import marked
from documents.tests.act_factories import TEXT, add_act
from portal.vietnamese import fold


@pytest.mark.parametrize(
    ("anchor", "label"),
    [
        ("dieu-4", "4"),
        ("dieu-15dd", "15đ"),
        ("dieu-15d", "15d"),
        ("quy-dinh--dieu-5-khoan-2-diem-dd", "đ"),
        ("chuong-ii", "II"),
    ],
)
def test_an_anchor_is_read_back_as_a_name(anchor, label):
    assert label in provision_words(anchor)


@pytest.mark.parametrize("anchor", ["", "mo-dau", "quy-dinh", "<b>", "x-1"])
def test_what_is_no_provision_has_no_name(anchor):
    assert provision_words(anchor) == ""


def test_every_numbered_provision_of_a_text_has_a_name():
    for piece in parse_provisions(TEXT):
        if piece.path:
            assert piece.label in provision_words(piece.anchor)


def test_an_act_is_cited_with_number_day_and_issuer(front):
    act = add_act("36/2018/QĐ-UBND", signed_on=date(2018, 4, 19))
    words = act_words(act)
    for part in (act.type.name, act.symbol, "19/04/2018", act.issuer.name):
        assert part in words
    assert "01/06/2024" in act_words(act, date(2024, 6, 1))
    act.attached_label = "Quy định"
    assert attached_words(act)[0] == "quy-dinh"


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("sang kien", "Hoạt động <mark>sáng kiến</mark> &amp; <b>"),
        ("SÁNG", "Hoạt động <mark>sáng</mark> kiến &amp; <b>"),
        ("hoat kien", "<mark>Hoạt</mark> động sáng <mark>kiến</mark> &amp; <b>"),
        ("ki", "Hoạt động sáng <mark>ki</mark>ến &amp; <b>"),
        ("", "Hoạt động sáng kiến &amp; <b>"),
    ],
)
def test_words_looked_for_are_marked_and_the_text_is_escaped(query, shown):
    assert marked("Hoạt động sáng kiến & <b>", query) == shown.replace(
        "<b>", "&lt;b&gt;"
    )


@given(st.text("sángkiêđĐ -<&́", max_size=30), st.text("sangkied -", max_size=12))
@example(text="Đ", query="-d")
def test_marks_lie_in_the_text_in_order(text, query):
    spans = marked_spans(text, query)
    ends = [0, *(place for span in spans for place in span)]
    assert ends == sorted(ends)
    assert all(start < end <= len(text) for start, end in spans)
    # A hyphen belongs to a word only between two of its letters.
    words = [word.strip("-") for word in re.split(r"\s|--+", fold(query))]
    for start, end in spans:
        first = fold(text[start:end]).split()[0]
        assert any(first.startswith(word[0]) for word in words if word)


@pytest.mark.parametrize(
    ("anchor", "words"),
    [
        ("dieu-4-khoan-2", "khoản 2 Điều 4"),
        ("quy-che--dieu-4-khoan-2", "khoản 2 Điều 4 của Quy chế"),
        ("phu-luc-ii--dieu-1", "Điều 1 của Phụ lục II"),
        ("kem-theo--dieu-1", "Điều 1 của văn bản kèm theo"),
        ("quy-che", ""),
    ],
)
def test_a_provision_says_which_text_it_stands_in(anchor, words):
    assert place_words(anchor) == words
