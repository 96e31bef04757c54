"""Which workers live: each is seen every few seconds, in one small row."""

from datetime import datetime, timedelta

from portal.models.work import WorkerBeat

BEAT = timedelta(seconds=20)
#: Not seen for so long, a worker is taken for dead and its work for free.
DEAD_AFTER = timedelta(minutes=2)


def beat(worker: str, now: datetime) -> None:
    """Say that the worker lives."""
    if not WorkerBeat.objects.filter(pk=worker).update(seen_at=now):
        WorkerBeat.objects.get_or_create(pk=worker, defaults={"seen_at": now})


def leave(worker: str) -> None:
    """Say that it does not work any more."""
    WorkerBeat.objects.filter(pk=worker).delete()


def living(now: datetime) -> set[str]:
    """The workers seen lately."""
    rows = WorkerBeat.objects.filter(seen_at__gt=now - DEAD_AFTER)
    return set(rows.values_list("pk", flat=True))


def forget_dead(now: datetime) -> None:
    WorkerBeat.objects.filter(seen_at__lte=now - DEAD_AFTER).delete()
