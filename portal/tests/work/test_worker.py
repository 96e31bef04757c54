"""The worker: tasks once each, nothing left running for ever, an end when told."""

import logging
import os
import signal
import sys
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from portal.gunicorn import WITH_WORKER
from portal.mail.channels import ChannelDown, short_messages
from portal.tests.processes import Elsewhere
from portal.work import heartbeats
from portal.work.log_filters import WithoutTraceback
from portal.work.loops import once
from portal.work.tasks import MAX_STARTS, do_one, forget_done, reclaim

NOW = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
READY, RUNNING = TaskResultStatus.READY, TaskResultStatus.RUNNING
FAILED, DONE = TaskResultStatus.FAILED, TaskResultStatus.SUCCESSFUL
_done: list[str] = []


@task()
def note(word: str) -> None:
    _done.append(word)


@task()
def fail(word: str) -> None:
    raise LookupError(word)


@pytest.fixture
def queued(settings):
    """Tasks wait for a worker, as they do where the portal is served."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    _done.clear()


def running(worker: str, starts: int = 1) -> DBTaskResult:
    note.enqueue("again")
    DBTaskResult.objects.update(
        status=RUNNING, started_at=NOW, worker_ids=[worker] * starts
    )
    return DBTaskResult.objects.get()


@pytest.mark.django_db
def test_a_queued_task_waits_for_the_worker_and_is_done_once(queued):
    note.enqueue("a")
    assert not _done
    assert do_one("w", NOW)
    assert not do_one("w", NOW)
    assert _done == ["a"]
    assert DBTaskResult.objects.get().status == DONE


@pytest.mark.django_db
def test_a_failed_task_is_listed_and_its_words_stay_out_of_the_log(queued, capfd):
    fail.enqueue("hoa@portal.example")
    note.enqueue("b")
    assert do_one("w", NOW)
    assert do_one("w", NOW)
    assert _done == ["b"]
    call_command("work", "--report")
    output = capfd.readouterr()
    assert "LookupError" in output.out
    assert "hoa@portal.example" not in output.out + output.err


def test_the_log_names_the_class_and_the_place_of_a_fault():
    try:
        raise LookupError("hoa@portal.example")
    except LookupError:
        record = logging.LogRecord(
            "n", logging.ERROR, "", 1, "Job %s failed", ("x",), sys.exc_info()
        )
    assert WithoutTraceback().filter(record)
    line = logging.Formatter().format(record)
    assert "Job x failed (LookupError in test_the_log_names" in line
    assert "hoa" not in line


@pytest.mark.django_db
def test_a_task_of_a_living_worker_is_left_alone(queued):
    row = running("w")
    heartbeats.beat("w", NOW)
    assert reclaim(NOW) == 0
    row.refresh_from_db()
    assert row.status == RUNNING


@pytest.mark.django_db
def test_a_task_of_a_dead_worker_is_done_by_another(queued):
    running("dead")
    heartbeats.beat("dead", NOW - heartbeats.DEAD_AFTER)
    assert reclaim(NOW) == 1
    assert do_one("w", NOW)
    row = DBTaskResult.objects.get()
    assert (row.status, row.worker_ids) == (DONE, ["dead", "w"])


@pytest.mark.django_db
def test_a_task_that_kills_its_workers_is_given_up_and_listed(queued, capsys):
    running("dead", starts=MAX_STARTS)
    assert reclaim(NOW) == 1
    assert DBTaskResult.objects.get().status == FAILED
    call_command("work", "--report")
    assert "WorkerLost" in capsys.readouterr().out


@pytest.mark.django_db
def test_records_of_finished_tasks_go_and_failed_ones_stay_longer(queued):
    note.enqueue("a")
    fail.enqueue("b")
    once("w")
    DBTaskResult.objects.update(finished_at=NOW)
    assert forget_done(NOW + timedelta(days=2)) == 1
    assert DBTaskResult.objects.get().status == FAILED
    assert forget_done(NOW + timedelta(days=31)) == 1


@pytest.mark.django_db
def test_one_round_does_all_that_is_due(queued, capsys):
    note.enqueue("a")
    call_command("work", "--once")
    assert _done == ["a"]
    assert "tasks: 1" in capsys.readouterr().out


class Pigeon:
    """A channel that is down at first."""

    available = True
    sent: list[tuple[str, str]] = []
    down = 0

    def send(self, phone: str, text: str) -> None:
        if Pigeon.down:
            Pigeon.down -= 1
            raise ChannelDown
        Pigeon.sent.append((phone, text))


@pytest.mark.django_db
def test_without_a_channel_no_short_message_is_written(queued):
    assert not short_messages.available
    assert not short_messages.queue("+84912345678", "Vé của bạn")
    assert not DBTaskResult.objects.exists()


@pytest.mark.django_db
def test_a_channel_that_is_down_is_asked_again_later(queued, settings):
    settings.SHORT_MESSAGE_CHANNEL = f"{__name__}.Pigeon"
    Pigeon.sent, Pigeon.down = [], 1
    assert short_messages.queue("+84912345678", "Vé của bạn")
    assert do_one("w", NOW)
    assert not do_one("w", NOW)
    assert not Pigeon.sent
    DBTaskResult.objects.filter(status=READY).update(run_after=NOW)
    assert do_one("w", NOW)
    assert Pigeon.sent == [("+84912345678", "Vé của bạn")]


DONE_TASKS = (
    f"SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE status = '{DONE}'"
)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_the_server_starts_the_worker_and_both_end_together(tmp_path, stop, queued):
    """As `manage.py run` becomes it, without the minute of preparing."""
    note.enqueue("by the worker")
    words = ["-m", "gunicorn", "portal.wsgi:application", "--bind", "127.0.0.1:0"]
    words += ["--workers", "1", "--config", "python:portal.gunicorn"]
    environment = {WITH_WORKER: "1"}
    with Elsewhere(tmp_path, **environment) as elsewhere:
        server = elsewhere.popen([sys.executable, *words])
        elsewhere.until(DONE_TASKS, 1)
        ((worker,),) = elsewhere.rows("SELECT worker FROM portal_workerbeat")
        pid = int(worker.split("-")[-2])
        server.send_signal(stop)
        assert server.wait(timeout=40) == 0
        assert elsewhere.rows("SELECT count(*) FROM portal_workerbeat") == [(0,)]
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
