"""From a backup to a portal: proved first, then laid down."""

import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.core.files import File
from django.core.files.storage import storages
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from wagtail.models import Page

from portal.backup import archive, encryption, engines
from portal.backup.backups import STORAGES, file_member, workplace

# Root, front page, rooms: what lies deeper somebody has written.
_CONTENT_DEPTH = 4


class RestoreRefused(Exception):
    """Nothing was changed; the message says why."""


def restore(source: Path | str, *, key: str = "", force: bool = False) -> engines.Rows:
    """Put database and files back as they were; return the rows of each table.

    The source is a file, or the name of a backup under `BACKUP_TO`. The server and the
    worker must be stopped. Raises RestoreRefused before anything is touched: when the
    backup is damaged, of another engine or of a newer portal, or when the portal holds
    something already and force is not given.
    """
    if not force and not is_empty():
        raise RestoreRefused(
            "This portal has content of its own. Restore into an empty one, or give "
            "--force to lose what is here."
        )
    with workplace() as work:
        folder = Path(work)
        manifest = _unpack(source, folder, key or settings.BACKUP_KEY)
        _ensure_fits(manifest)
        for label in STORAGES:
            _lay_files_down(label, folder, manifest)
        try:
            engines.load(folder / archive.DATABASE)
        except engines.NotSound as error:
            raise RestoreRefused(str(error)) from error
        rows = engines.count_rows()
    if rows != manifest["rows"]:
        differing = {*rows.items()} ^ {*manifest["rows"].items()}
        raise RestoreRefused(f"Other rows than backed up: {sorted(differing)}")
    call_command("migrate", verbosity=0, interactive=False)
    cache.clear()
    return rows


def is_empty() -> bool:
    """Whether nobody has an account here, wrote a page or uploaded a file."""
    if any(True for label in STORAGES for _name in archive.walk(storages[label])):
        return False
    if not engines.has_tables():
        return True
    users = get_user_model().objects.exists()
    return not users and not Page.objects.filter(depth__gte=_CONTENT_DEPTH).exists()


def _unpack(source: Path | str, folder: Path, key: str) -> dict[str, Any]:
    """The manifest of the archive, whose members lie in the folder."""
    packed = folder / "packed"
    if Path(source).is_file():
        opened = Path(source).open("rb")  # noqa: SIM115  closed below, as the other
    elif storages["backups"].exists(str(source)):
        opened = storages["backups"].open(str(source))
    else:
        raise RestoreRefused(f"There is no backup {source}.")
    with opened as file, packed.open("wb") as copy:
        shutil.copyfileobj(file, copy)
    try:
        if str(source).endswith(".age"):
            locked = packed.rename(folder / "locked")
            if not key:
                raise RestoreRefused("The backup is locked: give its key.")
            encryption.decrypt(locked, packed, key)
            locked.unlink()
        manifest = archive.unpack(packed, folder)
    except (archive.Damaged, encryption.WrongKey) as error:
        raise RestoreRefused(str(error)) from error
    packed.unlink()
    return manifest


def _ensure_fits(manifest: dict[str, Any]) -> None:
    if manifest["engine"] != connection.vendor:
        raise RestoreRefused(
            f"The backup is of {manifest['engine']}, not of {connection.vendor}."
        )
    loader = MigrationLoader(None)
    known = {f"{app}.{name}" for app, name in loader.disk_migrations}
    known |= {
        f"{app}.{name}"
        for migration in loader.disk_migrations.values()
        for app, name in migration.replaces
    }
    if newer := sorted({*manifest["migrations"]} - known):
        raise RestoreRefused(f"The backup is of a newer portal: {', '.join(newer[:3])}")


def _lay_files_down(label: str, folder: Path, manifest: dict[str, Any]) -> None:
    """Make a storage hold what it held, and nothing else."""
    storage = storages[label]
    prefix = file_member(label, "")
    names = {
        member.removeprefix(prefix)
        for member in manifest["members"]
        if member.startswith(prefix)
    }
    for name in [*archive.walk(storage)]:
        storage.delete(name)
    for name in sorted(names):
        with (folder / prefix / name).open("rb") as file:
            saved = storage.save(name, File(file))
        if saved != name:
            raise RestoreRefused(f"{name} was kept as {saved}.")
