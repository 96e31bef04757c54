"""Queries of a shape that never changes: their SQL is written once per process.

Writing a query costs Django several times what a database needs to answer it. A shape
is an ordinary queryset, or an update, with a `Parameter` where each request has a value
of its own; what comes back is what the queryset would have given.
"""

import re
from collections.abc import Callable, Sequence
from copy import copy
from typing import Any, NamedTuple

from django.db import connections, router
from django.db.models import Expression, Field, QuerySet
from django.db.models.sql import UpdateQuery
from django.db.models.sql.compiler import SQLCompiler

_PLACEHOLDER = re.compile("(%%|%s)")


class Parameter(Expression):
    """Where a value is filled in, prepared as the field prepares its own.

    None is SQL's NULL: written in an update, equal to nothing in a filter.
    """

    def __init__(self, name: str, output_field: Field) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler, connection) -> tuple[str, tuple]:
        return "%s", (_Blank(self.name, self.output_field),)


class _Blank(NamedTuple):
    """A parameter among the parameters of SQL that is written."""

    name: str
    field: Field


class _Written(NamedTuple):
    """SQL, its parameters, and for a query what reads its rows."""

    sql: str
    params: tuple
    compiler: SQLCompiler
    converters: dict

    def filled(self, values: dict[str, Any], connection) -> tuple:
        return tuple(
            param.field.get_db_prep_value(values[param.name], connection)
            if isinstance(param, _Blank)
            else param
            for param in self.params
        )


class _Again:
    """Stands in a queryset where its query stood, and writes no SQL."""

    def __init__(self, compiler: SQLCompiler) -> None:
        self._compiler = compiler

    def get_compiler(self, *args, **kwargs) -> SQLCompiler:
        return self._compiler


class KeptQuery:
    """Rows of a queryset that is made once; `make` is given its parameters by name."""

    def __init__(self, make: Callable[..., QuerySet], **parameters: Field) -> None:
        self._make, self._parameters = make, parameters
        self._shape: QuerySet | None = None
        self._written: dict[str, _Written] = {}

    def rows(self, **values) -> list:
        """What the queryset gives: instances, tuples or single values."""
        shape: Any = self._queryset()
        written, connection = self._ready(shape)
        sql, params = written.sql, written.filled(values, connection)
        compiler = copy(written.compiler)
        # A thread has connections of its own.
        compiler.connection = connection
        compiler.as_sql = lambda *args, **kwargs: (sql, params)  # type: ignore[method-assign]  # of this copy alone
        compiler.get_converters = lambda expressions: written.converters  # type: ignore[method-assign]
        found = type(shape)(
            shape.model, _Again(compiler), using=compiler.using, hints=shape._hints
        )
        found._iterable_class = shape._iterable_class
        found._fields = shape._fields
        found._prefetch_related_lookups = shape._prefetch_related_lookups
        return list(found)

    def first(self, **values) -> Any:
        """The first of the rows; None for none."""
        return next(iter(self.rows(**values)), None)

    def get(self, **values) -> Any:
        """The first of the rows. Raises the model's DoesNotExist for none."""
        if found := self.rows(**values):
            return found[0]
        raise self._queryset().model.DoesNotExist

    def raw(self, **values) -> list[tuple]:
        """The rows as the database gave them, no value converted."""
        written, connection = self._ready(self._queryset())
        with connection.cursor() as cursor:
            cursor.execute(written.sql, written.filled(values, connection))
            return cursor.fetchall()

    def _queryset(self) -> QuerySet:
        if self._shape is None:
            self._shape = self._make(**_parameters(self._parameters))
        return self._shape

    def _ready(self, shape: QuerySet) -> tuple[_Written, Any]:
        using = shape.db
        if using not in self._written:
            compiler = shape.query.clone().get_compiler(using)
            written, values = compiler.as_sql()
            sql, params = _with_constants(written, values, connections[using])
            columns = [one[0] for one in compiler.select[: compiler.col_count]]
            self._written[using] = _Written(
                sql, params, compiler, compiler.get_converters(columns)
            )
        return self._written[using], connections[using]


class KeptUpdate:
    """An update that is made once: which rows, and the columns it writes.

    Sends no signals, as `QuerySet.update` sends none.
    """

    def __init__(
        self, make: Callable[..., tuple[QuerySet, dict[str, Any]]], **parameters: Field
    ) -> None:
        self._make, self._parameters = make, parameters
        self._model: type | None = None
        self._written: dict[str, _Written] = {}

    def write(self, **values) -> int:
        """Write the rows that match; return how many did."""
        if self._model is None:
            self._model = self._make(**_parameters(self._parameters))[0].model
        using = router.db_for_write(self._model)
        written, connection = self._ready(using), connections[using]
        with connection.cursor() as cursor:
            cursor.execute(written.sql, written.filled(values, connection))
            return cursor.rowcount

    def _ready(self, using: str) -> _Written:
        if using not in self._written:
            which, columns = self._make(**_parameters(self._parameters))
            query: Any = which.query.chain(UpdateQuery)
            query.add_update_values(columns)
            compiler = query.get_compiler(using)
            sql, params = compiler.as_sql()
            self._written[using] = _Written(sql, tuple(params), compiler, {})
        return self._written[using]


def _with_constants(sql: str, params: Sequence, connection) -> tuple[str, tuple]:
    """SQL with the texts and numbers that never change written out, and the rest.

    SQLite takes an index of some rows alone only where it sees that those are meant;
    psycopg writes all values out by itself.
    """
    if connection.vendor != "sqlite":
        return sql, tuple(params)
    values, rest, pieces = iter(params), [], []
    for piece in _PLACEHOLDER.split(sql):
        value = next(values) if piece == "%s" else None
        if type(value) is int:
            pieces.append(str(value))
        elif isinstance(value, str) and "\0" not in value:
            text = value.replace("'", "''").replace("%", "%%")
            pieces.append(f"'{text}'")
        else:
            pieces.append(piece)
            rest += [value] if piece == "%s" else []
    return "".join(pieces), tuple(rest)


def _parameters(fields: dict[str, Field]) -> dict[str, Parameter]:
    return {name: Parameter(name, field) for name, field in fields.items()}
