"""Waiting for others' registrations, and what is said when it takes too long."""

import pytest
from django.db import OperationalError, connection

from events.models import Submission
from events.seats.errors import SeatsBusy
from events.seats.file_lock import LockTimeout
from events.seats.lock import LONGEST_WAIT, _busy_timeout, short_wait
from events.tests.scenario import NOW, add_event

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.mark.parametrize(
    "words",
    [
        "database is locked",
        "database table is locked: events_seatcount",
        "canceling statement due to lock timeout",
    ],
)
def test_a_lock_that_is_not_had_means_that_seats_are_busy(words):
    cause = OperationalError(words)
    with pytest.raises(SeatsBusy) as busy, short_wait():
        raise cause
    assert busy.value.__cause__ is cause
    assert busy.value.retry_after > 0


def test_a_turn_that_does_not_come_means_that_seats_are_busy():
    with pytest.raises(SeatsBusy), short_wait():
        raise LockTimeout


@pytest.mark.parametrize("error", [OperationalError("disk I/O error"), ValueError()])
def test_what_else_goes_wrong_is_not_taken_for_a_crowd(error):
    with pytest.raises(type(error)) as raised, short_wait():
        raise error
    assert raised.value is error


@pytest.mark.parametrize("error", [OperationalError("database is locked"), KeyError()])
def test_nothing_of_the_block_is_kept(front, error):
    event = add_event()
    with pytest.raises((SeatsBusy, KeyError)), short_wait():
        Submission.objects.create(event=event, received_at=NOW)
        raise error
    assert not Submission.objects.exists()


def test_what_was_done_is_kept(front):
    event = add_event()
    with short_wait():
        Submission.objects.create(event=event, received_at=NOW)
    assert Submission.objects.exists()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite waits by a pragma")
def test_sqlite_waits_as_long_within_the_block_and_as_before_after_it():
    def timeout() -> int:
        with connection.cursor() as cursor:
            return cursor.execute("PRAGMA busy_timeout").fetchone()[0]

    before = timeout()
    assert before != LONGEST_WAIT * 1000
    with _busy_timeout():
        assert timeout() == LONGEST_WAIT * 1000
    assert timeout() == before
    with pytest.raises(KeyError), _busy_timeout():
        raise KeyError
    assert timeout() == before


@pytest.mark.skipif(connection.vendor != "postgresql", reason="a setting of its own")
def test_postgresql_waits_as_long_within_the_block():
    with short_wait(), connection.cursor() as cursor:
        cursor.execute("SHOW lock_timeout")
        assert cursor.fetchone() == (f"{LONGEST_WAIT:.0f}s",)
