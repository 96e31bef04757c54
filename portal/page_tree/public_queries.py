"""Queries over public pages whose SQL is written once per process.

Which sections are closed is part of such SQL: with others it is written anew.
"""

import json
from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any

from django.db.models import CharField, Field, IntegerField, QuerySet, TextField

from portal.kept_queries import KeptQuery
from portal.page_tree.view_restrictions import closed_sections

Value = int | str | tuple[int, ...]

_FIELDS: dict[type, type[Field]] = {int: IntegerField, str: CharField, tuple: TextField}


def public_rows(
    build: Callable[..., QuerySet], *values: Value, of: tuple[Hashable, ...] = ()
) -> list[Any]:
    """The rows of `build(*of, *values)`, asked with SQL that is written once.

    `build` must be known by its name. It is given a `Parameter` for each of the values:
    a key, a text compared as it is, or keys for `pk__in=among(…)`; what its SQL is
    written from, a day or a model, is `of` those it differs by.
    """
    kinds = tuple(map(type, values))
    kept = _kept(build, of, kinds, closed_sections())
    named = {f"value_{place}": _plain(value) for place, value in enumerate(values)}
    return kept.rows(**named)


def _plain(value: Value) -> int | str:
    return json.dumps(value) if isinstance(value, tuple) else value


@lru_cache(maxsize=256)
def _kept(build, of: tuple, kinds: tuple[type, ...], closed: tuple) -> KeptQuery:
    fields = {f"value_{place}": _FIELDS[kind]() for place, kind in enumerate(kinds)}
    return KeptQuery(lambda **named: build(*of, *named.values()), **fields)
