from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.law.effects import EffectKind, ReviewState, Scope, TextState, consolidate
from documents.law.structure import parse_provisions
from documents.tests.effect_cases import ACT, STORED, day, days, effect, effect_lists

K = EffectKind
NEW_ARTICLE = "Điều 2. Mức mới\n1. Mức một là sáu triệu đồng.\n2. Mức hai."


def text_of(number: int, *effects) -> str:
    return consolidate(STORED, effects, day(number)).text


def states(number: int, *effects) -> dict[str, TextState]:
    pieces = consolidate(STORED, effects, day(number)).provisions
    return {p.anchor: p.state for p in pieces if p.state is not TextState.ORIGINAL}


def test_without_effects_the_text_is_as_stored():
    result = consolidate(STORED, [], day(0))
    assert result.text == ACT
    assert [piece.provision for piece in result.provisions] == STORED
    assert result.is_complete


def test_an_amended_article_is_replaced_whole_and_knows_by_whom():
    change = effect(K.AMENDS, 10, "dieu-2", new_text=NEW_ARTICLE)
    assert text_of(9, change) == ACT
    result = consolidate(STORED, [change], day(10))
    start, end = ACT.index("Điều 2."), ACT.index("Điều 15.")
    assert result.text == f"{ACT[:start]}{NEW_ARTICLE}\n{ACT[end:]}"
    changed = [p for p in result.provisions if p.state is TextState.AMENDED]
    assert [p.anchor for p in changed] == ["dieu-2", "dieu-2-khoan-1", "dieu-2-khoan-2"]
    assert {p.made_by for p in changed} == {change}
    assert changed[0].provision.title == "Mức mới"


def test_two_steps_leave_each_its_own_text():
    first = effect(K.AMENDS, 10, "dieu-2", new_text=NEW_ARTICLE)
    second = effect(
        K.REPLACES, 20, "dieu-2-khoan-1", new_text="1. Mức một là bảy triệu."
    )
    assert "sáu triệu" in text_of(19, first, second)
    assert text_of(19, first, second) == text_of(10, first)
    after = text_of(20, second, first)
    assert "bảy triệu" in after
    assert "sáu triệu" not in after
    assert "2. Mức hai." in after


def test_a_repealed_provision_keeps_its_place_and_its_former_words():
    gone = effect(K.REPEALS, 10, "dieu-2-khoan-2")
    result = consolidate(STORED, [gone], day(10))
    assert states(10, gone) == dict.fromkeys(
        ["dieu-2-khoan-2", "dieu-2-khoan-2-diem-a", "dieu-2-khoan-2-diem-b"],
        TextState.REPEALED,
    )
    assert "Mức hai" not in result.text
    piece = next(p for p in result.provisions if p.anchor == "dieu-2-khoan-2")
    assert piece.former_text == "2. Mức hai gồm:\n"
    assert piece.text == ""
    assert piece.made_by == gone


def test_a_repealed_provision_can_come_back():
    gone = effect(K.REPEALS, 10, "dieu-1")
    back = effect(K.SUPPLEMENTS, 20, "dieu-1", new_text="Điều 1. Phạm vi mới")
    assert "Phạm vi" not in text_of(19, gone, back)
    assert "Điều 1. Phạm vi mới\nĐiều 2." in text_of(20, gone, back)


@pytest.mark.parametrize(
    ("anchor", "wording", "before", "after"),
    [
        ("dieu-15dd", "Điều 15đ. Thêm\n1. Việc.", "chịu trách nhiệm.\n", ""),
        ("dieu-1a", "Điều 1a. Thêm", "trong tỉnh.\n", "Điều 2. Mức"),
        ("dieu-2-khoan-2a", "2a. Thêm", "hai triệu đồng.\n", "3. Mức ba"),
        ("dieu-2-khoan-2-diem-aa", "aa) thêm", "ba triệu đồng;\n", "b) hai"),
        ("dieu-2-khoan-3-diem-a", "a) thêm", "3. Mức ba.\n", "Điều 15."),
        ("dieu-1-khoan-1", "1. thêm", "trong tỉnh.\n", "Điều 2."),
        ("phu-luc-i", "PHỤ LỤC I\nBiểu", "chịu trách nhiệm.\n", ""),
    ],
)
def test_an_added_provision_stands_among_its_siblings(anchor, wording, before, after):
    added = effect(K.SUPPLEMENTS, 10, anchor, new_text=wording)
    result = consolidate(STORED, [added], day(10))
    assert f"{before}{wording}\n{after}" in result.text
    assert result.text.replace(f"{wording}\n", "") == ACT
    piece = next(p for p in result.provisions if p.anchor == anchor)
    assert (piece.state, piece.made_by) == (TextState.ADDED, added)
    assert result.is_complete


def test_an_added_article_can_itself_be_amended():
    added = effect(K.SUPPLEMENTS, 10, "dieu-15dd", new_text="Điều 15đ. Thêm\n1. Một.")
    amended = effect(K.AMENDS, 20, "dieu-15dd-khoan-1", new_text="1. Khác.")
    assert text_of(20, amended, added).endswith("Điều 15đ. Thêm\n1. Khác.\n")
    piece = consolidate(STORED, [added], day(10)).provisions[-2].provision
    assert (piece.anchor, piece.label) == ("dieu-15dd", "15đ")


