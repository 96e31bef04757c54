"""Many processes want the same seats, on a database that is really shared."""

import json
import os
import shutil
import subprocess
import sys
from uuid import uuid4

import pytest
from django.db import connection

from portal.tests import kept, migrated

pytestmark = pytest.mark.postgres
PROCESSES = 16
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


class Arena:
    """A database for the length of this module, and processes that use it."""

    def __init__(self, url: str):
        self.marshal = subprocess.Popen(
            [sys.executable, "-m", "events.tests.race"],
            env=os.environ | {"DATABASE_URL": url},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.events = self.one("prepare", EVENTS)

    def close(self) -> None:
        self.marshal.stdin.close()
        self.marshal.wait(timeout=60)

    def race(self, job: str, *arguments, processes: int = PROCESSES) -> list[dict]:
        """Let the processes do the job at one instant; one answer from each."""
        order = {"job": job, "arguments": arguments, "processes": processes}
        self.marshal.stdin.write(json.dumps(order) + "\n")
        self.marshal.stdin.flush()
        answers = json.loads(self.marshal.stdout.readline())
        assert not [answer for answer in answers if "crashed" in answer]
        return answers

    def one(self, job: str, *arguments) -> dict:
        (answer,) = self.race(job, *arguments, processes=1)
        return answer

    def rows(self, event: str) -> list[list]:
        """Number in line and state of all registrations, first in line first."""
        return self.one("rows", self.events[event])["rows"]

    def states(self, event: str) -> list[str]:
        return [state for _number, state in self.rows(event)]


@pytest.fixture(scope="module")
def arena(tmp_path_factory, django_db_setup, django_db_blocker):
    if connection.vendor == "sqlite":
        file = tmp_path_factory.mktemp("race") / "db.sqlite3"
        shutil.copy(kept.migrated_file(), file)
        arena = Arena(f"sqlite:///{file}")
        yield arena
        arena.close()
        return
    name = f"race_{uuid4().hex}"
    with django_db_blocker.unblock():
        migrated.create(name)
    arena = Arena(migrated.address(name))
    yield arena
    arena.close()
    with django_db_blocker.unblock():
        migrated.remove(name)


def all_of(name: str, answers: list[dict]) -> list:
    return [value for answer in answers for value in answer.get(name, [])]


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
