"""A backup every night, where the installation wants one."""

from datetime import datetime

from django.conf import settings

from portal.backup.backups import make_backup
from portal.jobs import daily


@daily(hour=1)
def back_up(now: datetime) -> None:
    if settings.BACKUP_NIGHTLY:
        make_backup(now)
