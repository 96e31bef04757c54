"""Many processes want the same seats, on a database that is really shared."""

import pytest

from events.tests.arena import PROCESSES, all_of, opened

pytestmark = pytest.mark.postgres
EVENTS = {
    "crowd": {"capacity": 200},
    "twin": {"capacity": 20},
    "twice": {"capacity": 5},
    "promoted": {"capacity": 4},
    "shuffled": {"capacity": 7},
    "held": {"capacity": 5},
    "one day": {"capacity": 40},
    "other day": {"capacity": 40},
}


@pytest.fixture(scope="module")
def arena(tmp_path_factory, django_db_setup, django_db_blocker):
    with opened(tmp_path_factory, django_db_blocker, EVENTS) as arena:
        yield arena


def test_six_hundred_people_for_two_hundred_seats(arena):
    each = 38
    answers = arena.race("register_patiently", arena.events["crowd"], each)
    assert all_of("errors", answers) == []
    wanted = PROCESSES * each
    assert arena.rows("crowd") == [
        [number, "confirmed" if number <= 200 else "waiting"]
        for number in range(1, wanted + 1)
    ]


def test_without_the_lock_the_race_is_lost(arena):
    answers = arena.race("register_unlocked", arena.events["twin"], 10)
    states, errors = arena.states("twin"), all_of("errors", answers)
    assert states.count("confirmed") > 20 or errors


def test_a_form_sent_by_sixteen_at_once_is_one_registration(arena):
    answers = arena.race("register_same", arena.events["twice"])
    assert all_of("errors", answers) == []
    assert len(set(all_of("codes", answers))) == 1
    assert arena.states("twice") == ["confirmed"]


def test_ten_promotions_for_two_who_wait_seat_two(arena):
    event = arena.events["promoted"]
    arena.one("register", event, 6)
    arena.one("widen", event, 6)
    answers = arena.race("promote", event, processes=10)
    assert arena.states("promoted") == ["confirmed"] * 6
    assert set(all_of("errors", answers)) <= {"NotPossible"}
    assert arena.one("told", event, "promoted")["told"] == 2


def test_coming_and_going_leaves_no_seat_free_while_somebody_waits(arena):
    answers = arena.race("shuffle", arena.events["shuffled"], 8)
    assert all_of("errors", answers) == []
    live = [state for state in arena.states("shuffled") if state != "cancelled"]
    assert live == ["confirmed"] * 7 + ["waiting"] * (PROCESSES * 4 - 7)


def test_moves_in_both_directions_end_and_lose_nobody(arena):
    days = [arena.events["one day"], arena.events["other day"]]
    answers = arena.race("exchange", days)
    assert all_of("errors", answers) == []
    assert all_of("states", answers) == ["confirmed"] * PROCESSES * 2
    for day in ("one day", "other day"):
        live = [state for state in arena.states(day) if state != "exchanged"]
        assert live == ["confirmed"] * PROCESSES


def test_whoever_waits_too_long_is_told_so_and_nothing_is_written(arena):
    answers = arena.race("hold", arena.events["held"], 4.5, processes=2)
    assert all_of("errors", answers) == ["SeatsBusy"]
    assert arena.rows("held") == []
