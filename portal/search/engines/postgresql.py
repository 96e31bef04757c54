"""PostgreSQL: lexemes as they are, in GIN indexes; no dictionary, no positions."""

import re

from django.db import connection

from portal.search.engines import Group, Wanted
from portal.search.engines.database import DatabaseEngine, joined_groups
from portal.search.schema import BEGINNINGS, LEXEMES

_NEWEST = (
    "SELECT {columns} FROM portal_searchentry WHERE {where} @@ %s::tsquery "
    "AND id >= %s AND id < %s ORDER BY id DESC LIMIT %s"
)
# The planner knows how often common words stand, not how seldom a number does: OFFSET 0
# has it find all that match, which are few, before it looks which are the newest.
_FEW = (
    "SELECT id FROM (SELECT id FROM portal_searchentry WHERE {where} @@ %s::tsquery "
    "AND id >= %s AND id < %s OFFSET 0) AS found ORDER BY id DESC LIMIT %s"
)
_NUMBER = re.compile(r"[scd]\d")
_HEAD, _WORDS = f"part = 0 AND {LEXEMES['head']}", LEXEMES["words"]


class PostgreSQLEngine(DatabaseEngine):
    newest_sql = {
        "head": _NEWEST.format(columns="id", where=_HEAD),
        "words": _NEWEST.format(columns="id", where=_WORDS),
    }
    few_sql = {
        "head": _FEW.format(where=_HEAD),
        "words": _FEW.format(where=_WORDS),
    }
    counts_sql = (
        "SELECT facets, COUNT(DISTINCT page_id), COUNT(*) FROM ("  # noqa: S608
        + _NEWEST.format(columns="facets, page_id", where=_WORDS)
        + ") AS found GROUP BY facets"
    )

    def sql_of(self, wanted: Wanted, where: str) -> str:
        has_number = any(map(_is_number, wanted.groups))
        return self.few_sql[where] if has_number else self.newest_sql[where]

    def settle(self) -> None:
        """File what waits in the short lists, and let the planner look again."""
        with connection.cursor() as cursor:
            for name in ("search_head", "search_words"):
                cursor.execute("SELECT gin_clean_pending_list(%s::regclass)", [name])
            cursor.execute("ANALYZE portal_searchentry")

    def expression(self, wanted: Wanted, *, joined: str, in_head: bool = False) -> str:
        if not wanted:
            return ""
        return joined_groups(
            wanted,
            joined,
            write=_lexeme_of_head if in_head else _lexeme,
            both=" & ",
            either=" | ",
        )


def _is_number(group: Group) -> bool:
    """Whether nothing but numbers of documents, or days, can meet it."""
    return all(any(map(_NUMBER.match, tokens)) for tokens in group)


def _lexeme(word: str, is_begun: bool) -> str:
    return f"'{word}':*" if is_begun else f"'{word}'"


def _lexeme_of_head(word: str, is_begun: bool) -> str:
    """Of titles the shortest beginnings are lexemes themselves."""
    if is_begun and len(word) <= BEGINNINGS:
        return f"'{word}*'"
    return _lexeme(word, is_begun)
