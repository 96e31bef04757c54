"""A phrase replaced, a heading renamed: the text on the day, and the day before."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from documents.law.effects import (
    EffectKind,
    Scope,
    Status,
    TextState,
    consolidate,
    status,
)
from documents.law.effects.phrases import renamed, replaced
from documents.law.structure import parse_provisions
from documents.tests.effect_cases import ACT, STORED, act, day, effect


def phrase(old: str, new: str, provision: str = "", on: int = 10):
    one = effect(EffectKind.REPLACES_PHRASE, on, provision, new_text=new)
    return replace(one, phrase=old)


def text_of(*effects, on: int = 10) -> str:
    return consolidate(STORED, effects, day(on)).text


def test_a_phrase_changes_from_its_day_on_and_only_in_its_place():
    change = phrase("triệu đồng", "triệu rưỡi", "dieu-2-khoan-2")
    before, after = text_of(change, on=9), text_of(change)
    assert before == ACT
    assert "năm triệu đồng" in after
    assert "ba triệu rưỡi;" in after and "hai triệu rưỡi." in after


def test_a_phrase_of_the_whole_act_changes_everywhere():
    after = text_of(phrase("triệu đồng", "nghìn đồng"))
    assert "triệu" not in after and after.count("nghìn đồng") == 3


def test_a_phrase_that_goes_leaves_no_double_space():
    after = text_of(phrase("chịu", "", "dieu-15"))
    assert "Chánh Văn phòng trách nhiệm." in after


def test_a_phrase_that_is_not_there_is_said():
    change = phrase("tỷ đồng", "triệu", "dieu-2")
    found = consolidate(STORED, (change,), day(10))
    assert found.text == ACT
    assert found.missing == (change,) and not found.is_complete


def test_part_of_a_word_is_no_phrase():
    change = phrase("Mức m", "x", "dieu-2")
    assert consolidate(STORED, (change,), day(10)).missing == (change,)


def test_a_phrase_or_a_place_left_out_waits():
    unnamed = replace(phrase("", "x", "dieu-2"), phrase="")
    nowhere = replace(phrase("a", "b"), scope=Scope.PART)
    found = consolidate(STORED, (unnamed, nowhere), day(10))
    assert set(found.pending) == {unnamed, nowhere}


def test_only_what_holds_the_phrase_is_marked():
    found = consolidate(STORED, (phrase("ba triệu", "bốn triệu", "dieu-2"),), day(10))
    changed = [p.anchor for p in found.provisions if p.state is TextState.AMENDED]
    assert changed == ["dieu-2-khoan-2-diem-a"]


def test_a_heading_changes_and_nothing_below_it():
    change = effect(EffectKind.RENAMES, 10, "dieu-2", new_text="Điều 2. Mức chi mới")
    assert text_of(change) == ACT.replace("Mức hỗ trợ", "Mức chi mới")
    bare = effect(EffectKind.RENAMES, 10, "dieu-2", new_text="Mức chi mới")
    assert text_of(bare) == text_of(change)
    found = consolidate(STORED, (change,), day(10))
    assert [p.anchor for p in found.provisions if p.made_by] == ["dieu-2"]


def test_a_chapter_keeps_its_number_on_the_line_above():
    text = "Chương I\nQUY ĐỊNH CŨ\nĐiều 1. Một\nA.\n"
    chapter = parse_provisions(text)[0]
    new = renamed(chapter, "Chương I\nQUY ĐỊNH MỚI")
    assert new is not None and new.text == "Chương I\nQUY ĐỊNH MỚI\n"


def test_a_heading_that_is_not_there_is_said():
    change = effect(EffectKind.RENAMES, 10, "dieu-2-khoan-1", new_text="Tên")
    found = consolidate(STORED, (change,), day(10))
    assert found.text == ACT and found.missing == (change,)


def test_both_make_an_act_partly_ended():
    for change in (
        phrase("triệu", "nghìn"),
        effect(EffectKind.RENAMES, 10, "dieu-2", new_text="Tên"),
    ):
        law = act(change)
        assert status(law, day(9)).status is Status.IN_FORCE
        assert status(law, day(10)).status is Status.PARTLY_ENDED


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=60))
def test_no_phrase_breaks_the_text(old, new, text):
    piece = replace(STORED[0], text=text, title="")
    found = replaced(piece, old, new)
    assert found is None or old.split()
    if found is None and old.split() == [old] and old.isalnum():
        assert old not in text.split()
