"""Making a backup, finding those there are, dropping the old ones."""

import re
import tempfile
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.core.files import File
from django.core.files.storage import storages
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from portal.backup import archive, encryption, engines
from portal.backup.retention import expired

#: The storages whose files belong to the portal's content.
STORAGES = ("default", "mail", "private")
_NAME = re.compile(r"portal-(\d{8}-\d{6})\.tar\.gz(\.age)?")
_STAMP = "%Y%m%d-%H%M%S"
_LAST = "backup:last"
_REMEMBERED = 300


@dataclass(frozen=True)
class Backup:
    """One file under `BACKUP_TO`; `taken_at` is the instant of its database."""

    name: str
    taken_at: datetime
    size: int


class _Finished(File):
    """A file that a storage on the same disk takes over by its name, whole or not."""

    def temporary_file_path(self) -> str:
        return self.name


def make_backup(now: datetime) -> Backup:
    """Back everything up under `BACKUP_TO`, prove it readable, drop what is old.

    Readers and writers go on meanwhile. Raises what the engine, the storage or the
    disk raises; then no backup is there that was not there before.
    """
    storage = storages["backups"]
    with workplace() as work:
        finished = _write(work, now)
        taken_at = now.replace(microsecond=0)
        name = f"portal-{_local(now):{_STAMP}}{''.join(finished.suffixes)}"
        size = finished.stat().st_size
        with finished.open("rb") as file:
            storage.save(name, _Finished(file, name=str(finished)))
    cache.delete(_LAST)
    by_time = {backup.taken_at: backup for backup in backups()}
    for moment in expired(map(_local, by_time)):
        storage.delete(by_time[moment].name)
    return Backup(name, taken_at, size)


def backups() -> list[Backup]:
    """Every backup under `BACKUP_TO`, oldest first."""
    storage = storages["backups"]
    try:
        names = storage.listdir("")[1]
    except FileNotFoundError:
        return []
    return [
        Backup(name, _taken_at(stamp[1]), storage.size(name))
        for name in sorted(names)
        if (stamp := _NAME.fullmatch(name))
    ]


def last_backup() -> Backup | None:
    """The newest, looked for every five minutes at most; None when there is none."""
    return cache.get_or_set(_LAST, lambda: next(reversed(backups()), None), _REMEMBERED)


def workplace() -> tempfile.TemporaryDirectory:
    """A folder for nobody else, on the disk that has room for the portal's data."""
    settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
    return tempfile.TemporaryDirectory(prefix="backup-", dir=settings.VAR_DIR)


def file_member(storage: str, name: str) -> str:
    return f"files/{storage}/{name}"


def _write(work: str, now: datetime) -> Path:
    """The archive, proved and, where a key is given, locked."""
    folder = Path(work)
    dumped, plain = folder / archive.DATABASE, folder / "portal.tar.gz"
    rows = engines.dump(dumped)
    writer = archive.Writer(plain)
    writer.add_file(archive.DATABASE, dumped)
    dumped.unlink()
    # After the database: a file more does no harm, a file less would be missed.
    for label in STORAGES:
        for name in archive.walk(storages[label]):
            try:
                with storages[label].open(name) as file:
                    writer.add(file_member(label, name), file)
            except FileNotFoundError:  # deleted since it was listed
                continue
    applied = MigrationRecorder(connection).applied_migrations()
    writer.finish(
        {
            "taken_at": now.isoformat(),
            "engine": connection.vendor,
            "versions": {name: version(name) for name in ("django", "wagtail")},
            "migrations": sorted(f"{app}.{name}" for app, name in applied),
            "rows": rows,
        }
    )
    with tempfile.TemporaryDirectory(dir=work) as again:
        archive.unpack(plain, Path(again))
    if not settings.BACKUP_KEY:
        return plain
    locked = plain.with_name("portal.tar.gz.age")
    encryption.encrypt(plain, locked, settings.BACKUP_KEY)
    return locked


def _local(moment: datetime) -> datetime:
    return timezone.localtime(moment)


def _taken_at(stamp: str) -> datetime:
    naive = datetime.strptime(stamp, _STAMP)
    return timezone.make_aware(naive)
