"""The worker keeps its own house in order."""

from datetime import datetime

from django.db import connection

from portal.jobs import daily, every
from portal.work import write_log
from portal.work.heartbeats import forget_dead
from portal.work.tasks import forget_done, reclaim


@every(minutes=1)
def give_back_lost_tasks(now: datetime) -> None:
    reclaim(now)
    forget_dead(now)


@every(minutes=60)
def forget_done_tasks(now: datetime) -> None:
    forget_done(now)


@daily(hour=4)
def overwrite_erased(now: datetime) -> None:
    """After the night's erasing nothing of it is left in SQLite's files."""
    write_log.empty(connection)
