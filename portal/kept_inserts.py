"""Rows written by SQL that is made once per process and number of rows.

For plain rows of one table: no signals are sent, as `bulk_create` sends none; that
writes its SQL anew each time.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, TypeVar

from django.db import connections, models, router

Row = TypeVar("Row", bound=models.Model)
#: More rows than these are written so many at a time.
_MOST_ROWS = 100


def insert(rows: Sequence[Row]) -> None:
    """Write new rows, all of one model, and note the ids they were given."""
    for some in _in_parts(rows):
        ids = _written(some, (some[0]._meta.pk.attname,))
        for row, (pk,) in zip(some, ids, strict=True):
            row.pk = pk if row.pk is None else row.pk


def insert_new(rows: Sequence[Row], *identity: str) -> list[Row]:
    """Write those of the rows that are not there yet; return those, with their ids.

    `identity` are the columns of the constraint by which a row is there.
    """
    new: list[Row] = []
    for some in _in_parts(rows):
        meta = some[0]._meta
        fields: list[Any] = [meta.get_field(name) for name in identity]
        connection = connections[router.db_for_write(type(some[0]))]
        by_identity = {
            tuple(
                str(field.get_db_prep_save(getattr(row, field.attname), connection))
                for field in fields
            ): row
            for row in some
        }
        returned = (some[0]._meta.pk.attname, *identity)
        for pk, *key in _written(some, returned, identity):
            # A moment comes back as one, and goes there as its words.
            row = by_identity[tuple(map(str, key))]
            row.pk = pk if row.pk is None else row.pk
            new.append(row)
    return new


def add_up(
    rows: Sequence[Row], column: str, *identity: str, returned: tuple[str, ...]
) -> list[tuple]:
    """Write the rows, or add their column to that of the row that is there.

    Returns these columns of each as the database then has them. One statement: exact,
    however many processes do so at once.
    """
    return [
        found
        for some in _in_parts(rows)
        for found in _written(some, returned, identity, sums=column)
    ]


def _in_parts(rows: Sequence[Row]) -> list[Sequence[Row]]:
    starts = range(0, len(rows), _MOST_ROWS)
    return [rows[start : start + _MOST_ROWS] for start in starts]


def _written(
    rows: Sequence[models.Model],
    returned: tuple[str, ...],
    identity: tuple[str, ...] = (),
    *,
    sums: str = "",
) -> list[tuple]:
    model = type(rows[0])
    using = router.db_for_write(model)
    connection = connections[using]
    fields = _fields(model, rows[0].pk is None)
    values = [
        field.get_db_prep_save(field.pre_save(row, True), connection)
        for row in rows
        for field in fields
    ]
    sql = _sql(model, using, fields, len(rows), returned, identity, sums)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        found = cursor.fetchall()
    for row in rows:
        row._state.adding, row._state.db = False, using
    return found


@lru_cache(maxsize=64)
def _fields(model: type[models.Model], is_numbered: bool) -> tuple[models.Field, ...]:
    """The columns to write; the database gives the number of a row that is numbered."""
    fields = model._meta.local_concrete_fields
    return tuple(f for f in fields if not (is_numbered and f.primary_key))


@lru_cache(maxsize=256)
def _sql(
    model: type[models.Model],
    using: str,
    fields: tuple[models.Field, ...],
    rows: int,
    returned: tuple[str, ...],
    identity: tuple[str, ...],
    sums: str,
) -> str:
    quote = connections[using].ops.quote_name

    def columns(names: Sequence[Any]) -> str:
        known: list[Any] = [model._meta.get_field(name) for name in names]
        return ", ".join(quote(field.column) for field in known)

    table = quote(model._meta.db_table)
    one = f"({', '.join(['%s'] * len(fields))})"
    parts = [
        f"INSERT INTO {table} ({columns([f.name for f in fields])})",
        f"VALUES {', '.join([one] * rows)}",
    ]
    if identity:
        parts.append(f"ON CONFLICT ({columns(identity)})")
        column = columns([sums]) if sums else ""
        parts.append(
            f"DO UPDATE SET {column} = {table}.{column} + excluded.{column}"
            if sums
            else "DO NOTHING"
        )
    parts.append(f"RETURNING {columns(returned)}")
    return " ".join(parts)
