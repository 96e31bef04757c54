"""Whom a message is for: by state, agency, group, answer, or ticked one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.enums import Audience, RegistrationState
from events.letters.recipients import (
    Recipients,
    answer_choices,
    answers_fit,
    ids_for,
    rows_for,
)
from events.models import EventPage, EventQuestion
from events.tests.scenario import add_event, cancel, register, somebody

WORDS = {"any": "có trả lời", "ticked": "đã tích", "none": "bỏ trống"}


@pytest.fixture
def event(front):
    event = add_event(2)
    event.questions.add(
        EventQuestion(label="Bữa trưa", field_type="radio", choices="Chay\nMặn"),
        EventQuestion(
            label="Đi xe gì", field_type="checkboxes", choices="Ô tô, Xe máy"
        ),
        EventQuestion(label="Cần chỗ nghỉ", field_type="checkbox"),
    )
    event.save_revision().publish()
    return EventPage.objects.get(pk=event.pk)


def come(event, number: int, **details):
    return register(event, number, attendee=somebody(number, **details))


@pytest.mark.django_db
@pytest.mark.postgres
def test_each_way_of_narrowing_finds_its_people(event):
    one = come(event, 1, answers={"bua_trua": "Chay", "di_xe_gi": ["Ô tô", "Xe máy"]})
    two = come(event, 2, audience=Audience.CADRE, answers={"bua_trua": "Mặn"})
    three = come(event, 3, organisation_name="Trạm Y tế minh họa", answers={})
    gone = come(event, 4, answers={"bua_trua": "Chay"})
    cancel(gone)
    other = add_event(5, title="Lớp khác", slug="lop-khac")
    come(other, 1, answers={"bua_trua": "Chay"})

    def found(**narrowed) -> list[int]:
        rows = rows_for(event.pk, Recipients(**narrowed))
        return sorted(rows.values_list("pk", flat=True))

    assert found() == [one.pk, two.pk, three.pk]
    assert found(state=RegistrationState.WAITING) == [three.pk]
    assert found(state=RegistrationState.CONFIRMED) == [one.pk, two.pk]
    assert found(group=Audience.CADRE) == [two.pk]
    assert found(agency=three.agency_key) == [three.pk]
    assert found(answer="la:bua_trua:Chay") == [one.pk]
    assert found(answer="la:di_xe_gi:Xe máy") == [one.pk]
    assert found(answer="co:bua_trua:") == [one.pk, two.pk]
    assert found(answer="khong:bua_trua:") == [three.pk]
    assert found(answer="co:bua_trua:", group=Audience.CADRE) == [two.pk]
    assert found(chosen=frozenset({two.pk, gone.pk})) == [two.pk]
    assert ids_for(event.pk, Recipients()) is None
    assert ids_for(event.pk, Recipients(answer="khong:bua_trua:")) == [three.pk]


@pytest.mark.django_db
def test_every_choice_of_every_question_is_offered(event):
    offered = {
        code for _label, group in answer_choices(event, WORDS) for code, _ in group
    }
    assert offered == {
        "la:bua_trua:Chay",
        "la:bua_trua:Mặn",
        "la:di_xe_gi:Ô tô",
        "la:di_xe_gi:Xe máy",
        *(
            f"{kind}:{name}:"
            for kind in ("co", "khong")
            for name in ("bua_trua", "di_xe_gi", "can_cho_nghi")
        ),
    }


ANSWER = st.one_of(st.text(max_size=8), st.lists(st.text(min_size=1, max_size=8)))


@given(st.dictionaries(st.just("hoi"), ANSWER))
def test_somebody_either_answered_or_did_not(answers):
    assert answers_fit(answers, "co:hoi:") != answers_fit(answers, "khong:hoi:")


@given(st.text(min_size=1, max_size=20))
def test_a_choice_with_any_sign_in_it_finds_who_chose_it(choice):
    for said in (choice, ["khác", choice]):
        assert answers_fit({"hoi": said}, f"la:hoi:{choice}")
    assert not answers_fit({"hoi": choice + "x"}, f"la:hoi:{choice}")
