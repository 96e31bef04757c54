"""PostgreSQL: lexemes as they are, in GIN indexes; no dictionary, no positions."""

from portal.search.engines import Wanted
from portal.search.engines.database import DatabaseEngine, joined_groups

_NEWEST = (
    "SELECT {columns} FROM portal_searchentry WHERE {where} @@ %s::tsquery "
    "AND id >= %s AND id < %s ORDER BY id DESC LIMIT %s"
)


class PostgreSQLEngine(DatabaseEngine):
    candidates_sql = _NEWEST.replace("{columns}", "id")
    counts_sql = (
        "SELECT facets, COUNT(DISTINCT page_id), COUNT(*) FROM ("  # noqa: S608
        + _NEWEST.format(columns="facets, page_id", where="words")
        + ") AS found GROUP BY facets"
    )

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
