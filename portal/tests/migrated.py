"""The migrated database, made once for each engine and copied for each process.

Migrating takes longer than most tests. Of PostgreSQL a template database is kept on the
server, of SQLite a file.
"""

import hashlib
import os
import re
import sqlite3
from contextlib import closing

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from wagtail.models import Site

from portal.tests import kept, prepared

# Clones of the project may share a server.
_CLONE = hashlib.sha256(str(kept.HOUSE).encode()).hexdigest()[:8]
_TEMPLATES = f"portal_tests_{_CLONE}_"


def copy(*, reuse: bool) -> None:
    """Let this process's connection be to a migrated database of its own.

    With `reuse` the one that was migrated last will do, whatever has changed since.
    """
    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    connection.close()
    if reuse:
        kept.assume(_last())
    if connection.vendor == "sqlite":
        _rename(f"file:tests_{worker}?mode=memory&cache=shared")
    else:
        _rename(f"{_TEMPLATES}{worker}_{os.getpid()}")
    restore()


def restore() -> None:
    """Let it be as migrated again, whatever was committed to it."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(kept.migrated_file())) as source:
            source.backup(connection.connection)
    else:
        connection.close()
        create(connection.settings_dict["NAME"])
        prepared.copied_anew(connection.settings_dict["NAME"])
    cache.clear()
    Site.clear_site_root_paths_cache()


def drop() -> None:
    """Give the copy up."""
    connection.close()
    if connection.vendor != "sqlite":
        remove(connection.settings_dict["NAME"])


def template() -> str:
    """The name of PostgreSQL's migrated database, to copy and never to use."""
    made = f"{_TEMPLATES}{kept.schema_digest()}"
    with kept.locked("migrated-postgres"):
        left = _databases()
        if made not in left:
            for old in left:
                remove(old)
            part = f"{_TEMPLATES}part"
            with connection._nodb_cursor() as cursor:
                cursor.execute(f"CREATE DATABASE {part}")
            kept.migrate(address(part))
            with connection._nodb_cursor() as cursor:
                cursor.execute(f"ALTER DATABASE {part} RENAME TO {made}")
    return made


def create(name: str) -> None:
    """A migrated database of this name on the PostgreSQL server, in place of any."""
    source = template()
    remove(name)
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name} TEMPLATE {source}")


def remove(name: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def address(name: str) -> str:
    """The DATABASE_URL of a database on the PostgreSQL server of the tests."""
    place = connection.settings_dict
    word = f":{place['PASSWORD']}" if place["PASSWORD"] else ""
    host = f"{place['HOST'] or '127.0.0.1'}:{place['PORT'] or 5432}"
    return f"postgres://{place['USER']}{word}@{host}/{name}"


def _last() -> str:
    """The digest of the code that was migrated last; empty where none was."""
    if connection.vendor == "sqlite":
        files = kept.FOLDER.glob("migrated-*.sqlite3")
        last = max(files, key=lambda one: one.stat().st_mtime, default=None)
        return last.stem.removeprefix("migrated-") if last else ""
    found = (name.removeprefix(_TEMPLATES) for name in _databases())
    return next((one for one in found if re.fullmatch("[0-9a-f]{16}", one)), "")


def _databases() -> set[str]:
    """Those of this clone that nobody uses: templates, and what broken runs left."""
    with connection._nodb_cursor() as cursor:
        cursor.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)"
            " AND datname NOT IN (SELECT datname FROM pg_stat_activity"
            " WHERE datname IS NOT NULL)",
            [_TEMPLATES],
        )
        return {name for (name,) in cursor.fetchall()}


def _rename(name: str) -> None:
    settings.DATABASES["default"]["NAME"] = name
    connection.settings_dict["NAME"] = name
