from datetime import date

import pytest
from django.utils import translation

from documents.law.citations import Finding, FindingCode
from documents.law.effects import (
    EffectKind,
    Note,
    NoteCode,
    Reason,
    ReasonCode,
    ReviewState,
    Scope,
    Status,
    StatusOn,
)
from documents.models import wording
from documents.tests.effect_cases import effect


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def test_every_code_has_a_label():
    assert set(wording.STATUS_LABELS) == set(Status)
    assert set(wording.EFFECT_LABELS) == set(EffectKind)
    assert set(wording.PASSIVE_LABELS) == set(EffectKind)
    assert set(wording.REVIEW_LABELS) == set(ReviewState)
    assert set(wording.SCOPE_LABELS) == set(Scope)


@pytest.mark.parametrize("code", FindingCode)
@pytest.mark.parametrize("expected", ["", "ĐÚNG"])
@pytest.mark.parametrize("suggestions", [(), ("một", "hai")])
def test_every_finding_has_a_message_in_each_form(code, expected, suggestions):
    finding = Finding(code, 0, 1, "IN", expected, suggestions)
    message = wording.finding_message(finding)
    assert message.endswith(".")
    assert "%(" not in message
    if expected and code in (FindingCode.WRONG_MARKS, FindingCode.IMPOSSIBLE_DATE):
        assert expected in message
    if suggestions and code is FindingCode.UNKNOWN_NUMBER:
        assert "một, hai" in message


def test_the_two_slips_of_the_news_item_in_words():
    date_slip = Finding(FindingCode.IMPOSSIBLE_DATE, 0, 9, "10/12/219", "10/12/2019")
    assert wording.finding_message(date_slip) == (
        "There is no day 10/12/219; the library says 10/12/2019."
    )
    mark_slip = Finding(FindingCode.WRONG_MARKS, 0, 9, "QD", "QĐ")
    assert wording.finding_message(mark_slip) == "“QD” should be written “QĐ”."


@pytest.mark.parametrize("code", NoteCode)
def test_every_note_has_a_message(code):
    note = Note(code, "act", others=("a", "b"), days=3)
    message = wording.note_message(note, {"a": "01/2030/QĐ-UBND"})
    assert "%(" not in message
    if code is NoteCode.CIRCULAR:
        assert "01/2030/QĐ-UBND, b" in message


def test_reasons_name_their_day():
    day = date(2030, 1, 2)
    assert wording.reason_message(Reason(ReasonCode.EFFECTIVE_FROM, day)) == (
        "Takes effect on 02/01/2030."
    )
    assert wording.reason_message(Reason(ReasonCode.OVERRIDE, quote="Nguồn")) == (
        "According to: Nguồn"
    )


@pytest.mark.parametrize("scope", Scope)
@pytest.mark.parametrize(
    "kind",
    [
        EffectKind.AMENDS,
        EffectKind.SUPPLEMENTS,
        EffectKind.REPLACES,
        EffectKind.REPEALS,
        EffectKind.SUSPENDS,
    ],
)
def test_every_effect_that_counts_can_be_a_reason(kind, scope):
    counted = effect(kind, 1, scope=scope)
    reason = Reason(ReasonCode.EFFECT, counted.on, counted)
    assert "02/01/2030" in wording.reason_message(reason)


def test_only_supplemented_is_said_beside_the_status():
    plain = StatusOn(Status.IN_FORCE, date(2030, 1, 2), ())
    added = StatusOn(Status.IN_FORCE, date(2030, 1, 2), (), supplemented=True)
    assert wording.status_label(plain) == "In force"
    assert wording.status_label(added) == "In force, supplemented"
