import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.law.effects import EffectKind, Op, compare, consolidate, word_diff
from documents.tests.effect_cases import STORED, day, days, effect, effect_lists

K = EffectKind


def shown(before: str, after: str) -> str:
    marks = {Op.EQUAL: "{}", Op.DELETE: "[-{}-]", Op.INSERT: "[+{}+]"}
    return "".join(marks[s.op].format(s.text) for s in word_diff(before, after))


@pytest.mark.parametrize(
    ("before", "after", "diff"),
    [
        ("năm triệu đồng", "sáu triệu đồng", "[-năm-][+sáu+] triệu đồng"),
        # The space between carries no mark: neither text has another one.
        ("là năm triệu", "là sáu triệu", "là [-năm-][+sáu+] triệu"),
        ("một hai", "một hai ba", "một hai[+ ba+]"),
        ("một hai ba", "một ba", "một[- hai-] ba"),
        ("năm triệu đồng", "sáu nghìn đồng", "[-năm triệu-][+sáu nghìn+] đồng"),
        ("như cũ", "như cũ", "như cũ"),
        ("", "mới", "[+mới+]"),
        ("cũ", "", "[-cũ-]"),
        ("", "", ""),
        ("a\nb", "a\n\nb", "a[-\nb-][+\n\nb+]"),
    ],
)
def test_words_that_changed(before, after, diff):
    assert shown(before, after) == diff


texts = st.text(alphabet="ab \n.,", max_size=60) | st.text(max_size=40)


@given(texts, texts)
def test_a_difference_spells_both_texts(before, after):
    segments = word_diff(before, after)
    assert "".join(s.text for s in segments if s.op is not Op.INSERT) == before
    assert "".join(s.text for s in segments if s.op is not Op.DELETE) == after
    assert all(segment.text for segment in segments)


@given(texts)
def test_a_text_does_not_differ_from_itself(text):
    assert all(segment.op is Op.EQUAL for segment in word_diff(text, text))


def test_a_huge_rewriting_is_shown_whole():
    before = " ".join(f"cũ{n}" for n in range(3000))
    after = " ".join(f"mới{n}" for n in range(3000))
    assert [s.op for s in word_diff(before, after)] == [Op.DELETE, Op.INSERT]


def test_articles_that_changed_and_who_changed_them():
    amended = effect(
        K.AMENDS, 10, "dieu-2-khoan-1", new_text="1. Mức một là sáu triệu."
    )
    added = effect(K.SUPPLEMENTS, 20, "dieu-15dd", new_text="Điều 15đ. Thêm")
    gone = effect(K.REPEALS, 20, "dieu-1")
    changes = [amended, added, gone]
    start, middle, end = (consolidate(STORED, changes, day(n)) for n in (0, 10, 20))
    assert compare(start, start) == []
    (first,) = compare(start, middle)
    assert (first.anchor, first.made_by) == ("dieu-2", (amended,))
    assert [(d.anchor, d.made_by) for d in compare(start, end)] == [
        ("dieu-1", (gone,)),
        ("dieu-2", (amended,)),
        ("dieu-15dd", (added,)),
    ]
    assert [d.anchor for d in compare(middle, end)] == ["dieu-1", "dieu-15dd"]
    back = compare(end, start)
    assert [d.anchor for d in back] == ["dieu-1", "dieu-2", "dieu-15dd"]
    assert [s.op for s in back[-1].segments] == [Op.DELETE]


@given(effect_lists, days, days)
def test_what_is_not_listed_did_not_change(effects, one, other):
    before, after = (
        consolidate(STORED, effects, one),
        consolidate(STORED, effects, other),
    )
    differing = compare(before, after)
    if not differing:
        assert before.text == after.text
    removed = sum(
        len(s.text) for d in differing for s in d.segments if s.op is Op.DELETE
    )
    added = sum(len(s.text) for d in differing for s in d.segments if s.op is Op.INSERT)
    assert len(after.text) - len(before.text) == added - removed
    assert len({d.anchor for d in differing}) == len(differing)
