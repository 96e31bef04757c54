from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.law.effects import (
    EffectKind,
    LevelOfIssuer,
    Override,
    ReasonCode,
    Regulation,
    ReviewState,
    Scope,
    Status,
    status,
)
from documents.tests.effect_cases import (
    START,
    act,
    day,
    days,
    effect,
    effect_lists,
    maybe_days,
)

K = EffectKind
ENDED = (Status.ENDED, Status.REPLACED, Status.TIME_OVER)


def code(regulation: Regulation, number: int) -> Status:
    return status(regulation, day(number)).status


def test_five_days_in_the_life_of_an_act():
    regulation = act(
        effect(K.AMENDS, 10, "dieu-2"),
        effect(K.SUPPLEMENTS, 20, "dieu-15dd"),
        effect(K.REPEALS, 30, "dieu-1"),
        effect(K.REPLACES, 40),
    )
    assert [code(regulation, number) for number in (0, 10, 25, 30, 40)] == [
        Status.IN_FORCE,
        Status.PARTLY_ENDED,
        Status.PARTLY_ENDED,
        Status.PARTLY_ENDED,
        Status.ENDED,
    ]
    assert code(regulation, 9) is Status.IN_FORCE
    assert code(regulation, 39) is Status.PARTLY_ENDED


@pytest.mark.parametrize(
    ("regulation", "before", "after"),
    [
        (act(), Status.NOT_YET, Status.IN_FORCE),
        (act(is_normative=False), Status.NOT_YET, Status.APPLIED),
        (act(effective_from=None), Status.UNKNOWN, Status.UNKNOWN),
        (
            act(override=Override(Status.ENDED, "Danh mục minh họa")),
            Status.ENDED,
            Status.ENDED,
        ),
        (act(effective_from=None, expires_on=START), Status.UNKNOWN, Status.UNKNOWN),
    ],
)
def test_the_day_an_act_takes_effect(regulation, before, after):
    assert code(regulation, -1) is before
    assert code(regulation, 0) is after


@pytest.mark.parametrize(
    ("changes", "result"),
    [
        ([effect(K.REPEALS, 5)], Status.ENDED),
        ([effect(K.REPLACES, 5)], Status.ENDED),
        ([effect(K.SUSPENDS, 5)], Status.SUSPENDED),
        ([effect(K.SUSPENDS, 5, "dieu-1")], Status.PARTLY_SUSPENDED),
        ([effect(K.AMENDS, 5, "dieu-1")], Status.PARTLY_ENDED),
        ([effect(K.AMENDS, 5)], Status.PARTLY_ENDED),
        ([effect(K.REPLACES, 5, "dieu-1")], Status.PARTLY_ENDED),
        ([effect(K.REPEALS, 5, "dieu-1")], Status.PARTLY_ENDED),
        ([effect(K.REPEALS, 5, scope=Scope.PART)], Status.PARTLY_ENDED),
        ([effect(K.SUPPLEMENTS, 5, "dieu-1")], Status.IN_FORCE),
        ([effect(K.ANNOUNCES, 5)], Status.IN_FORCE),
        ([effect(K.BASED_ON, 5, "dieu-1")], Status.IN_FORCE),
        ([effect(K.GUIDES, 5, "dieu-1")], Status.IN_FORCE),
        ([effect(K.REPEALS, 5, target="other")], Status.IN_FORCE),
        ([effect(K.REPEALS, None)], Status.IN_FORCE),
        # The earlier rule wins.
        ([effect(K.REPEALS, 5), effect(K.SUSPENDS, 5)], Status.ENDED),
        ([effect(K.SUSPENDS, 5), effect(K.SUSPENDS, 5, "dieu-1")], Status.SUSPENDED),
        (
            [effect(K.SUSPENDS, 5, "dieu-1"), effect(K.AMENDS, 5, "dieu-2")],
            Status.PARTLY_SUSPENDED,
        ),
    ],
)
def test_an_effect_counts_on_its_own_day_and_not_the_day_before(changes, result):
    assert code(act(*changes), 4) is Status.IN_FORCE
    assert code(act(*changes), 5) is result


def test_a_suspension_ends_on_the_day_given():
    regulation = act(effect(K.SUSPENDS, 5, until=day(9)))
    assert [code(regulation, n) for n in (4, 5, 8, 9)] == [
        Status.IN_FORCE, Status.SUSPENDED, Status.SUSPENDED, Status.IN_FORCE,
    ]  # fmt: skip


def test_an_act_with_a_term_ends_on_its_day():
    regulation = act(expires_on=day(30))
    assert [code(regulation, n) for n in (29, 30)] == [Status.IN_FORCE, Status.ENDED]
    (reason,) = status(regulation, day(30)).reasons
    assert (reason.code, reason.on) == (ReasonCode.EXPIRES_ON, day(30))


