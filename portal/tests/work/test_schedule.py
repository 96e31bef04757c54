"""Periodic jobs: due or not, once among all workers, and never the worker's end."""

import logging
from datetime import UTC, datetime, timedelta

import pytest

from portal import jobs
from portal.jobs import Daily, Every, all_jobs
from portal.models import JobRun
from portal.work import heartbeats
from portal.work.schedule import run_due

NOW = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)  # 15:30 in Vietnam


def at(*words: int) -> datetime:
    return datetime(2026, *words, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "last", "due"),
    [
        (NOW, None, True),
        (NOW, NOW - timedelta(minutes=4), False),
        (NOW, NOW - timedelta(minutes=5), True),
    ],
)
def test_every_few_minutes(now, last, due):
    assert Every(timedelta(minutes=5)).is_due(now, last) is due


@pytest.mark.parametrize(
    ("now", "last", "due"),
    [
        # Two in the morning in Vietnam is 19:00 UTC of the day before.
        (at(3, 2, 18, 59), at(3, 1, 19, 0), False),
        (at(3, 2, 19, 0), at(3, 1, 19, 0), True),
        (at(3, 3, 4, 0), at(3, 1, 19, 30), True),
        (at(3, 3, 4, 0), at(3, 2, 19, 1), False),
        (at(3, 9, 4, 0), at(3, 1, 19, 30), True),
        (NOW, None, True),
    ],
)
def test_once_a_day_after_its_hour_late_rather_than_never(now, last, due):
    assert Daily(hour=2).is_due(now, last) is due


def test_the_portals_own_jobs_are_known():
    names = {job.name for job in all_jobs()}
    assert {
        "portal.guard.jobs.forget_attempts",
        "portal.mail.jobs.clear_old_mail",
        "portal.subscriptions.jobs.forget_idle_addresses",
        "portal.subscriptions.jobs.tell_news",
        "portal.work.jobs.give_back_lost_tasks",
        "portal.work.jobs.forget_done_tasks",
    } <= names


@pytest.fixture
def only(monkeypatch):
    """The jobs of this test alone."""
    monkeypatch.setattr(jobs, "_JOBS", {})


@pytest.mark.django_db
def test_a_job_is_given_the_time_and_runs_once_per_round(only):
    runs = []
    jobs.every(minutes=5)(runs.append)
    assert run_due("a", lambda: NOW) == 1
    assert run_due("b", lambda: NOW) == 0
    assert run_due("b", lambda: NOW + timedelta(minutes=5)) == 1
    assert runs == [NOW, NOW + timedelta(minutes=5)]


@pytest.mark.django_db
def test_a_failing_job_hinders_neither_itself_nor_others(only, caplog):
    runs = []

    def failing(now):
        raise LookupError("hoa@portal.example")

    jobs.every(minutes=5)(failing)
    jobs.every(minutes=5)(runs.append)
    with caplog.at_level(logging.ERROR):
        assert run_due("a", lambda: NOW) == 2
    assert runs == [NOW]
    row = JobRun.objects.get(name__endswith="failing")
    assert (row.problem, row.worker, row.finished_at) == ("LookupError", "", NOW)
    assert run_due("a", lambda: NOW + timedelta(minutes=5)) == 2


@pytest.mark.django_db
def test_a_job_still_running_elsewhere_is_left_alone_until_its_worker_dies(only):
    runs = []
    jobs.every(minutes=1)(runs.append)
    name = all_jobs()[0].name
    JobRun.objects.create(name=name, started_at=NOW - timedelta(hours=1), worker="b")
    heartbeats.beat("b", NOW)
    assert run_due("a", lambda: NOW) == 0
    later = NOW + heartbeats.DEAD_AFTER
    assert run_due("a", lambda: later) == 1
    assert runs == [later]


@pytest.mark.django_db
def test_of_two_workers_that_find_it_due_one_runs_it(only, monkeypatch):
    runs = []
    jobs.every(minutes=5)(runs.append)
    name = all_jobs()[0].name
    last = NOW - timedelta(hours=1)
    JobRun.objects.create(name=name, started_at=last)

    def just_taken(now):
        """The other worker takes it after this one has looked."""
        JobRun.objects.update(started_at=NOW, worker="")
        return set()

    monkeypatch.setattr("portal.work.schedule.living", just_taken)
    JobRun.objects.update(worker="dead")
    assert run_due("a", lambda: NOW) == 0
    assert not runs


@pytest.mark.django_db
def test_a_worker_told_to_stop_begins_no_further_job(only):
    runs = []
    jobs.every(minutes=5)(runs.append)
    assert run_due("a", lambda: NOW, stopping=lambda: True) == 0
    assert not runs
