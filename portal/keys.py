"""Thousands of keys in one condition, without a parameter for each of them."""

import json
from collections.abc import Iterable

from django.db import connection
from django.db.models import BigIntegerField, Expression, Func
from django.db.models.expressions import RawSQL

_FROM_JSON = {
    "sqlite": "SELECT value FROM json_each(%s)",
    "postgresql": "SELECT jsonb_array_elements_text(%s::jsonb)::bigint",
}


class _Unpacked(Func):
    """The keys of a JSON list that is a parameter of SQL."""

    output_field = BigIntegerField()

    def as_sql(self, compiler, connection, *args, **context) -> tuple[str, tuple]:
        sql, params = compiler.compile(self.get_source_expressions()[0])
        return f"({_FROM_JSON[connection.vendor] % sql})", params


def among(keys: Iterable[int] | Expression) -> RawSQL | _Unpacked:
    """For `pk__in=`: the database unpacks what Django would write out key by key.

    Of an expression it is a JSON list of them, as text.
    """
    if isinstance(keys, Expression):
        return _Unpacked(keys)
    text = json.dumps([int(key) for key in keys])
    return RawSQL(_FROM_JSON[connection.vendor], [text])  # noqa: S611  no words of others
