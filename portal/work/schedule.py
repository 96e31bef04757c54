"""Running periodic jobs that are due, each by one worker at a time."""

import logging
from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from portal.jobs import Job, all_jobs
from portal.models.work import JobRun
from portal.work.heartbeats import living

logger = logging.getLogger("portal.work")


def run_due(
    worker: str,
    clock: Callable[[], datetime],
    *,
    stopping: Callable[[], bool] = lambda: False,
) -> int:
    """Run each job that is due and nobody runs; say how many were.

    One that fails is logged by its class alone and comes round again as usual.
    """
    now = clock()
    rows = {row.name: row for row in JobRun.objects.all()}
    due = [
        job
        for job in all_jobs()
        if job.name not in rows or job.rhythm.is_due(now, rows[job.name].started_at)
    ]
    ran = 0
    for job in due:
        if not stopping() and _claim(job, rows.get(job.name), worker, clock()):
            _run(job, worker, clock)
            ran += 1
    return ran


def _claim(job: Job, seen: JobRun | None, worker: str, now: datetime) -> bool:
    """Whether it is ours: nobody has it, and nobody began it since we looked."""
    seen = seen or JobRun.objects.get_or_create(pk=job.name)[0]
    if not job.rhythm.is_due(now, seen.started_at):
        return False
    if seen.worker and seen.worker in living(now):
        return False
    unchanged = JobRun.objects.filter(
        pk=job.name, started_at=seen.started_at, worker=seen.worker
    )
    return bool(unchanged.update(started_at=now, worker=worker))


def _run(job: Job, worker: str, clock: Callable[[], datetime]) -> None:
    problem = ""
    try:
        job.run(clock())
    except Exception as fault:
        problem = type(fault).__qualname__[:100]
        logger.exception("Job %s failed", job.name)
    with transaction.atomic():
        JobRun.objects.filter(pk=job.name, worker=worker).update(
            worker="", finished_at=clock(), problem=problem
        )
