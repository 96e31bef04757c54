"""The portal as a single file: FTS5 over tokens that are ASCII already."""

from django.db import connection
from django.db.backends.utils import CursorWrapper

from portal.search.engines.database import DatabaseEngine, joined_groups
from portal.search.engines.model import Wanted

_MERGED_AT_ONCE, _MOST_STEPS = 1_000, 10_000
_NEWEST = (
    "SELECT rowid FROM portal_search_{where} WHERE portal_search_{where} MATCH %s "
    "AND rowid >= %s AND rowid < %s ORDER BY rowid DESC LIMIT %s"
)


class SQLiteEngine(DatabaseEngine):
    newest_sql = {where: _NEWEST.format(where=where) for where in ("head", "words")}
    counts_sql = (
        f"SELECT id, facets FROM ({_NEWEST.format(where='words')}) AS found "  # noqa: S608
        "CROSS JOIN portal_searchentry AS e INDEXED BY search_narrow "
        "ON e.id = found.rowid"
    )

    def settle(self) -> None:
        """Merge what many writes left in pieces; each step is a write of its own."""
        for table in ("portal_search_head", "portal_search_words"):
            with connection.cursor() as cursor:
                merge = f"INSERT INTO {table}({table}, rank) VALUES ('merge', %s)"  # noqa: S608
                # A negative number begins a merge of all, positive ones go on with it.
                pages = -_MERGED_AT_ONCE
                for _step in range(_MOST_STEPS):
                    before = _changes(cursor)
                    cursor.execute(merge, [pages])
                    if _changes(cursor) - before < 2:
                        break
                    pages = _MERGED_AT_ONCE

    def expression(self, wanted: Wanted, *, joined: str, in_head: bool = False) -> str:
        if not wanted:
            return ""
        return joined_groups(
            wanted,
            joined,
            write=lambda word, starts: f'"{word}"{"*" if starts else ""}',
            both=" AND ",
            either=" OR ",
        )


def _changes(cursor: CursorWrapper) -> int:
    cursor.execute("SELECT total_changes()")
    changes: int = cursor.fetchone()[0]
    return changes
