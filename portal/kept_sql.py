"""SQL that is written once per process, where Django would write it for each request.

Writing a long query costs Django more than a database needs to answer it.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from django.apps import apps
from django.db.models import Expression, F, Field

# No act, page or person has such a day: where it stands a day is filled in.
_ANY_DAY = date(1, 2, 3)
# Django's names of tables in subqueries: U0, V1, T4.
_ALIAS = re.compile(r"\b([A-Z]{1,2}\d+)\b")


class _Column(NamedTuple):
    """Where a column of the outer row stands."""

    name: str


class _Value(NamedTuple):
    """Where a parameter stands."""

    value: Any


_Template = tuple[str | _Column | _Value, ...]


class KeptRule(Expression):
    """What a rule says of a row on a day; the rule reads these columns of its model.

    The rule is a function of a day that must be known by its name; what it returns may
    hold subqueries, and every column of the outer row that it reads is to be named.
    """

    def __init__(
        self,
        rule: Callable[[date], Expression],
        on: date,
        *,
        model: str,
        columns: tuple[str, ...],
        output_field: Field,
    ) -> None:
        super().__init__(output_field=output_field)
        self.rule, self.on, self.model, self.columns = rule, on, model, columns
        self._sources: list = [F(column) for column in columns]

    def get_source_expressions(self) -> list:
        return self._sources

    def set_source_expressions(self, exprs) -> None:
        self._sources = list(exprs)

    def as_sql(self, compiler, connection) -> tuple[str, tuple]:
        written = {
            column: compiler.compile(source)
            for column, source in zip(self.columns, self._sources, strict=True)
        }
        day = connection.ops.adapt_datefield_value(self.on)
        anything = connection.ops.adapt_datefield_value(_ANY_DAY)
        sql: list[str] = []
        params: list = []
        for piece in _template(self, connection):
            if isinstance(piece, str):
                sql.append(piece)
            elif isinstance(piece, _Value):
                sql.append("%s")
                params.append(day if piece.value == anything else piece.value)
            else:
                text, values = written[piece.name]
                sql.append(text)
                params += values
        return "".join(sql), tuple(params)


_templates: dict[tuple, _Template] = {}


def _template(kept: KeptRule, connection) -> _Template:
    key = (connection.vendor, kept.rule, kept.model, kept.columns)
    if key not in _templates:
        _templates[key] = _written(kept, connection)
    return _templates[key]


def _written(kept: KeptRule, connection) -> _Template:
    """The rule as Django writes it for a query of its model alone, in pieces."""
    model = apps.get_model(kept.model)
    rows = model._default_manager.order_by().values(_code=kept.rule(_ANY_DAY))
    compiler = rows.query.get_compiler(connection=connection)
    compiler.pre_sql_setup()
    sql, params = compiler.compile(rows.query.annotations["_code"])
    # Inside another query its own names of tables must be nobody else's.
    sql = _ALIAS.sub(r"kept_\1", sql)
    quote = connection.ops.quote_name
    places = {}
    for column in kept.columns:
        field = model._meta.pk if column == "pk" else model._meta.get_field(column)
        table = field.model._meta.db_table
        places[f"{quote(table)}.{quote(field.column)}"] = column
    named = "|".join(re.escape(place) for place in places)
    values = iter(params)
    pieces: list[str | _Column | _Value] = []
    for text in re.split(rf"(%%|%s|{named})", sql):
        if text == "%s":
            pieces.append(_Value(next(values)))
        elif text in places:
            pieces.append(_Column(places[text]))
        elif text:
            pieces.append(text)
    return tuple(pieces)
