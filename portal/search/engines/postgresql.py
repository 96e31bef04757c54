"""PostgreSQL: lexemes as they are, in GIN indexes; no dictionary, no positions."""

from django.db import connection

from portal.search.engines import Wanted
from portal.search.engines.database import DatabaseEngine, joined_groups
from portal.search.schema import LEXEMES

_NEWEST = (
    "SELECT {columns} FROM portal_searchentry WHERE {where} @@ %s::tsquery "
    "AND id >= %s AND id < %s ORDER BY id DESC LIMIT %s"
)
_HEAD, _WORDS = f"part = 0 AND {LEXEMES['head']}", LEXEMES["words"]


class PostgreSQLEngine(DatabaseEngine):
    newest_sql = {
        "head": _NEWEST.format(columns="id", where=_HEAD),
        "words": _NEWEST.format(columns="id", where=_WORDS),
    }
    counts_sql = (
        "SELECT facets, COUNT(DISTINCT page_id), COUNT(*) FROM ("  # noqa: S608
        + _NEWEST.format(columns="facets, page_id", where=_WORDS)
        + ") AS found GROUP BY facets"
    )

    def settle(self) -> None:
        """File what waits in the short lists, and let the planner look again."""
        with connection.cursor() as cursor:
            for name in ("search_head", "search_words"):
                cursor.execute("SELECT gin_clean_pending_list(%s::regclass)", [name])
            cursor.execute("ANALYZE portal_searchentry")

    def expression(self, wanted: Wanted, *, joined: str) -> str:
        if not wanted:
            return ""
        return joined_groups(
            wanted,
            joined,
            write=lambda word, starts: f"'{word}'{':*' if starts else ''}",
            both=" & ",
            either=" | ",
        )
