"""What is suspended on one of two days alone, beside the words that differ."""

from hypothesis import given

from documents.law.effects import (
    EffectKind,
    SuspensionDiff,
    compare,
    compare_suspensions,
    consolidate,
)
from documents.tests.effect_cases import STORED, day, days, effect, effect_lists

K = EffectKind


def test_a_provision_suspended_on_one_day_is_told_with_who_did():
    held = effect(K.SUSPENDS, 10, "dieu-2", until=day(20))
    before, during, after = (consolidate(STORED, [held], day(n)) for n in (0, 10, 20))
    assert compare(before, during) == []
    # With all below it, named once.
    assert compare_suspensions(before, during) == [SuspensionDiff("dieu-2", True, held)]
    assert compare_suspensions(during, after) == [SuspensionDiff("dieu-2", False, held)]
    assert compare_suspensions(before, after) == []


def test_what_is_repealed_is_not_said_to_apply_again():
    held = effect(K.SUSPENDS, 10, "dieu-2-khoan-1", until=day(20))
    gone = effect(K.REPEALS, 15, "dieu-2")
    during, after = (consolidate(STORED, [held, gone], day(n)) for n in (10, 20))
    assert compare_suspensions(during, after) == []
    assert [diff.anchor for diff in compare(during, after)] == ["dieu-2"]


@given(effect_lists, days, days)
def test_each_way_tells_the_same_places_and_nothing_else_differs(effects, one, other):
    before, after = (consolidate(STORED, effects, on) for on in (one, other))
    there = compare_suspensions(before, after)
    back = compare_suspensions(after, before)
    assert {(d.anchor, d.is_suspended) for d in there} == {
        (d.anchor, not d.is_suspended) for d in back
    }
    assert compare_suspensions(before, before) == []
    old = {p.anchor: p for p in before.provisions}
    new = {p.anchor: p for p in after.provisions}
    for diff in there:
        assert (old[diff.anchor].suspended_by is None) is diff.is_suspended
        assert (new[diff.anchor].suspended_by is not None) is diff.is_suspended
