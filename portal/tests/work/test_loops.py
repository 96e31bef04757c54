"""A worker that comes up while the database is busy waits for its turn."""

import pytest
from django.db import OperationalError

from portal.work import heartbeats, loops


@pytest.mark.django_db
def test_a_busy_database_is_waited_for_and_others_see_the_worker_first(monkeypatch):
    busy = iter([True, True, False])
    seen = []

    def beat(worker, now):
        if next(busy):
            raise OperationalError("database is locked")
        seen.append(worker)

    monkeypatch.setattr(heartbeats, "beat", beat)
    monkeypatch.setattr(loops, "IDLE", 0)
    # Where a turn of work would say so, this is not the database it would ask.
    monkeypatch.setattr(loops.connection, "close", lambda: None)
    worker = loops.WorkLoops()
    worker._threads = []
    worker.start()
    assert seen == [worker.name]


def test_who_is_stopped_meanwhile_tries_no_more(monkeypatch):
    worker, tried = loops.WorkLoops(), []

    def beat(name, now):
        tried.append(name)
        worker.stop()
        raise OperationalError("database is locked")

    monkeypatch.setattr(heartbeats, "beat", beat)
    monkeypatch.setattr(loops.connection, "close", lambda: None)
    worker._threads = []
    worker.start()
    assert len(tried) == 1
