"""Work that comes round: what, how often, and whether it is due. Run by the worker.

A room keeps its own in `<room>/jobs.py`, which is found by itself. A job is given the
time, keeps its transactions short, and may be run again after it was cut short.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Protocol

from django.utils import timezone

Run = Callable[[datetime], None]


class Rhythm(Protocol):
    def is_due(self, now: datetime, last: datetime | None) -> bool:
        """Whether a job that last began then is to begin now."""


@dataclass(frozen=True)
class Every:
    pause: timedelta

    def is_due(self, now: datetime, last: datetime | None) -> bool:
        return last is None or now - last >= self.pause


@dataclass(frozen=True)
class Daily:
    """Once after that hour of each day, later too when nothing ran at the hour."""

    hour: int

    def is_due(self, now: datetime, last: datetime | None) -> bool:
        local = timezone.localtime(now)
        latest = local.replace(hour=self.hour, minute=0, second=0, microsecond=0)
        if latest > local:
            yesterday = local.date() - timedelta(days=1)
            latest = timezone.make_aware(
                datetime.combine(yesterday, time(self.hour)), local.tzinfo
            )
        return last is None or last < latest


@dataclass(frozen=True)
class Job:
    name: str
    rhythm: Rhythm
    run: Run


_JOBS: dict[str, Job] = {}


def every(*, minutes: float) -> Callable[[Run], Run]:
    """Run the function each so many minutes."""
    return _register(Every(timedelta(minutes=minutes)))


def daily(*, hour: int) -> Callable[[Run], Run]:
    """Run the function once a day, after that hour of the portal's time zone."""
    return _register(Daily(hour))


def all_jobs() -> list[Job]:
    """Every job of every room, by name."""
    return [_JOBS[name] for name in sorted(_JOBS)]


def _register(rhythm: Rhythm) -> Callable[[Run], Run]:
    def register(run: Run) -> Run:
        name = f"{run.__module__}.{run.__qualname__}"
        _JOBS[name] = Job(name, rhythm, run)
        return run

    return register
