"""Columns of the index as a single file keeps them, small and quick to reach.

On PostgreSQL they are what their base classes are: its full-text index reads the words
of a line, and it packs long texts by itself.
"""

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from portal.search.syllable_codes import coded, spelt


class EntryKeyField(models.BigIntegerField):
    """A key that is the row's own number on SQLite: no index beside the table."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        # 64 bits there, whatever the name says.
        return "integer" if connection.vendor == "sqlite" else "bigint"

    rel_db_type = db_type


class CodedLineField(models.TextField):
    """A line of folded words, coded on SQLite."""

    def get_db_prep_value(
        self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> Any:
        value = super().get_db_prep_value(value, connection, prepared)
        if connection.vendor == "sqlite" and isinstance(value, str):
            return coded(value)
        return value

    def from_db_value(
        self, value: str | None, expression: object, connection: BaseDatabaseWrapper
    ) -> str | None:
        return value if value is None else spelt(value)
