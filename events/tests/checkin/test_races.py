"""Many telephones send the same tickets at one instant, on a shared database."""

import pytest

from events.tests.arena import PROCESSES, all_of, opened

pytestmark = pytest.mark.postgres
TICKETS = 5


@pytest.fixture(scope="module")
def arena(tmp_path_factory, django_db_setup, django_db_blocker):
    door = {"door": {"capacity": TICKETS}}
    with opened(tmp_path_factory, django_db_blocker, door) as arena:
        yield arena


def test_each_person_is_present_once_at_the_earliest_minute(arena):
    event = arena.events["door"]
    arena.one("register", event, TICKETS)
    answers = arena.race("scan", event)
    assert all_of("errors", answers) == []
    # Sixteen telephones, a minute of its own each: the earliest of every ticket is 0.
    expected = [[PROCESSES, [0]]] * TICKETS
    assert arena.one("arrivals", event)["arrivals"] == expected
