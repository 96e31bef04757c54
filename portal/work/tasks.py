"""Doing queued tasks one by one, and finding those whose worker died."""

import logging
from datetime import datetime, timedelta

from django.db.models import Q
from django_tasks.base import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from portal.work.heartbeats import living
from portal.work.task_backend import REPEATABLE

logger = logging.getLogger("portal.work")

#: A task that took down so many workers is not given to another.
MAX_STARTS = 3
KEEP_DONE = timedelta(days=1)
KEEP_FAILED = timedelta(days=30)
#: The saves of one act of an editor lie no further apart.
TOGETHER = timedelta(seconds=30)


class WorkerLost(Exception):
    """Stands in a task's record: the process that ran it ended."""


def do_one(worker: str, now: datetime) -> bool:
    """Do the next task that is ready; False when there is none."""
    # Looked for without a lock: an idle worker makes no writer wait.
    ready = DBTaskResult.objects.ready()
    row = ready.only("pk", "worker_ids").first()
    if row is None:
        return False
    claimed = DBTaskResult.objects.filter(
        pk=row.pk, status=TaskResultStatus.READY
    ).update(
        status=TaskResultStatus.RUNNING,
        started_at=now,
        worker_ids=[*row.worker_ids, worker],
    )
    if claimed:
        begun = DBTaskResult.objects.get(pk=row.pk)
        drop_repeats(begun, now)
        _runner(worker).run_task(begun)
    return True


def drop_repeats(begun: DBTaskResult, now: datetime) -> int:
    """Write off what waits and would only repeat a task that is about to be done.

    What it is about was saved before; what is saved from now on queues its own. One
    statement, so that what another worker has taken meanwhile stays with it.
    """
    if begun.task_path not in REPEATABLE:
        return 0
    same = DBTaskResult.objects.filter(
        status=TaskResultStatus.READY,
        task_path=begun.task_path,
        enqueued_at__lte=begun.enqueued_at + TOGETHER,
        args_kwargs=begun.args_kwargs,
    )
    return same.update(
        status=TaskResultStatus.SUCCESSFUL, started_at=now, finished_at=now
    )


def _runner(worker: str) -> Worker:
    """The package's own way of running a task and writing what came of it."""
    return Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=worker,
        excluded_queue_names=[],
    )


def reclaim(now: datetime) -> int:
    """Give back the tasks of dead workers; give up on those that keep killing them.

    A task may be repeated (what may not is none: mail has its own queue), so one
    that was cut short is ready again.
    """
    alive = living(now)
    lost = 0
    for row in DBTaskResult.objects.running():
        if row.worker_ids and row.worker_ids[-1] in alive:
            continue
        mine = DBTaskResult.objects.filter(
            Q(pk=row.pk, status=TaskResultStatus.RUNNING, started_at=row.started_at)
        )
        if len(row.worker_ids) < MAX_STARTS:
            lost += mine.update(status=TaskResultStatus.READY, started_at=None)
        else:
            lost += mine.update(
                status=TaskResultStatus.FAILED,
                finished_at=now,
                exception_class_path=f"{__name__}.{WorkerLost.__qualname__}",
                traceback="",
            )
            logger.error("Task %s was lost with its worker", row.task_path)
    return lost


def forget_done(now: datetime) -> int:
    """Remove the records of finished tasks, of failed ones after some weeks."""
    done = Q(status=TaskResultStatus.SUCCESSFUL, finished_at__lt=now - KEEP_DONE)
    failed = Q(status=TaskResultStatus.FAILED, finished_at__lt=now - KEEP_FAILED)
    return DBTaskResult.objects.filter(done | failed).delete()[0]
