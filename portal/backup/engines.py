"""The database at one instant, and back: SQLite's own copying, PostgreSQL's tools."""

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.db import connection, transaction

Rows = dict[str, int]


class NotSound(Exception):
    """The database of the backup is damaged."""


def dump(target: Path) -> Rows:
    """Write the database as it stands now; return the rows of each table in it.

    Writers go on meanwhile: what they commit is in the next backup.
    """
    return _dump_sqlite(target) if connection.vendor == "sqlite" else _dump_pg(target)


def load(source: Path) -> None:
    """Replace everything in the database, all or nothing, by what was dumped.

    Raises NotSound before anything is touched, where the engine can tell.
    """
    if connection.vendor == "sqlite":
        _load_sqlite(source)
    else:
        _load_pg(source)
    connection.close()


def count_rows() -> Rows:
    """The rows of each table of the database in use."""
    with connection.cursor() as cursor:
        return _count(cursor, _tables(cursor))


def has_tables() -> bool:
    with connection.cursor() as cursor:
        return bool(connection.introspection.table_names(cursor))


def _tables(cursor) -> list[str]:
    if connection.vendor == "sqlite":
        # Neither virtual tables nor what they are stored in.
        cursor.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main'"
            " AND type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        return sorted(name for (name,) in cursor.fetchall())
    return sorted(connection.introspection.table_names(cursor))


def _count(cursor, tables: list[str]) -> Rows:
    rows = {}
    for table in tables:
        name = connection.ops.quote_name(table)
        cursor.execute(f"SELECT count(*) FROM {name}")  # noqa: S608  a table's own name
        rows[table] = cursor.fetchone()[0]
    return rows


def _dump_sqlite(target: Path) -> Rows:
    connection.ensure_connection()
    with closing(sqlite3.connect(target)) as copy:
        connection.connection.backup(copy)
        # One file, without a log of writes beside it.
        copy.execute("PRAGMA journal_mode=DELETE")
        _prove(copy)
        cursor = copy.cursor()
        return _count(cursor, _tables(cursor))


def _load_sqlite(source: Path) -> None:
    connection.ensure_connection()
    with closing(sqlite3.connect(source)) as copy:
        _prove(copy)
        copy.backup(connection.connection)
    name = connection.settings_dict["NAME"]
    if os.path.exists(name):
        os.chmod(name, 0o600)


def _prove(copy: sqlite3.Connection) -> None:
    """Raise NotSound unless pages, indexes and references all agree."""
    try:
        word = copy.execute("PRAGMA integrity_check").fetchone()[0]
        loose = copy.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError as error:
        raise NotSound(str(error)) from error
    if word != "ok" or loose:
        raise NotSound(word if word != "ok" else f"A row of {loose[0]} refers nowhere.")


def _dump_pg(target: Path) -> Rows:
    """Count in the very snapshot that pg_dump writes."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        snapshot = cursor.fetchone()[0]
        rows = _count(cursor, _tables(cursor))
        _tool("pg_dump", f"--snapshot={snapshot}", *_DUMP, f"--file={target}")
    return rows


def _load_pg(source: Path) -> None:
    script = source.with_name("database.sql")
    _tool("pg_restore", *_NO_OWNER, f"--file={script}", str(source), connects=False)
    begin = source.with_name("begin.sql")
    begin.write_text(
        "SET lock_timeout = '30s';\n"
        "DROP SCHEMA public CASCADE;\nCREATE SCHEMA public;\n"
    )
    connection.close()
    _tool(
        "psql",
        *("--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--single-transaction"),
        *(f"--file={begin}", f"--file={script}"),
    )


_NO_OWNER = ("--no-owner", "--no-privileges")
_DUMP = ("--format=custom", *_NO_OWNER)


def _tool(name: str, *words: str, connects: bool = True) -> None:
    """Run one of PostgreSQL's programs on the portal's database."""
    place = connection.settings_dict
    wanted = {
        "PGHOST": place["HOST"],
        "PGPORT": str(place["PORT"]),
        "PGUSER": place["USER"],
        "PGPASSWORD": place["PASSWORD"],
        "PGDATABASE": place["NAME"],
    }
    # Without a database named, pg_restore writes and connects nowhere.
    environment = os.environ | {key: value for key, value in wanted.items() if value}
    database = ("--dbname", place["NAME"]) if connects else ()
    try:
        done = subprocess.run(  # noqa: S603  our own words
            [name, *database, *words],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise ImproperlyConfigured(
            f"{name} is not installed: apt install postgresql-client"
        ) from error
    if done.returncode:
        raise NotSound(f"{name}: {done.stderr.strip()[-500:]}")
