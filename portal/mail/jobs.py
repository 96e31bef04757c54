"""Retention of letters, once a night."""

from datetime import datetime

from portal.jobs import daily
from portal.mail.retention import clear_mail, drop_orphans, drop_written


@daily(hour=3)
def clear_old_mail(now: datetime) -> None:
    clear_mail(now)
    drop_orphans(now)
    drop_written(now)
