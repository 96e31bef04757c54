"""Days of real acts: what the texts say that move them, confirmed and judged.

The texts are those of `labelled/amendments/open.jsonl`, each with its source there. Of
the acts themselves only days are used: Nghị định 153/2020/NĐ-CP, in force since
01/01/2021 and amended on 16/9/2022, Thông tư 08/2022/TT-BKHĐT, from 01/8/2022, Nghị
quyết 55/2010/QH12, whose term ended with 2025, and Nghị định 237/2026/NĐ-CP, Điều 17
of which begins on 01/7/2028.
"""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from documents.law.amendments import Proposal, propose_effects
from documents.law.effects import (
    Effect,
    EffectKind,
    Regulation,
    ReviewState,
    Scope,
    Status,
    ends_on,
    status,
)

OPEN = Path(__file__).parent / "labelled" / "amendments" / "open.jsonl"


def proposed(source: str, symbol: str) -> list[Proposal]:
    """What the text from this source changes in the act with this number."""
    rows = [json.loads(line) for line in OPEN.read_text("utf-8").splitlines()]
    (row,) = [row for row in rows if row["source"].startswith(source)]
    found = propose_effects(row["text"])
    return [one for one in found if one.act and one.act.symbol == symbol]


def confirmed(one: Proposal, on: date | None = None) -> Effect:
    """The proposal as an editor accepts it, with the day its text leaves open."""
    return Effect(
        id=f"{one.kind} {one.provision}",
        kind=one.kind,
        source="mover",
        target="act",
        scope=one.scope,
        provision=one.provision,
        on=one.on or on,
        until=one.until,
        review=ReviewState.CONFIRMED,
        phrase=one.phrase,
        new_text=one.new_text,
    )


def life(act: Regulation, *days: date) -> list[Status]:
    return [status(act, day).status for day in days]


def test_an_act_suspended_from_its_first_day_on_applies_when_that_is_over():
    found = proposed("Thông tư 16/2022/TT-BKHĐT", "08/2022/TT-BKHĐT")
    act = Regulation("act", effective_from=date(2022, 8, 1), effects=())
    act = replace(act, effects=tuple(confirmed(one) for one in found))
    assert life(
        act,
        date(2022, 7, 31),
        date(2022, 8, 1),
        date(2022, 9, 15),
        date(2022, 9, 16),
        date(2023, 1, 1),
        date(2023, 1, 2),
    ) == [
        Status.NOT_YET,
        Status.SUSPENDED,
        Status.SUSPENDED,
        Status.PARTLY_SUSPENDED,
        Status.PARTLY_SUSPENDED,
        Status.IN_FORCE,
    ]


def test_what_it_replaces_goes_on_as_long_as_it_is_suspended():
    whole = next(
        one
        for one in proposed("Thông tư 16/2022/TT-BKHĐT", "08/2022/TT-BKHĐT")
        if one.scope is Scope.WHOLE
    )
    replaces = Effect(
        id=1,
        kind=EffectKind.REPLACES,
        source="08/2022/TT-BKHĐT",
        target="act",
        scope=Scope.WHOLE,
        on=date(2022, 8, 1),
        review=ReviewState.CONFIRMED,
        source_held=(whole.on, whole.until),
    )
    older = Regulation("act", effective_from=date(2018, 3, 1), effects=(replaces,))
    assert life(older, date(2022, 8, 1), date(2022, 9, 15), date(2022, 9, 16)) == [
        Status.IN_FORCE,
        Status.IN_FORCE,
        Status.ENDED,
    ]


def test_an_act_amended_in_part_and_suspended_in_part_tells_both():
    found = proposed("Nghị định 08/2023/NĐ-CP, Điều 3", "153/2020/NĐ-CP")
    begun = date(2023, 3, 5)
    amended = Effect(
        id=1,
        kind=EffectKind.AMENDS,
        source="65/2022/NĐ-CP",
        target="act",
        provision="dieu-8-khoan-1-diem-d",
        on=date(2022, 9, 16),
        review=ReviewState.CONFIRMED,
    )
    held = [confirmed(one, begun) for one in found]
    act = Regulation("act", effective_from=date(2021, 1, 1), effects=(amended, *held))
    between = status(act, date(2023, 12, 31))
    assert (between.status, between.partly_ended) == (Status.PARTLY_SUSPENDED, True)
    told = [reason.effect for reason in between.reasons]
    assert {one.id for one in told if one} == {1, *(one.id for one in held)}
    assert life(act, date(2023, 3, 4), begun, date(2024, 1, 1)) == [
        Status.PARTLY_ENDED,
        Status.PARTLY_SUSPENDED,
        Status.PARTLY_ENDED,
    ]


def test_a_term_made_longer_ends_on_the_last_day_printed():
    (longer,) = proposed("Nghị quyết 216/2025/QH15", "55/2010/QH12")
    effect = confirmed(longer, date(2026, 1, 1))
    act = Regulation(
        "act",
        effective_from=date(2011, 1, 1),
        expires_on=date(2026, 1, 1),
        effects=(effect,),
    )
    assert ends_on(act, date(2025, 12, 31)) == date(2026, 1, 1)
    assert ends_on(act, date(2026, 1, 1)) == date(2031, 1, 1)
    assert life(act, date(2026, 1, 1), date(2030, 12, 31), date(2031, 1, 1)) == [
        Status.IN_FORCE,
        Status.IN_FORCE,
        Status.ENDED,
    ]


def test_a_correction_changes_no_status():
    (fixed,) = proposed("Quyết định 4033/QĐ-NHNN năm 2025", "52/2025/TT-NHNN")
    begun = date(2025, 12, 25)
    effect = confirmed(fixed, begun)
    act = Regulation("act", effective_from=begun, effects=(effect,))
    assert (fixed.phrase, fixed.new_text) == ("ngày làm việc", "ngày")
    assert life(act, begun) == [Status.IN_FORCE]


def test_an_article_begins_two_years_after_its_act():
    later = Effect(
        id=1,
        kind=EffectKind.POSTPONES,
        source="act",
        target="act",
        provision="dieu-17",
        until=date(2028, 7, 1),
        review=ReviewState.CONFIRMED,
    )
    act = Regulation("act", effective_from=date(2026, 7, 1), effects=(later,))
    days = date(2026, 6, 30), date(2026, 7, 1), date(2028, 7, 1)
    assert life(act, *days) == [Status.NOT_YET, Status.IN_FORCE, Status.IN_FORCE]
    assert [status(act, day).begins_later for day in days] == [False, True, False]
