"""What an answer about an act's status carries besides the status."""

import pytest

from documents.law.effects import (
    EffectKind,
    Override,
    ReasonCode,
    Status,
    begins_on,
    ends_on,
    status,
)
from documents.tests.effect_cases import START, act, day, effect

K = EffectKind


@pytest.mark.parametrize(
    ("regulation", "result", "code"),
    [
        (act(override=Override(Status.ENDED, "Nguồn")), Status.ENDED, "override"),
        (act(effective_from=None), Status.UNKNOWN, "no_effective_date"),
        (act(effective_from=day(9)), Status.NOT_YET, "effective_from"),
        (act(), Status.IN_FORCE, "effective_from"),
        (act(expires_on=day(8)), Status.ENDED, "expires_on"),
        (act(effect(K.SUSPENDS, 3)), Status.SUSPENDED, "effect"),
        (act(effect(K.AMENDS, 3, "dieu-1")), Status.PARTLY_ENDED, "effect"),
    ],
)
def test_the_answer_says_for_which_day_it_is_and_on_what_it_rests(
    regulation, result, code
):
    answer = status(regulation, day(8))
    assert (answer.status, answer.on) == (result, day(8))
    assert [reason.code for reason in answer.reasons] == [ReasonCode(code)]
    assert not answer.supplemented


def test_an_addition_is_named_with_its_day_and_its_words():
    added = effect(K.SUPPLEMENTS, 4, "dieu-15dd", clause="Khoản 3 Điều 1 minh họa")
    answer = status(act(added, effective_clause="Điều 9 minh họa"), day(8))
    start, reason = answer.reasons
    assert (start.on, start.quote) == (START, "Điều 9 minh họa")
    assert (reason.code, reason.on) == (ReasonCode.EFFECT, day(4))
    assert (reason.effect, reason.quote) == (added, "Khoản 3 Điều 1 minh họa")


def test_an_act_ended_twice_names_both_ends():
    replaced = effect(K.REPLACES, 5)
    answer = status(act(replaced, expires_on=day(7)), day(8))
    assert [(r.code, r.on, r.effect) for r in answer.reasons] == [
        (ReasonCode.EFFECT, day(5), replaced),
        (ReasonCode.EXPIRES_ON, day(7), None),
    ]


def test_an_act_begins_on_the_last_day_it_was_put_off_to():
    once = effect(K.POSTPONES, -3, until=day(20))
    twice = effect(K.POSTPONES, 5, until=day(30))
    part = effect(K.POSTPONES, -3, "dieu-1", until=day(40))
    known = act(once, twice, part)
    assert begins_on(known, day(-5)) == START
    assert begins_on(known, START) == day(20)
    assert begins_on(known, day(5)) == day(30)
    assert begins_on(act(effective_from=None), START) is None


def test_a_term_ends_on_the_last_day_it_was_made_longer_to():
    longer = effect(K.EXTENDS, 5, until=day(20))
    known = act(longer, expires_on=day(8))
    assert ends_on(known, day(4)) == day(8)
    assert ends_on(known, day(5)) == day(20)
    assert ends_on(act(), day(5)) is None
    assert ends_on(act(effect(K.EXTENDS, 5), expires_on=day(8)), day(5)) is None