def test_a_text_without_a_last_line_end_is_added_to_on_a_new_line():
    stored = parse_provisions("Điều 1. Một")
    added = effect(K.SUPPLEMENTS, 1, "dieu-2", new_text="Điều 2. Hai")
    assert consolidate(stored, [added], day(1)).text == "Điều 1. Một\nĐiều 2. Hai\n"


def test_articles_of_an_attached_text_are_told_from_the_acts_own():
    stored = parse_provisions(
        "Điều 1. Ban hành\nQUY ĐỊNH\n(Ban hành kèm theo Quyết định)\nĐiều 1. Đính kèm\n"
    )
    change = effect(K.AMENDS, 1, "quy-dinh--dieu-1", new_text="Điều 1. Mới")
    result = consolidate(stored, [change], day(1)).text
    assert result.startswith("Điều 1. Ban hành\n")
    assert result.endswith("Điều 1. Mới\n")


def test_a_change_without_its_wording_is_pending_and_leaves_the_text():
    unknown_words = effect(K.AMENDS, 10, "dieu-1")
    unknown_place = effect(K.REPEALS, 10, scope=Scope.PART)
    whole = effect(K.AMENDS, 10, new_text="Điều 1. Khác hẳn")
    result = consolidate(STORED, [unknown_words, unknown_place, whole], day(10))
    assert result.text == ACT
    assert set(result.pending) == {unknown_words, unknown_place, whole}
    piece = next(p for p in result.provisions if p.anchor == "dieu-1")
    assert piece.pending == (unknown_words,)
    assert not result.is_complete


def test_a_change_to_what_the_text_lacks_is_unplaced():
    changes = [
        effect(K.REPEALS, 10, "dieu-99"),
        effect(K.AMENDS, 10, "khong-co", new_text="x"),
        effect(K.SUPPLEMENTS, 10, "dieu-99-khoan-1", new_text="1. x"),
    ]
    result = consolidate(STORED, changes, day(10))
    assert result.text == ACT
    assert set(result.unplaced) == set(changes)


def test_a_suspension_marks_and_does_not_change():
    pause = effect(K.SUSPENDS, 10, "dieu-2", until=day(20))
    result = consolidate(STORED, [pause], day(15))
    assert result.text == ACT
    marked = {p.anchor for p in result.provisions if p.suspended_by == pause}
    assert {"dieu-2", "dieu-2-khoan-2-diem-a"} <= marked
    assert "dieu-15" not in marked
    after = consolidate(STORED, [pause], day(20))
    assert not any(p.suspended_by for p in after.provisions)


def test_an_act_ended_whole_keeps_its_words():
    assert text_of(10, effect(K.REPEALS, 5), effect(K.REPLACES, 6)) == ACT


def test_on_one_day_the_later_signed_source_speaks_last():
    early = effect(K.AMENDS, 10, "dieu-1", id=2, new_text="Điều 1. Trước",
                   source_signed_on=date(2029, 1, 1))  # fmt: skip
    late = effect(K.AMENDS, 10, "dieu-1", id=1, new_text="Điều 1. Sau",
                  source_signed_on=date(2029, 6, 1))  # fmt: skip
    for order in ((early, late), (late, early)):
        assert "Điều 1. Sau\n" in text_of(10, *order)


@given(effect_lists, days)
def test_every_anchor_has_one_text_on_every_day(effects, on):
    result = consolidate(STORED, effects, on)
    names = [piece.anchor for piece in result.provisions]
    assert len(set(names)) == len(names)
    assert result.text == "".join(piece.text for piece in result.provisions)
    for piece in result.provisions:
        assert bool(piece.text) or piece.state is not TextState.ORIGINAL


@given(effect_lists)
def test_the_text_the_day_before_a_change_is_the_text_until_then(effects):
    turning = sorted(
        {e.on for e in effects if e.on} | {e.until for e in effects if e.until}
    )
    one_day = timedelta(days=1)
    previous = ACT
    for moment in turning:
        assert consolidate(STORED, effects, moment - one_day).text == previous
        previous = consolidate(STORED, effects, moment).text
    assert consolidate(STORED, effects, date.min).text == ACT


@given(effect_lists, days, st.randoms())
def test_the_order_of_storage_does_not_matter(effects, on, random):
    shuffled = list(effects)
    random.shuffle(shuffled)
    assert consolidate(STORED, shuffled, on) == consolidate(STORED, effects, on)


@given(effect_lists, days)
def test_only_confirmed_effects_touch_the_text(effects, on):
    confirmed = [e for e in effects if e.review is ReviewState.CONFIRMED]
    assert consolidate(STORED, effects, on) == consolidate(STORED, confirmed, on)


@given(effect_lists, days)
def test_every_counting_change_shows_or_is_said_not_to(effects, on):
    result = consolidate(STORED, effects, on)
    said = {*result.pending, *result.unplaced}
    for one in effects:
        if one.counts_on(on) and one.kind is K.AMENDS:
            shown = any(p.made_by == one for p in result.provisions)
            later = [e for e in effects if e.counts_on(on) and e.order > one.order]
            assert shown or one in said or later or not (one.new_text or "").strip()
