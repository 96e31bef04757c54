from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.law.effects import (
    EffectKind,
    LevelOfIssuer,
    NoteCode,
    Regulation,
    ReviewState,
    check_library,
    check_regulation,
)
from documents.tests.effect_cases import START, act, day, effect, effect_lists

K = EffectKind


def codes(regulation: Regulation) -> list[NoteCode]:
    return [note.code for note in check_regulation(regulation)]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (
            effect(K.AMENDS, 5, "dieu-1", new_text="x", source_signed_on=day(6)),
            NoteCode.EFFECT_BEFORE_SIGNING,
        ),
        (effect(K.REPEALS, None), NoteCode.EFFECT_WITHOUT_DATE),
        (effect(K.SUSPENDS, 5, until=day(5)), NoteCode.SUSPENSION_ENDS_BEFORE_START),
        (effect(K.AMENDS, 5, "dieu-1"), NoteCode.NEW_TEXT_MISSING),
    ],
)
def test_an_odd_effect_is_named(change, code):
    (note,) = check_regulation(act(change))
    assert (note.code, note.effect, note.regulation) == (code, change, "act")
    assert codes(act(replace(change, review=ReviewState.PROPOSED))) == []


@pytest.mark.parametrize(
    "change",
    [
        effect(K.AMENDS, 5, "dieu-1", new_text="x", source_signed_on=day(5)),
        effect(K.REPEALS, 5, "dieu-1"),
        effect(K.REPLACES, 5),
        effect(K.BASED_ON, None),
    ],
)
def test_an_ordinary_effect_is_not(change):
    assert codes(act(change)) == []


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"signed_on": date(2029, 12, 22)}, []),
        ({"signed_on": date(2029, 12, 23)}, [NoteCode.IN_FORCE_TOO_SOON]),
        ({"signed_on": date(2029, 12, 22), "tier": LevelOfIssuer.CENTRAL},
         [NoteCode.IN_FORCE_TOO_SOON]),
        ({"signed_on": date(2029, 11, 17), "tier": LevelOfIssuer.CENTRAL}, []),
        ({"signed_on": date(2030, 1, 2)}, [NoteCode.IN_FORCE_BEFORE_SIGNING]),
        ({"signed_on": date(2029, 12, 31), "is_normative": False}, []),
        ({"expires_on": START}, [NoteCode.ENDS_BEFORE_START]),
        ({"effective_from": None, "signed_on": START}, []),
        ({"effective_clause": "có hiệu lực kể từ ngày 15 tháng 01 năm 2030"},
         [NoteCode.CLAUSE_SAYS_OTHER_DAY]),
        ({"effective_clause": "có hiệu lực từ ngày 01/01/2030, trừ khoản 2 từ ngày "
          "01/7/2030"}, []),
        ({"effective_clause": "có hiệu lực sau 10 ngày kể từ ngày ký"}, []),
    ],
)  # fmt: skip
def test_dates_of_the_act_itself(facts, expected):
    assert codes(act(**facts)) == expected


def test_a_partial_change_without_its_provision_is_named():
    change = replace(effect(K.REPEALS, 5, "x"), provision="")
    assert codes(act(change)) == [NoteCode.PROVISION_NOT_NAMED]


def changed(key: str, *sources: str) -> Regulation:
    changes = (
        effect(K.AMENDS, 5, "dieu-1", id=f"{source}>{key}", source=source, target=key)
        for source in sources
    )
    return Regulation(id=key, effective_from=START, effects=tuple(changes))


def circles(*regulations: Regulation) -> list[tuple]:
    notes = check_library(regulations, day(0))
    return [(n.regulation, *n.others) for n in notes if n.code is NoteCode.CIRCULAR]


def test_circular_amendments_are_named_once():
    assert circles(changed("a", "b"), changed("b", "a")) == [("a", "b")]
    assert circles(changed("a", "a")) == [("a",)]
    assert circles(changed("a", "b"), changed("b", "c"), changed("c", "a")) == [
        ("a", "b", "c")
    ]
    assert circles(changed("a", "b"), changed("b", "c"), changed("c")) == []
    assert (
        circles(changed("a", "b", "c"), changed("b", "c"), changed("c", "unknown"))
        == []
    )


def test_a_long_chain_ends():
    chain = [changed(str(n), str(n + 1)) for n in range(5000)]
    assert circles(*chain) == []
    ring = [*chain, changed("5000", "0")]
    ((first, *others),) = circles(*ring)
    assert len({first, *others}) == 5001


def test_texts_leaning_on_an_ended_act_are_named_and_stay():
    parent = Regulation(
        id="parent",
        effective_from=START,
        expires_on=day(10),
        effects=(
            effect(K.GUIDES, 0, id=1, source="child", target="parent"),
            effect(K.BASED_ON, 0, id=2, source="other", target="parent"),
            effect(K.REFERS_TO, 0, id=3, source="third", target="parent"),
        ),
    )
    rest = [
        Regulation(id=key, effective_from=START) for key in ("child", "other", "third")
    ]
    assert check_library([parent, *rest], day(9)) == []
    notes = check_library([parent, *rest], day(10))
    assert [(n.code, n.regulation, n.others) for n in notes] == [
        (NoteCode.PARENT_ENDED, "child", ("parent",)),
        (NoteCode.PARENT_ENDED, "other", ("parent",)),
    ]


keys = st.sampled_from("abcde")


@given(st.dictionaries(keys, st.lists(keys, max_size=4), max_size=5))
def test_a_circle_is_found_exactly_when_there_is_one(graph):
    def reachable(start: str) -> set[str]:
        seen: set[str] = set()
        todo = list(graph.get(start, []))
        while todo:
            node = todo.pop()
            if node not in seen:
                seen.add(node)
                todo += graph.get(node, [])
        return seen

    found = circles(*(changed(key, *sources) for key, sources in graph.items()))
    on_a_circle = {key for key in graph if key in reachable(key)}
    assert {key for circle in found for key in circle} == on_a_circle


@given(effect_lists)
def test_any_effects_can_be_checked(effects):
    notes = check_regulation(act(*effects))
    assert all(note.regulation == "act" for note in notes)
    confirmed = [e for e in effects if e.review is ReviewState.CONFIRMED]
    assert all(note.effect in confirmed for note in notes)
