"""The words readers use, and columns of the index as a single file keeps them.

On PostgreSQL they are what their base classes are: its full-text index reads the words
of a line, and it packs long texts by itself.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext as _

from portal.search.syllable_codes import coded, spelt

MOST_PHRASES, LONGEST_PHRASE = 150, 100


def tidy_phrases(text: str) -> str:
    """One phrase a line, each once whatever its case, without stray spaces."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join({line.casefold(): line for line in lines if line}.values())


def check_phrases(text: str) -> None:
    """ValidationError where there are too many, or one is no phrase any more."""
    lines = text.splitlines()
    if len(lines) > MOST_PHRASES:
        raise ValidationError(
            _("At most %(most)s phrases; these are %(count)s.")
            % {"most": MOST_PHRASES, "count": len(lines)}
        )
    for line in lines:
        if len(line) > LONGEST_PHRASE:
            raise ValidationError(
                _("At most %(most)s characters a phrase: “%(phrase)s…” has %(count)s.")
                % {"most": LONGEST_PHRASE, "phrase": line[:40], "count": len(line)}
            )


class PhrasesField(models.TextField):
    """Phrases, one a line, tidied and bounded."""

    default_validators = [check_phrases]

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return tidy_phrases(value) if isinstance(value, str) else value


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
