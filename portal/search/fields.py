"""Columns of the index that take little room in a single file.

On PostgreSQL they are what their base classes are: it packs long texts by itself, and
its full-text index reads them.
"""

import zlib

from django.db import models

UNPACK = "portal_unpacked"
"""The SQL function triggers read packed texts with, see `portal.search.schema`."""

# Texts are written once and read by the dozen in each search.
_LEVEL = 1


def packed(text: str) -> bytes | str:
    """The text in fewer bytes; a short one stays as it is."""
    small = zlib.compress(text.encode(), _LEVEL) if len(text) > 100 else b""
    return small if 0 < len(small) < len(text) else text


def unpacked(stored: bytes | str | None) -> str:
    """The text again, whether it was packed or not."""
    if isinstance(stored, bytes):
        return zlib.decompress(stored).decode()
    return stored or ""


class EntryKeyField(models.BigIntegerField):
    """A key that is the row's own number on SQLite: no index beside the table."""

    def db_type(self, connection) -> str:
        # 64 bits there, whatever the name says.
        return "integer" if connection.vendor == "sqlite" else "bigint"

    rel_db_type = db_type


class PackedTextField(models.TextField):
    """A text of ASCII tokens, packed on SQLite."""

    def get_db_prep_value(self, value, connection, prepared=False):
        value = super().get_db_prep_value(value, connection, prepared)
        if connection.vendor == "sqlite" and isinstance(value, str):
            return packed(value)
        return value

    def from_db_value(self, value, expression, connection) -> str:
        return unpacked(value)
