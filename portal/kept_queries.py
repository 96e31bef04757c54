"""Whole queries whose SQL is written once per process and asked again with new values.

For what many pages ask in one shape: building a long queryset and writing its SQL costs
Django several times what the database needs to answer it.
"""

import json
from collections.abc import Callable, Hashable
from copy import copy
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db import connection, connections
from django.db.models import QuerySet
from django.db.models.sql import Query

from portal.page_tree.view_restrictions import closed_sections

Value = int | str | date | tuple[int, ...]

# No query of ours names such a key or day: where one stands, a value is filled in.
# Small, for a column that cannot hold what it is compared with is not asked at all.
_KEY, _DAY = 31_847, date(1, 2, 3)


class _Written(NamedTuple):
    """A queryset, and its SQL with the place of the value of each parameter."""

    rows: QuerySet
    compiler: Any
    sql: str
    params: tuple[tuple[Any, int | None], ...]


_written: dict[Hashable, _Written] = {}


def kept_query(build: Callable[..., QuerySet], *values: Value, of: Any = None):
    """The queryset `build(*values)`, or `build(of, *values)`, to be read as it is.

    `build` must be known by its name, and what it returns differ by the values alone:
    keys, days, words compared as they are, tuples of keys for `pk__in=among(…)`. It may
    not branch on them. What comes back reads its rows when asked, and takes no further
    filters. Sections that are closed to the public it may look up: with others it is
    another query.
    """
    kinds = tuple(map(type, values))
    key = connection.vendor, build, of, kinds, closed_sections()
    written = _written.get(key)
    if written is None:
        written = _written[key] = _write(build, () if of is None else (of,), values)
    rows = written.rows.all()
    iterable = rows._iterable_class
    rows.query = _Bound(written, tuple(map(_adapted, values)))
    rows._iterable_class = iterable
    return rows


def _write(build, first: tuple, values: tuple[Value, ...]) -> _Written:
    marks = tuple(_mark(value, place) for place, value in enumerate(values))
    rows = build(*first, *marks)
    compiler = rows.query.get_compiler(connection=connection)
    sql, params = compiler.as_sql()
    places = {_adapted(mark): place for place, mark in enumerate(marks)}
    rows._query = _Unbound(rows.query)
    return _Written(
        rows, compiler, sql, tuple((param, places.get(param)) for param in params)
    )


def _mark(value: Value, place: int) -> Value:
    if isinstance(value, tuple):
        return (_KEY + place,)
    if isinstance(value, date):
        return _DAY + timedelta(place)
    return f"\x00{place}" if isinstance(value, str) else _KEY + place


def _adapted(value: Value) -> Any:
    """The value as a parameter of SQL."""
    if isinstance(value, tuple):
        return json.dumps(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    return value


class _Unbound:
    """Stands for a query that is not written again; asked for the rest, it is that."""

    def __init__(self, query: Query) -> None:
        self._query = query

    def chain(self) -> "_Unbound":
        return self

    def __getattr__(self, name: str):
        return getattr(self._query, name)


class _Bound(_Unbound):
    """The same with its values."""

    def __init__(self, written: _Written, values: tuple) -> None:
        super().__init__(written.rows.query._query)
        self._written, self._values = written, values

    def chain(self):
        raise TypeError("A kept query takes no further filters.")

    def get_compiler(self, using: str, *args, **kwargs):
        compiler = copy(self._written.compiler)
        compiler.connection, compiler.using = connections[using], using
        params = tuple(
            param if place is None else self._values[place]
            for param, place in self._written.params
        )
        compiler.as_sql = lambda *args, **kwargs: (self._written.sql, params)
        return compiler
