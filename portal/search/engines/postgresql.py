"""PostgreSQL: lexemes as they are, in GIN indexes; no dictionary, no positions."""

import re
from collections.abc import Iterator
from typing import Any

from django.db import connection, transaction

from portal.search.engines.database import DatabaseEngine, counted, joined_groups
from portal.search.engines.model import Counts, Group, Wanted
from portal.search.entry_keys import slot_range
from portal.search.schema import BEGINNINGS, HEAD, LEXEMES, WORDS, line_of

_NEWEST = (
    "SELECT id FROM portal_searchentry WHERE {where} @@ %s::tsquery "
    "AND id >= %s AND id < %s ORDER BY id DESC LIMIT %s"
)
# The planner does not know how seldom a number or some words together are: OFFSET 0 has
# it find all that match, before it looks which are the newest.
_ALL = (
    "SELECT {columns} FROM (SELECT id, facets FROM portal_searchentry "
    "WHERE {where} @@ %s::tsquery AND id >= %s AND id < %s OFFSET 0) AS found "
    "ORDER BY id DESC LIMIT %s"
)
# What many hold is met sooner by walking the newest rows, and to read a line as it is
# takes a tenth of making its lexemes.
_WALK = (
    "SELECT {columns} FROM (SELECT id, facets, ' ' || {line} || ' ' AS line "
    "FROM portal_searchentry WHERE {part} AND id >= %(first)s AND id < %(beyond)s "
    "ORDER BY id DESC LIMIT {far}) AS walked WHERE {{meets}} LIMIT %(limit)s"
)
_SINCE = (
    "SELECT id FROM portal_searchentry WHERE id >= %s AND id < %s "
    "ORDER BY id DESC OFFSET %s LIMIT 1"
)
_NUMBER = re.compile(r"[scd]\d")
_COUNTED, _FAR = "id, facets", 3_000
# Three hundred times as many rows: their lexemes are made again to be looked at.
_SAMPLE = 20
_HEAD, _WORDS = f"part = 0 AND {LEXEMES['head']}", LEXEMES["words"]
_HEAD_LINE, _WORDS_LINE = line_of(HEAD), line_of(WORDS)


class PostgreSQLEngine(DatabaseEngine):
    newest_sql = {
        "head": _NEWEST.format(where=_HEAD),
        "words": _ALL.format(columns="id", where=_WORDS),
    }
    counts_sql = _ALL.format(columns=_COUNTED, where=_WORDS)
    numbered_sql = _ALL.format(columns="id", where=_HEAD)
    head_walk_sql = _WALK.format(
        columns="id", line=_HEAD_LINE, part="part = 0", far="%(far)s"
    )
    walk_sql = _WALK.format(columns="id", line=_WORDS_LINE, part="TRUE", far="ALL")
    walked_counts_sql = _WALK.format(
        columns=_COUNTED, line=_WORDS_LINE, part="TRUE", far="ALL"
    )

    def candidates(
        self, wanted: Wanted, *, slot: int, in_head: bool, limit: int
    ) -> list[int]:
        if wanted.is_common(limit):
            sql = self.head_walk_sql if in_head else self.walk_sql
            found = _first(_walked(sql, wanted, "AND", slot, limit))
            # How common words are in titles nobody counted: they may be rare there.
            if not in_head or len(found) == limit:
                return found
        return super().candidates(wanted, slot=slot, in_head=in_head, limit=limit)

    def candidates_or(self, wanted: Wanted, *, slot: int, limit: int) -> list[int]:
        if wanted.is_common(limit):
            return _first(_walked(self.walk_sql, wanted, "OR", slot, limit))
        return super().candidates_or(wanted, slot=slot, limit=limit)

    def counts(self, wanted: Wanted, *, slot: int, limit: int) -> Counts:
        if wanted.is_common(limit):
            rows = _walked(self.walked_counts_sql, wanted, "AND", slot, limit)
            return counted(rows, limit)
        return super().counts(wanted, slot=slot, limit=limit)

    def ranges(
        self, wanted: Wanted, slot: int, limit: int
    ) -> Iterator[tuple[int, int]]:
        """Where many are found, the newest rows first: to find all of the words is
        quick, to look at all the rows is not."""
        if 0 < (reach := wanted.reach(limit)) < wanted.total // 2:
            first, beyond = slot_range(slot)
            with connection.cursor() as cursor:
                cursor.execute(_SINCE, [first, beyond, reach])
                for row in cursor.fetchall():
                    yield row[0], beyond
        yield from super().ranges(wanted, slot, limit)

    def sql_of(self, wanted: Wanted, where: str) -> str:
        if where == "head" and any(map(_is_number, wanted.groups)):
            return self.numbered_sql
        return self.newest_sql[where]

    def settle(self) -> None:
        """File what waits in the short lists, and let the planner look again."""
        with connection.cursor() as cursor:
            for name in ("search_head", "search_words"):
                cursor.execute("SELECT gin_clean_pending_list(%s::regclass)", [name])
            with transaction.atomic():
                cursor.execute(f"SET LOCAL default_statistics_target = {_SAMPLE}")
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


def _first(rows: list[tuple[Any, ...]]) -> list[int]:
    return [row[0] for row in rows]


def _walked(
    sql: str, wanted: Wanted, joined: str, slot: int, limit: int
) -> list[tuple[Any, ...]]:
    """Rows whose lines hold what is wanted, the newest first."""
    first, beyond = slot_range(slot)
    values: dict[str, str | int] = {"first": first, "beyond": beyond, "limit": limit}
    values["far"] = max(_FAR, 3 * limit)

    def stands(word: str, is_begun: bool) -> str:
        name = f"word{len(values)}"
        values[name] = f" {word}" if is_begun else f" {word} "
        return f"strpos(line, %({name})s) > 0"

    meets = joined_groups(wanted, joined, write=stands, both=" AND ", either=" OR ")
    with connection.cursor() as cursor:
        cursor.execute(sql.format(meets=meets), values)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def _lexeme(word: str, is_begun: bool) -> str:
    return f"'{word}':*" if is_begun else f"'{word}'"


def _lexeme_of_head(word: str, is_begun: bool) -> str:
    """Of titles the shortest beginnings are lexemes themselves."""
    if is_begun and len(word) <= BEGINNINGS:
        return f"'{word}*'"
    return _lexeme(word, is_begun)


def _is_number(group: Group) -> bool:
    """Whether nothing but numbers of documents, or days, can meet it."""
    return all(any(map(_NUMBER.match, tokens)) for tokens in group)
