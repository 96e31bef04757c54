"""Copies of everything the portal would miss, and the way back.

A backup is one file: the database as it stood at one instant, the uploaded files, and
a manifest with checksums and row counts that `restore` proves before it lets go.
"""

from portal.backup.backups import Backup, backups, last_backup, make_backup
from portal.backup.restoration import RestoreRefused, restore

__all__ = [
    "Backup",
    "RestoreRefused",
    "backups",
    "last_backup",
    "make_backup",
    "restore",
]
