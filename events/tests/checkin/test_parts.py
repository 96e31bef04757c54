"""Morning and afternoon, as the programme has it."""

from datetime import UTC, date, datetime

import pytest

from events.checkin.parts import current, parts, parts_of
from events.models import EventAgendaItem, Reception
from events.tests.scenario import add_event

DAY = date(2030, 3, 22)


def keys(days, morning=True, afternoon=True) -> list[str]:
    known = parts(days, has_morning=morning, has_afternoon=afternoon)
    return [part.key for part in known]


def test_one_by_default_and_two_halves_a_day_where_there_are_two():
    assert keys([DAY], True, False) == ["1-all"]
    assert keys([], False, False) == ["1-all"]
    assert keys([DAY]) == ["1-am", "1-pm"]
    assert keys([DAY, date(2030, 3, 23)]) == ["1-am", "1-pm", "2-am", "2-pm"]


def test_a_key_does_not_change_when_the_day_does():
    assert keys([DAY]) == keys([date(2031, 1, 1)])


@pytest.mark.parametrize(
    ("at", "key"),
    [
        (datetime(2030, 3, 20, 1, tzinfo=UTC), "1-am"),
        (datetime(2030, 3, 22, 0, 30, tzinfo=UTC), "1-am"),
        (datetime(2030, 3, 22, 5, 0, tzinfo=UTC), "1-pm"),
        (datetime(2030, 3, 23, 0, 30, tzinfo=UTC), "2-am"),
        (datetime(2030, 3, 30, 0, 30, tzinfo=UTC), "2-pm"),
    ],
    ids=["before", "morning", "noon", "second day", "after"],
)
def test_the_clock_of_the_place_says_which(at, key):
    known = parts([DAY, date(2030, 3, 23)], has_morning=True, has_afternoon=True)
    assert current(known, at).key == key


@pytest.mark.django_db
@pytest.mark.usefixtures("front")
def test_the_programme_says_it_unless_the_organiser_does():
    event = add_event(2)
    assert len(parts_of(event)) == 1
    for hour in ("08:00", "14:00"):
        EventAgendaItem.objects.create(event=event, time=hour, title="Minh họa")
    event = type(event).objects.get(pk=event.pk)
    assert [part.half for part in parts_of(event)] == ["am", "pm"]
    Reception.objects.create(event=event, parts="whole")
    assert len(parts_of(event)) == 1
