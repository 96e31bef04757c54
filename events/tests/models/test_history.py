"""What became of the seat of somebody who left."""

from datetime import timedelta

import pytest

from events.enums import RegistrationState
from events.models import Registration
from events.models.history import Departure, departures
from events.tests.scenario import NOW, add_event, cancel, register

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("front"),
]


def departure(row) -> Departure | None:
    return departures([row]).get(row.pk)


def test_a_seat_nobody_waits_for_is_free():
    event = add_event(capacity=2)
    row = register(event, 1)
    assert departure(row) is None
    assert departure(cancel(row)) == Departure.FREE


def test_the_next_in_line_has_it():
    event = add_event(capacity=1)
    first, second = register(event, 1), register(event, 2)
    assert departure(cancel(first)) == Departure.PASSED_ON
    second.refresh_from_db()
    assert second.state == RegistrationState.CONFIRMED


def test_who_waited_had_none():
    event = add_event(capacity=1)
    register(event, 1)
    assert departure(cancel(register(event, 2))) == Departure.NO_SEAT


def test_two_leave_at_one_moment_and_one_waits():
    """An organiser's bulk action has one clock for all."""
    event = add_event(capacity=2)
    rows = [register(event, number) for number in (1, 2, 3)]
    left = [cancel(rows[0]), cancel(rows[1])]
    assert departures(left) == {
        rows[0].pk: Departure.PASSED_ON,
        rows[1].pk: Departure.FREE,
    }


def test_once_registration_has_closed_nobody_moves_up():
    event = add_event(capacity=1, closes_at=NOW + timedelta(days=1))
    first, _second = register(event, 1), register(event, 2)
    late = cancel(first, now=NOW + timedelta(days=2))
    assert departure(late) == Departure.FREE


def test_asked_for_many_it_costs_two_queries(django_assert_num_queries):
    event = add_event(capacity=3)
    rows = [cancel(register(event, number)) for number in range(1, 4)]
    with django_assert_num_queries(2):
        assert len(departures(rows)) == 3
    with django_assert_num_queries(0):
        assert departures([]) == {}
    assert Registration.objects.count() == 3
