"""The migrated database, made once for each engine and copied for each process.

Migrating takes longer than most tests. Of PostgreSQL a template database is kept on the
server, of SQLite a file.
"""

import hashlib
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from wagtail.models import Site

from portal.tests import kept

# Clones of the project may share a server.
_CLONE = hashlib.sha256(str(kept.HOUSE).encode()).hexdigest()[:8]
_TEMPLATES = f"portal_tests_{_CLONE}_"


def copy() -> None:
    """Let this process's connection be to a migrated database of its own."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    connection.close()
    if connection.vendor == "sqlite":
        _rename(f"file:tests_{worker}?mode=memory&cache=shared")
    else:
        _rename(f"{_TEMPLATES}{worker}_{os.getpid()}")
    restore()


def restore() -> None:
    """Let it be as migrated again, whatever was committed to it."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(file())) as source:
            source.backup(connection.connection)
    else:
        connection.close()
        create(connection.settings_dict["NAME"])
    cache.clear()
    Site.clear_site_root_paths_cache()


def drop() -> None:
    """Give the copy up."""
    connection.close()
    if connection.vendor != "sqlite":
        remove(connection.settings_dict["NAME"])


def file() -> Path:
    """SQLite's migrated file, to copy."""
    made = kept.FOLDER / f"migrated-{kept.digest()}.sqlite3"
    with kept.locked("migrated-sqlite"):
        if not made.exists():
            kept.forget("migrated", but=made)
            part = made.with_suffix(".part")
            _migrate(f"sqlite:///{part}")
            with closing(sqlite3.connect(part)) as finished:
                # A database in memory cannot begin as one with a log beside it.
                finished.execute("PRAGMA journal_mode=DELETE")
            part.rename(made)
    return made


def create(name: str) -> None:
    """A migrated database of this name on the PostgreSQL server, in place of any."""
    template = _template()
    remove(name)
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name} TEMPLATE {template}")


def remove(name: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def address(name: str) -> str:
    """The DATABASE_URL of a database on the PostgreSQL server of the tests."""
    place = connection.settings_dict
    word = f":{place['PASSWORD']}" if place["PASSWORD"] else ""
    host = f"{place['HOST'] or '127.0.0.1'}:{place['PORT'] or 5432}"
    return f"postgres://{place['USER']}{word}@{host}/{name}"


def _template() -> str:
    made = f"{_TEMPLATES}{kept.digest()}"
    with kept.locked("migrated-postgres"):
        with connection._nodb_cursor() as cursor:
            cursor.execute(
                "SELECT datname FROM pg_database WHERE datname ~ %s",
                [f"^{_TEMPLATES}([0-9a-f]{{16}}|part)$"],
            )
            known = {name for (name,) in cursor.fetchall()}
        if made not in known:
            for old in known:
                remove(old)
            part = f"{_TEMPLATES}part"
            with connection._nodb_cursor() as cursor:
                cursor.execute(f"CREATE DATABASE {part}")
            _migrate(address(part))
            with connection._nodb_cursor() as cursor:
                cursor.execute(f"ALTER DATABASE {part} RENAME TO {made}")
    return made


def _migrate(url: str) -> None:
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        cwd=kept.HOUSE,
        env=os.environ
        | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "portal.settings.test"},
        check=True,
    )


def _rename(name: str) -> None:
    settings.DATABASES["default"]["NAME"] = name
    connection.settings_dict["NAME"] = name
