"""The portal as a single file: FTS5 over tokens that are ASCII already."""

from portal.search.engines import Wanted
from portal.search.engines.database import DatabaseEngine, joined_groups

_NEWEST = (
    "SELECT rowid FROM portal_search_{where} WHERE portal_search_{where} MATCH %s "
    "AND rowid >= %s AND rowid < %s ORDER BY rowid DESC LIMIT %s"
)


class SQLiteEngine(DatabaseEngine):
    candidates_sql = _NEWEST
    counts_sql = (
        "SELECT facets, COUNT(DISTINCT page_id), COUNT(*) FROM "  # noqa: S608
        f"({_NEWEST.format(where='words')}) AS found CROSS JOIN "
        "portal_searchentry AS e INDEXED BY search_narrow ON e.id = found.rowid "
        "GROUP BY facets"
    )

    def expression(self, wanted: Wanted, *, joined: str) -> str:
        if not wanted:
            return ""
        return joined_groups(
            wanted,
            joined,
            write=lambda word, starts: f'"{word}"{"*" if starts else ""}',
            both=" AND ",
            either=" OR ",
        )
