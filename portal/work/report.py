"""How the background work goes, in lines for an administrator."""

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from portal.jobs import all_jobs
from portal.models.mail import MailRecord, MailState
from portal.models.work import JobRun
from portal.work.heartbeats import living


def report(now: datetime) -> Iterator[str]:
    """Workers, letters, tasks that failed, and each job's last run."""
    alive = sorted(living(now))
    yield f"Workers: {', '.join(alive) or 'none lives'}"
    for state in (MailState.WAITING, MailState.RETRYING, MailState.FAILED):
        count = MailRecord.objects.in_state(state).count()
        yield f"Letters {state.value}: {count}"
    yield f"Tasks ready: {DBTaskResult.objects.ready().count()}"
    yield f"Tasks running: {DBTaskResult.objects.running().count()}"
    for row in DBTaskResult.objects.failed().order_by("-finished_at")[:20]:
        fault = row.exception_class_path
        yield f"Task failed {_at(row.finished_at)}: {row.task_path} ({fault})"
    runs = {row.name: row for row in JobRun.objects.all()}
    for job in all_jobs():
        row = runs.get(job.name)
        last = _at(row.started_at) if row else "never"
        problem = f" failed: {row.problem}" if row and row.problem else ""
        yield f"Job {job.name}: {last}{problem}"


def _at(moment: datetime | None) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}" if moment else "never"
