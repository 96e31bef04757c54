"""Wagtail's search in the admin, blind to marks and to what databases take for syntax.

`Huu lung` finds Hữu Lũng where a model is indexed by its `folded_names`. A quotation
mark, which ends a string in SQLite's full-text queries, is left out.
"""

import re
from functools import cache

from modelsearch.backends.database import SearchBackend as database_backend
from modelsearch.query import MATCH_ALL, Or, PlainText, SearchQuery

from portal.vietnamese import fold, nfc

_NO_WORDS = re.compile(r'["\x00-\x1f\x7f]+')


def SearchBackend(params: dict):
    """The backend of the database in use, with the queries prepared."""
    backend = database_backend(params)
    for name in ("query_compiler_class", "autocomplete_query_compiler_class"):
        setattr(backend, name, _prepared(getattr(backend, name)))
    return backend


def prepared_query(query: str | SearchQuery, operator: str | None) -> SearchQuery:
    """What was typed, or the same without marks; all there is where no word is left."""
    if isinstance(query, PlainText):
        query, operator = query.query_string, query.operator
    if not isinstance(query, str):
        return query
    words = " ".join(_NO_WORDS.sub(" ", nfc(query)).split())
    if not words:
        return MATCH_ALL
    kind = {"operator": operator} if operator else {}
    spellings = dict.fromkeys((words, fold(words)))
    found = [PlainText(words, **kind) for words in spellings]
    return found[0] if len(found) == 1 else Or(found)


@cache
def _prepared(compiler: type) -> type:
    class Prepared(compiler):
        def __init__(self, queryset, query, *args, operator=None, **kwargs) -> None:
            query = prepared_query(query, operator or self.DEFAULT_OPERATOR)
            super().__init__(queryset, query, *args, operator=operator, **kwargs)

    return Prepared