@pytest.mark.parametrize(
    ("facts", "changes", "result"),
    [
        ({}, [effect(K.REPLACES, 5)], Status.REPLACED),
        ({}, [effect(K.REPEALS, 5)], Status.TIME_OVER),
        ({"expires_on": day(5)}, [], Status.TIME_OVER),
        ({"expires_on": day(5)}, [effect(K.REPLACES, 5)], Status.REPLACED),
        ({}, [effect(K.AMENDS, 5, "dieu-1")], Status.APPLIED),
        ({}, [], Status.APPLIED),
    ],
)
def test_guidance_and_plans_have_words_of_their_own(facts, changes, result):
    assert code(act(*changes, is_normative=False, **facts), 5) is result


def test_reasons_are_the_facts_used():
    first = effect(K.AMENDS, 10, "dieu-2", clause="Khoản 1 Điều 1 minh họa")
    second = effect(K.REPEALS, 20, "dieu-1")
    regulation = act(second, first, effect(K.SUPPLEMENTS, 5, "dieu-15dd"))
    reasons = status(regulation, day(25)).reasons
    assert [reason.effect for reason in reasons] == [first, second]
    assert reasons[0].quote == "Khoản 1 Điều 1 minh họa"
    assert reasons[0].on == day(10)
    (start,) = status(act(effective_clause="Điều 3 minh họa"), day(1)).reasons
    assert (start.code, start.quote) == (ReasonCode.EFFECTIVE_FROM, "Điều 3 minh họa")
    (none,) = status(act(effective_from=None), day(1)).reasons
    assert none.code is ReasonCode.NO_EFFECTIVE_DATE
    (quoted,) = status(act(override=Override(Status.ENDED, "Nguồn")), day(1)).reasons
    assert (quoted.code, quoted.quote) == (ReasonCode.OVERRIDE, "Nguồn")


def test_only_supplemented_is_still_in_force_and_says_so():
    added = effect(K.SUPPLEMENTS, 10, "dieu-15dd")
    result = status(act(added), day(10))
    assert (result.status, result.supplemented) == (Status.IN_FORCE, True)
    assert [r.effect for r in result.reasons] == [None, added]
    assert not status(act(added), day(9)).supplemented


regulations = st.builds(
    Regulation,
    id=st.just("act"),
    is_normative=st.booleans(),
    tier=st.sampled_from(LevelOfIssuer),
    signed_on=maybe_days,
    effective_from=maybe_days,
    expires_on=maybe_days,
    override=st.none() | st.just(Override(Status.SUSPENDED, "nguồn")),
    effects=effect_lists.map(tuple),
)


@given(regulations, st.dates())
def test_every_day_has_one_status_with_a_reason(regulation, on):
    result = status(regulation, on)
    assert isinstance(result.status, Status)
    assert result.reasons
    assert result.on == on
    assert status(regulation, on) == result


@given(regulations, days)
def test_the_order_in_which_effects_are_stored_does_not_matter(regulation, on):
    reversed_ = replace(regulation, effects=regulation.effects[::-1])
    assert status(reversed_, on) == status(regulation, on)


@given(regulations, days)
def test_effects_that_are_not_confirmed_never_count(regulation, on):
    confirmed = tuple(
        one for one in regulation.effects if one.review is ReviewState.CONFIRMED
    )
    assert status(regulation, on) == status(replace(regulation, effects=confirmed), on)
    none = tuple(replace(one, review=ReviewState.PROPOSED) for one in confirmed)
    assert status(replace(regulation, effects=none), on) == status(
        replace(regulation, effects=()), on
    )


@given(regulations, days)
def test_being_a_basis_or_on_a_list_never_changes_a_status(regulation, on):
    quiet = {K.BASED_ON, K.REFERS_TO, K.GUIDES, K.ANNOUNCES}
    loud = tuple(one for one in regulation.effects if one.kind not in quiet)
    assert status(regulation, on) == status(replace(regulation, effects=loud), on)


@given(regulations, days)
def test_effects_on_another_act_or_without_a_date_never_count(regulation, on):
    own = tuple(
        one
        for one in regulation.effects
        if one.target == "act" and (one.on or one.source == "act")
    )
    assert status(regulation, on) == status(replace(regulation, effects=own), on)


@given(regulations, days)
def test_nothing_ends_before_it_begins(regulation, on):
    result = status(regulation, on)
    if not regulation.override and regulation.effective_from:
        if on < regulation.effective_from:
            assert result.status in (Status.NOT_YET, *ENDED)
        elif result.status is Status.NOT_YET:
            (reason,) = result.reasons
            assert reason.effect.kind is K.POSTPONES
            assert on < reason.on


def test_the_first_and_the_last_day_of_the_calendar():
    assert code(act(), 0) is Status.IN_FORCE
    assert status(act(), date.min).status is Status.NOT_YET
    assert status(act(), date.max).status is Status.IN_FORCE
