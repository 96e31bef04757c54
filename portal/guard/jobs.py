"""Counts are no longer kept than they count."""

from datetime import datetime

from portal.guard.attempts import forget_counts
from portal.jobs import every


@every(minutes=60)
def forget_attempts(now: datetime) -> None:
    forget_counts(now)
