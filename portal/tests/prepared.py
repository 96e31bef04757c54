"""The rows that many tests start from, made once and laid down again for each test.

`prepare_site` takes about a second of publishing; two thousand tests start from it.
What it wrote is remembered as rows and written again as rows, which takes about a
hundredth. Both happen inside the test's own transaction.
"""

from collections.abc import Callable
from typing import NamedTuple

from django.core.cache import cache
from django.db import connection
from wagtail.models import Site

Prepare = Callable[[], object]


class Rows(NamedTuple):
    """What a table held before; what was added to that, and taken away by first column.

    Of a row that changed the columns `altered` are written: their values, then the
    first column.
    """

    table: str
    columns: list[str]
    before: list[tuple]
    gone: list[tuple]
    added: list[tuple]
    altered: list[str]
    changed: list[tuple]
    #: PostgreSQL's own words for what changed and was added.
    written: str


#: What each function wrote to the database of this name.
_remembered: dict[tuple[str, Prepare], list[Rows]] = {}
#: Those behind whose rows PostgreSQL's counters stand.
_counted: set[tuple[str, Prepare]] = set()


def lay_down(prepare: Prepare) -> None:
    """Do what `prepare` does to an empty or prepared database; later on, by rows.

    A database in which the tables concerned are not as they were the first time is
    left to `prepare` itself. It writes rows alone, the same at any time: no files.
    """
    key = (connection.settings_dict["NAME"], prepare)
    known = _remembered.get(key)
    if known is None:
        before = _everything()
        prepare()
        _remembered[key] = [
            _difference(table, columns, before[table][1], rows)
            for table, (columns, rows) in _everything().items()
            if before[table][1] != rows
        ]
        _counted.add(key)
    elif all(_read(one.table, one.columns) == one.before for one in known):
        for one in known:
            _write(one)
        if key not in _counted:
            _count_on(known)
            _counted.add(key)
        cache.clear()
        Site.clear_site_root_paths_cache()
    else:
        prepare()


def copied_anew(name: str) -> None:
    """Note that the database of this name counts from where its copy was made."""
    _counted.difference_update([key for key in _counted if key[0] == name])


def _difference(table: str, columns: list[str], before, after) -> Rows:
    old, new = set(before), set(after)
    left = [row for row in before if row not in new]
    come = [row for row in after if row not in old]
    # Whatever refers to a row that is taken away is looked for: a changed one stays.
    stood = {row[0]: row for row in left}
    stay = stood.keys() & {row[0] for row in come}
    places = sorted(
        place
        for row in come
        if row[0] in stay
        for place, (was, now) in enumerate(zip(stood[row[0]], row, strict=True))
        if was != now
    )
    altered = [*dict.fromkeys(places)]
    return Rows(
        table,
        columns,
        before,
        [row[:1] for row in left if row[0] not in stay],
        [row for row in come if row[0] not in stay],
        [columns[place] for place in altered],
        [(*(row[p] for p in altered), row[0]) for row in come if row[0] in stay],
        _in_words(table, columns, [row[0] for row in come]),
    )


def _in_words(table: str, columns: list[str], keys: list) -> str:
    """These rows as PostgreSQL writes and reads them at once, types and all."""
    if connection.vendor != "postgresql":
        return ""
    name, first = map(connection.ops.quote_name, (table, columns[0]))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT json_agg(one)::text FROM (SELECT {_names(columns)} FROM {name}"
            f" WHERE {first} = ANY(%s) ORDER BY 1) one",
            [keys],
        )
        return cursor.fetchone()[0] or "[]"


def _count_on(rows: list[Rows]) -> None:
    """Let PostgreSQL's counters go on behind these rows."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for one in rows:
            if one.columns[0] != "id":
                continue
            last = max(
                (row[0] for row in one.added if isinstance(row[0], int)), default=0
            )
            cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [one.table])
            (counter,) = cursor.fetchone()
            if counter and last:
                largest = f"GREATEST(%s, (SELECT last_value FROM {counter}))"
                cursor.execute(f"SELECT setval(%s, {largest})", [counter, last])


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


def _names(columns: list[str], each: str = "") -> str:
    return ", ".join(connection.ops.quote_name(one) + each for one in columns)


def _read(table: str, columns: list[str]) -> list[tuple]:
    name = connection.ops.quote_name(table)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_names(columns)} FROM {name} ORDER BY 1")
        return cursor.fetchall()


def _write(one: Rows) -> None:
    """Take away the rows that went, write those that changed, add those that came."""
    name = connection.ops.quote_name(one.table)
    first = connection.ops.quote_name(one.columns[0])
    with connection.cursor() as cursor:
        if one.gone:
            cursor.executemany(f"DELETE FROM {name} WHERE {first} = %s", one.gone)
        if connection.vendor == "postgresql":
            new = ", ".join(
                f"{column} = EXCLUDED.{column}"
                for column in map(connection.ops.quote_name, one.altered)
            )
            cursor.execute(
                f"INSERT INTO {name} ({_names(one.columns)})"
                f" SELECT {_names(one.columns)}"
                f" FROM json_populate_recordset(NULL::{name}, %s)"
                + (f" ON CONFLICT ({first}) DO UPDATE SET {new}" if new else ""),
                [one.written],
            )
            return
        if one.changed:
            cursor.executemany(
                f"UPDATE {name} SET {_names(one.altered, ' = %s')} WHERE {first} = %s",
                one.changed,
            )
        places = ", ".join(["%s"] * len(one.columns))
        cursor.executemany(
            f"INSERT INTO {name} ({_names(one.columns)}) VALUES ({places})", one.added
        )
