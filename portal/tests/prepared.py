"""The rows a prepared site consists of, made once and laid down again for each test.

`prepare_site` takes about a second of publishing; hundreds of tests start from it.
What it wrote is remembered as rows and written again as rows, which takes a few
hundredths. Both happen inside the test's own transaction.
"""

from collections.abc import Callable
from typing import NamedTuple

from django.core.cache import cache
from django.db import connection
from wagtail.models import Site

_remembered: dict[str, list["Rows"]] = {}
#: Databases that were copied since their rows were remembered.
copied_anew: set[str] = set()


class Rows(NamedTuple):
    """What a table held before, and holds after, the site was prepared."""

    table: str
    columns: list[str]
    before: list[tuple]
    after: list[tuple]


def lay_down(prepare: Callable[[], object]) -> None:
    """Do what `prepare` does to an empty database; from the second time on, by rows.

    A database in which the tables concerned are not as they were the first time is
    left to `prepare` itself.
    """
    known = _remembered.get(connection.settings_dict["NAME"])
    if known is None:
        before = _everything()
        prepare()
        after = _everything()
        _remembered[connection.settings_dict["NAME"]] = [
            Rows(table, columns, before[table][1], rows)
            for table, (columns, rows) in after.items()
            if before[table][1] != rows
        ]
    elif all(_read(one.table, one.columns) == one.before for one in known):
        for one in known:
            _write(one)
        if connection.settings_dict["NAME"] in copied_anew:
            _count_on(known)
        cache.clear()
        Site.clear_site_root_paths_cache()
    else:
        prepare()


def _count_on(rows: list[Rows]) -> None:
    """Let PostgreSQL's counters go on behind these rows.

    A database that was copied anew counts from where the copy was made.
    """
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for one in rows:
            if one.columns[0] != "id":
                continue
            last = max(
                (row[0] for row in one.after if isinstance(row[0], int)), default=0
            )
            cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [one.table])
            (counter,) = cursor.fetchone()
            if counter and last:
                largest = f"GREATEST(%s, (SELECT last_value FROM {counter}))"
                cursor.execute(f"SELECT setval(%s, {largest})", [counter, last])
    copied_anew.discard(connection.settings_dict["NAME"])


def _everything() -> dict[str, tuple[list[str], list[tuple]]]:
    """Columns and rows of every table that holds rows of its own."""
    with connection.cursor() as cursor:
        tables = [
            one.name
            for one in connection.introspection.get_table_list(cursor)
            if one.type == "t"
        ]
        hidden = _shadows(cursor)
    found = {}
    for table in sorted(set(tables) - hidden):
        columns = _columns(table)
        found[table] = (columns, _read(table, columns))
    return found


def _shadows(cursor) -> set[str]:
    """Tables that SQLite itself fills: parts of an index, and what triggers write."""
    if connection.vendor != "sqlite":
        return set()
    cursor.execute("SELECT name FROM pragma_table_list WHERE type = 'shadow'")
    parts = {name for (name,) in cursor.fetchall()}
    cursor.execute(
        "SELECT DISTINCT v.name FROM pragma_table_list v, sqlite_master t"
        " WHERE v.type = 'virtual' AND t.type = 'trigger' AND instr(t.sql, v.name)"
    )
    return parts | {name for (name,) in cursor.fetchall()}


def _columns(table: str) -> list[str]:
    """The columns that are written, not worked out by the database."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "SELECT t.type, x.name FROM pragma_table_list t,"
                " pragma_table_info(%s) x WHERE t.name = %s",
                [table, table],
            )
            rows = cursor.fetchall()
            names = [name for _type, name in rows]
            return ["rowid", *names] if rows[0][0] == "virtual" else names
        cursor.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_name = %s"
            " AND table_schema = current_schema() AND is_generated = 'NEVER'"
            " ORDER BY ordinal_position",
            [table],
        )
        return [name for (name,) in cursor.fetchall()]


def _names(columns: list[str]) -> str:
    return ", ".join(map(connection.ops.quote_name, columns))


def _read(table: str, columns: list[str]) -> list[tuple]:
    name = connection.ops.quote_name(table)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_names(columns)} FROM {name} ORDER BY 1")
        return cursor.fetchall()


def _write(one: Rows) -> None:
    """Take away the rows that changed or went, add those that changed or came."""
    name = connection.ops.quote_name(one.table)
    kept = [row for row in one.after if row in one.before]
    with connection.cursor() as cursor:
        gone = [row[:1] for row in one.before if row not in kept]
        if gone:
            first = connection.ops.quote_name(one.columns[0])
            cursor.executemany(f"DELETE FROM {name} WHERE {first} = %s", gone)
        places = ", ".join(["%s"] * len(one.columns))
        cursor.executemany(
            f"INSERT INTO {name} ({_names(one.columns)}) VALUES ({places})",
            [row for row in one.after if row not in kept],
        )
