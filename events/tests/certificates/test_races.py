"""Many desks issue at one instant, on a shared database: no number twice, none left."""

import pytest

from events.tests.arena import PROCESSES, all_of, opened

pytestmark = pytest.mark.postgres
PEOPLE = 12
CLASSES = ("mot", "hai", "ba", "bon")


@pytest.fixture(scope="module")
def arena(tmp_path_factory, django_db_setup, django_db_blocker):
    classes = {name: {"title": f"Lớp {name}", "slug": name} for name in CLASSES}
    for terms in classes.values():
        terms["capacity"] = PEOPLE
    with opened(tmp_path_factory, django_db_blocker, classes) as arena:
        yield arena


def test_no_number_is_given_twice_and_none_is_skipped(arena):
    events = [arena.events[name] for name in CLASSES]
    for event in events:
        arena.one("attend", event, PEOPLE)
    answers = arena.race("issue_certificates", events)
    assert all_of("errors", answers) == []
    whole = PEOPLE * len(CLASSES)
    assert sorted(all_of("made", answers)) == list(range(1, whole + 1))
    # Of those who issued for one class, one did; the others found it done.
    assert sum(bool(answer["made"]) for answer in answers) == len(CLASSES)
    # Then each is issued anew while others are: the numbers go on without a gap.
    each = whole // PROCESSES
    answers = arena.race("reissue_certificates", each)
    assert all_of("errors", answers) == []
    kept = arena.one("certificate_numbers")
    assert kept["numbers"] == list(range(1, 2 * whole + 1))
    assert kept["valid"] == whole
