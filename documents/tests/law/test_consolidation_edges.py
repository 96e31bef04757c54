"""The text of an act where several effects, or half of one, meet in one place."""

from documents.effects import (
    EffectKind,
    Scope,
    Status,
    TextState,
    consolidate,
    status,
)
from documents.tests.effect_cases import ACT, STORED, act, day, effect

K = EffectKind


def piece(anchor: str, number: int, *effects):
    pieces = consolidate(STORED, effects, day(number)).provisions
    return next(one for one in pieces if one.anchor == anchor)


def test_a_partial_suspension_that_names_no_provision_leaves_a_complete_text():
    pause = effect(K.SUSPENDS, 10, scope=Scope.PART)
    assert status(act(pause), day(10)).status is Status.PARTLY_SUSPENDED
    result = consolidate(STORED, [pause], day(10))
    assert result.text == ACT
    assert result.is_complete
    assert not any(one.suspended_by for one in result.provisions)


def test_text_repealed_twice_keeps_its_former_words():
    clause = effect(K.REPEALS, 10, "dieu-2-khoan-1")
    article = effect(K.REPEALS, 20, "dieu-2")
    repealed = piece("dieu-2-khoan-1", 20, clause, article)
    assert repealed.state is TextState.REPEALED
    assert (repealed.text, repealed.former_text) == (
        "",
        "1. Mức một là năm triệu đồng.\n",
    )
    assert repealed.made_by == article
