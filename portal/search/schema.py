"""The full-text index beside the rows, kept by the database itself.

Two token sets per row: `head` (number, title, title with marks, readers' own phrases)
of whole pages only, and `words` (everything). Triggers on SQLite and indexes of an
expression on PostgreSQL keep them, so no way of writing or deleting a row can leave
them behind.
"""

from collections.abc import Iterable

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from portal.search.syllable_codes import spelt

HEAD = ("folded", "exact", "keys", "facets", "asked")
WORDS = ("folded", "context", "keys", "body", "facets", "asked")
TABLE = "portal_searchentry"
#: So many letters with which a title's words begin are found as quickly as a word.
BEGINNINGS = 2


def line_of(columns: Iterable[str]) -> str:
    """SQL for the tokens of these columns in one line, apart by spaces."""
    return " || ' ' || ".join(columns)


def install(
    using: str = DEFAULT_DB_ALIAS,
    head: tuple[str, ...] = HEAD,
    words: tuple[str, ...] = WORDS,
) -> None:
    """Make what is missing; Django drops triggers when it rebuilds a SQLite table.

    A migration names the columns there were in its time.
    """
    connection = connections[using]
    made = {"sqlite": _sqlite, "postgresql": _postgresql}.get(connection.vendor)
    if made is None:
        return
    with connection.cursor() as cursor:
        for statement in made(head, words):
            cursor.execute(statement)


def know_functions(connection: BaseDatabaseWrapper) -> None:
    """Tell a new connection to a file how a coded line is spelt: triggers ask."""
    if connection.vendor == "sqlite":
        connection.connection.create_function(_SPELT, 1, spelt, deterministic=True)


def _sqlite(head: tuple[str, ...], words: tuple[str, ...]) -> list[str]:
    """Contentless FTS5: the rows hold the tokens, the index only where they are."""
    statements = []
    # Only titles are asked for while their last word is still being typed.
    beginnings = " ".join(map(str, range(1, BEGINNINGS + 1)))
    for name, columns, more in (
        ("head", head, f", prefix='{beginnings}'"),
        ("words", words, ""),
    ):
        table = f"portal_search_{name}"
        statements += [
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {table} USING fts5(tokens, "
            f"content='', columnsize=0, detail=none{more}, "
            f"tokenize=\"ascii tokenchars '_'\")",
            *_trigger(table, "insert", columns),
            *_trigger(table, "delete", columns),
        ]
    return statements


def _trigger(table: str, event: str, columns: tuple[str, ...]) -> list[str]:
    row = "new" if event == "insert" else "old"
    joined = line_of(
        f"{_SPELT}({row}.{column})" if column == "body" else f"{row}.{column}"
        for column in columns
    )
    write = (
        f"INSERT INTO {table}(rowid, tokens) VALUES (new.id, {joined})"  # noqa: S608
        if event == "insert"
        else f"INSERT INTO {table}({table}, rowid, tokens) "  # noqa: S608
        f"VALUES ('delete', old.id, {joined})"
    )
    only = f" WHEN {row}.part = 0" if table.endswith("head") else ""
    return [
        f"DROP TRIGGER IF EXISTS {table}_{event}",
        f"CREATE TRIGGER {table}_{event} AFTER {event} ON {TABLE}"
        f"{only} BEGIN {write}; END",
    ]


def _postgresql(head: tuple[str, ...], words: tuple[str, ...]) -> list[str]:
    """Lexemes are not stored once more beside the tokens they are made of.

    What is new waits in a short list that searches read through: a row has hundreds of
    lexemes, which are cheaper to file many at a time.
    """
    options = f"fastupdate = on, gin_pending_list_limit = {_PENDING_KB}"
    split = "array_remove(string_to_array(line, ' '), '')"
    lengths = f"generate_series(1, {BEGINNINGS})"
    begun = f"SELECT left(w, n) || '*' FROM unnest({split}) w, {lengths} n"  # noqa: S608
    return [
        _function(_LEXEMES, f"array_to_tsvector({split})"),
        _function(_BEGINNINGS, f"array_to_tsvector({split} || ARRAY({begun}))"),
        f"CREATE INDEX IF NOT EXISTS search_head ON {TABLE} "
        f"USING gin ({_lexemes(_BEGINNINGS, head)}) WITH ({options}) WHERE part = 0",
        f"CREATE INDEX IF NOT EXISTS search_words ON {TABLE} "
        f"USING gin ({_lexemes(_LEXEMES, words)}) WITH ({options})",
    ]


def _function(name: str, made: str) -> str:
    """Told that it is dear, the planner does not walk the rows for a rare word; nor may
    it start helpers, which takes longer than most searches."""
    return (
        f"CREATE OR REPLACE FUNCTION {name}(line text) RETURNS tsvector "
        "LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL UNSAFE COST 5000 "
        f"AS $$ BEGIN RETURN {made}; END $$"
    )


def _lexemes(function: str, columns: tuple[str, ...]) -> str:
    """Without positions: which words stand side by side is for the ranker to see."""
    return f"{function}({line_of(columns)})"


_BEGINNINGS, _LEXEMES = "portal_beginnings", "portal_lexemes"
_SPELT, _PENDING_KB = "portal_spelt", 1024
LEXEMES = {
    "head": _lexemes(_BEGINNINGS, HEAD),
    "words": _lexemes(_LEXEMES, WORDS),
}
"""What PostgreSQL's indexes are made of: a query must say the same to use them."""
