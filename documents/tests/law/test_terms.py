"""Days put off, terms made longer, changes for a time, changes that never begin."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.law.effects import (
    EffectKind,
    LevelOfIssuer,
    NoteCode,
    Scope,
    Status,
    check_regulation,
    consolidate,
    ends_on,
    notice_required,
    status,
)
from documents.law.effects.model import PASSING_KINDS
from documents.tests.effect_cases import (
    STORED,
    act,
    day,
    days,
    effect,
    effect_lists,
    maybe_days,
)

K = EffectKind


def on(number: int, *effects, **facts) -> Status:
    return status(act(*effects, **facts), day(number)).status


def own_part(place: str, until: int):
    """The act itself lets a part begin later: "trừ Điều 2, có hiệu lực từ ngày …"."""
    return effect(K.POSTPONES, None, place, source="act", until=day(until))


def test_a_part_may_begin_later_than_its_act():
    later = own_part("dieu-2", 30)
    found = status(act(later), day(29))
    assert (found.status, found.begins_later) == (Status.IN_FORCE, True)
    assert found.reasons[-1].effect == later
    assert found.reasons[-1].on == day(30)
    assert not status(act(later), day(30)).begins_later
    begins_by = {
        p.anchor: p.begins_by for p in consolidate(STORED, [later], day(29)).provisions
    }
    assert begins_by["dieu-2-khoan-2-diem-a"] == later
    assert begins_by["dieu-1"] is None
    after = consolidate(STORED, [later], day(30)).provisions
    assert not any(piece.begins_by for piece in after)


def test_a_part_amended_before_it_begins_still_begins_later():
    new = effect(K.AMENDS, 5, "dieu-2", new_text="Điều 2. Mới\n1. Một.\n")
    text = consolidate(STORED, [new, own_part("dieu-2", 30)], day(10))
    begins = {piece.anchor: piece.begins_by for piece in text.provisions}
    assert begins["dieu-2"]
    assert begins["dieu-2-khoan-1"]


def test_an_act_put_off_is_not_yet_in_force():
    put_off = effect(K.POSTPONES, -2, until=day(20))
    found = status(act(put_off), day(19))
    assert (found.status, found.reasons[0].on) == (Status.NOT_YET, day(20))
    assert on(20, put_off) is Status.IN_FORCE
    assert status(act(put_off), day(21)).reasons[0].on == day(20)


def test_the_later_of_two_days_it_was_put_off_to_counts():
    first = effect(K.POSTPONES, -2, until=day(20))
    second = effect(K.POSTPONES, 10, until=day(40))
    assert status(act(first, second), day(9)).reasons[0].on == day(20)
    assert status(act(first, second), day(10)).reasons[0].on == day(40)
    assert on(39, first, second) is Status.NOT_YET


def test_a_day_put_off_by_another_act_needs_its_own_day():
    put_off = effect(K.POSTPONES, None, until=day(20))
    assert on(5, put_off) is Status.IN_FORCE
    notes = [note.code for note in check_regulation(act(put_off))]
    assert notes == [NoteCode.EFFECT_WITHOUT_DATE]


def test_a_term_made_longer_ends_on_its_new_day():
    longer = effect(K.EXTENDS, 5, until=day(30))
    facts = {"expires_on": day(10)}
    assert on(9, longer, **facts) is Status.IN_FORCE
    assert on(29, longer, **facts) is Status.IN_FORCE
    ended = status(act(longer, **facts), day(30))
    assert (ended.status, ended.reasons[-1].on) == (Status.ENDED, day(30))
    without_end = replace(longer, until=None)
    assert on(500, without_end, **facts) is Status.IN_FORCE


def test_a_term_may_be_made_longer_after_it_ended():
    late = effect(K.EXTENDS, 15, until=day(30))
    facts = {"expires_on": day(10)}
    assert on(12, late, **facts) is Status.ENDED
    assert on(15, late, **facts) is Status.IN_FORCE


@pytest.mark.parametrize("kind", [K.REPEALS, K.REPLACES, K.ENDS_WITH])
def test_an_act_that_ends_before_it_begins_never_begins(kind):
    ending = effect(kind, -3)
    assert on(-4, ending) is Status.NOT_YET
    assert on(-3, ending) is Status.ENDED
    assert on(3, ending) is Status.ENDED


def test_a_change_whose_act_ended_before_its_day_never_begins():
    change = effect(K.AMENDS, 10, "dieu-1", new_text="Điều 1. Mới\n")
    void = replace(change, source_ended_on=day(10))
    assert on(20, void) is Status.IN_FORCE
    assert consolidate(STORED, [void], day(20)).text == "".join(p.text for p in STORED)
    assert NoteCode.NEVER_BEGINS in {n.code for n in check_regulation(act(void))}
    later = replace(change, source_ended_on=day(11))
    assert on(20, later) is Status.PARTLY_ENDED


def test_what_ends_with_its_parent_ends_because_that_has():
    falls = effect(K.ENDS_WITH, 10, source_ended_on=day(10), source_held=(day(1), None))
    assert on(9, falls) is Status.IN_FORCE
    assert on(10, falls) is Status.ENDED


def test_a_change_whose_act_is_suspended_waits():
    change = effect(K.AMENDS, 10, "dieu-1", source_held=(day(5), day(15)))
    assert on(14, change) is Status.IN_FORCE
    assert on(15, change) is Status.PARTLY_ENDED
    begun_before = replace(change, source_held=(day(11), None))
    assert on(20, begun_before) is Status.PARTLY_ENDED


def test_a_part_suspended_and_a_part_repealed_are_both_told():
    held = effect(K.SUSPENDS, 5, "dieu-1")
    ended = effect(K.REPEALS, 6, "dieu-2")
    found = status(act(ended, held), day(6))
    assert found.status is Status.PARTLY_SUSPENDED
    assert found.partly_ended
    assert [reason.effect for reason in found.reasons] == [held, ended]


def test_a_correction_changes_words_and_no_status():
    fixed = effect(
        K.CORRECTS, 5, "dieu-2-khoan-1", phrase="năm triệu", new_text="bảy triệu"
    )
    assert on(6, fixed) is Status.IN_FORCE
    assert "bảy triệu đồng" in consolidate(STORED, [fixed], day(5)).text
    missing = replace(fixed, phrase="chín triệu")
    assert consolidate(STORED, [missing], day(5)).missing == (missing,)


def test_a_change_for_a_time_gives_the_words_back():
    passing = effect(
        K.AMENDS, 5, "dieu-1", until=day(9), new_text="Điều 1. Tạm thời\nLời.\n"
    )
    stored = "".join(piece.text for piece in STORED)
    assert "Tạm thời" in consolidate(STORED, [passing], day(8)).text
    assert consolidate(STORED, [passing], day(9)).text == stored
    assert on(8, passing) is Status.PARTLY_ENDED
    assert on(9, passing) is Status.IN_FORCE


@given(effect_lists, st.integers(60, 90).map(day))
def test_after_every_change_for_a_time_the_text_is_as_without_them(changes, after):
    lasting = [c for c in changes if not (c.kind in PASSING_KINDS and c.until)]
    assert consolidate(STORED, changes, after).text == (
        consolidate(STORED, lasting, after).text
    )


@given(effect_lists, maybe_days, days)
def test_what_is_void_might_as_well_not_be_there(changes, expires, when):
    valid = [one for one in changes if not one.is_void]
    facts = {"expires_on": expires}
    assert status(act(*changes, **facts), when) == status(act(*valid, **facts), when)


@given(effect_lists, days)
def test_putting_off_never_changes_a_word(changes, when):
    without = [
        c for c in changes if c.kind not in (K.POSTPONES, K.EXTENDS, K.ENDS_WITH)
    ]
    assert consolidate(STORED, changes, when).text == (
        consolidate(STORED, without, when).text
    )


@pytest.mark.parametrize(
    ("change", "facts", "code"),
    [
        (effect(K.POSTPONES, -1), {}, NoteCode.NEW_DAY_NOT_KNOWN),
        (effect(K.POSTPONES, -1, "dieu-1"), {}, NoteCode.NEW_DAY_MISSING),
        (effect(K.POSTPONES, -1, until=day(0)), {}, NoteCode.NEW_DAY_NOT_LATER),
        (effect(K.EXTENDS, 1, until=day(4)), {"expires_on": day(9)},
         NoteCode.NEW_DAY_NOT_LATER),
        (effect(K.EXTENDS, 1, until=day(4)), {}, NoteCode.END_DAY_MISSING),
        # Days nobody has verified, and a term without an end, too.
        (effect(K.EXTENDS, 1, until=day(4)), {"effective_from": None},
         NoteCode.END_DAY_MISSING),
        (effect(K.EXTENDS, 1), {}, NoteCode.END_DAY_MISSING),
        (effect(K.AMENDS, 5, "dieu-1", new_text="x", until=day(5)), {},
         NoteCode.CHANGE_ENDS_BEFORE_START),
    ],
)  # fmt: skip
def test_contradictory_days_are_named(change, facts, code):
    assert [note.code for note in check_regulation(act(change, **facts))] == [code]


@given(effect_lists, maybe_days, days)
def test_the_end_day_is_asked_for_where_a_longer_term_would_never_end(
    changes, end, until
):
    longer = effect(K.EXTENDS, 1, id="longer", until=until, scope=Scope.WHOLE)
    found = act(*changes, longer, expires_on=end)
    asked = {
        note.effect.id
        for note in check_regulation(found)
        if note.code is NoteCode.END_DAY_MISSING and note.effect
    }
    assert ("longer" in asked) is (end is None)
    assert not asked or ends_on(found, until) is None


@pytest.mark.parametrize(
    ("tier", "signed", "days_after"),
    [
        (LevelOfIssuer.CENTRAL, date(2026, 1, 1), 45),
        (LevelOfIssuer.PROVINCE, date(2026, 1, 1), 10),
        (LevelOfIssuer.COMMUNE, date(2025, 4, 1), 10),
        (LevelOfIssuer.COMMUNE, date(2025, 3, 31), 7),
        (LevelOfIssuer.DISTRICT, date(2016, 7, 1), 7),
        (LevelOfIssuer.PROVINCE, date(2016, 7, 1), 10),
    ],
)
def test_the_law_of_the_day_says_how_soon(tier, signed, days_after):
    """Điều 53 Luật 64/2025/QH15, and before it Điều 151 Luật 80/2015/QH13."""
    notice = notice_required(tier, signed)
    assert notice
    assert notice.days == days_after


def test_of_acts_before_2016_nothing_is_said():
    assert notice_required(LevelOfIssuer.PROVINCE, date(2016, 6, 30)) is None


def test_the_note_names_the_days_and_the_clause():
    hasty = act(signed_on=date(2029, 12, 30))
    (note,) = check_regulation(hasty)
    assert (note.code, note.days, note.required) == (NoteCode.IN_FORCE_TOO_SOON, 2, 10)
    assert note.source.endswith("64/2025/QH15")


def test_the_whole_scope_only_ends_an_act():
    assert on(9, effect(K.REPEALS, 5, "dieu-1")) is Status.PARTLY_ENDED
    whole = effect(K.ENDS_WITH, 5, scope=Scope.WHOLE)
    assert on(9, whole) is Status.ENDED
