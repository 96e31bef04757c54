"""The full-text index beside the rows, kept by the database itself.

Two token sets per row: `head` (number, title, title with marks) of whole pages only,
and `words` (everything). Triggers on SQLite and generated columns on PostgreSQL keep
them, so no way of writing or deleting a row can leave them behind.
"""

from django.db import DEFAULT_DB_ALIAS, connections

HEAD = ("folded", "exact", "keys", "facets")
WORDS = ("folded", "context", "keys", "body", "facets")
TABLE = "portal_searchentry"


def install(using: str = DEFAULT_DB_ALIAS) -> None:
    """Make what is missing; Django drops triggers when it rebuilds a SQLite table."""
    connection = connections[using]
    made = {"sqlite": _sqlite, "postgresql": _postgresql}.get(connection.vendor)
    if made is None:
        return
    with connection.cursor() as cursor:
        for statement in made():
            cursor.execute(statement)


def _sqlite() -> list[str]:
    """Contentless FTS5: the rows hold the tokens, the index only where they are."""
    statements = []
    for name, columns in (("head", HEAD), ("words", WORDS)):
        table = f"portal_search_{name}"
        statements += [
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {table} USING fts5(tokens, "
            f"content='', columnsize=0, detail=none, "
            f"tokenize=\"ascii tokenchars '_'\")",
            _trigger(table, "insert", columns),
            _trigger(table, "delete", columns),
        ]
    return statements


def _trigger(table: str, event: str, columns: tuple[str, ...]) -> str:
    row = "new" if event == "insert" else "old"
    joined = " || ' ' || ".join(f"{row}.{column}" for column in columns)
    write = (
        f"INSERT INTO {table}(rowid, tokens) VALUES (new.id, {joined})"  # noqa: S608
        if event == "insert"
        else f"INSERT INTO {table}({table}, rowid, tokens) "  # noqa: S608
        f"VALUES ('delete', old.id, {joined})"
    )
    only = f" WHEN {row}.part = 0" if table.endswith("head") else ""
    return (
        f"CREATE TRIGGER IF NOT EXISTS {table}_{event} AFTER {event} ON {TABLE}"
        f"{only} BEGIN {write}; END"
    )


def _postgresql() -> list[str]:
    head, words = _lexemes(HEAD), _lexemes(WORDS)
    return [
        f"ALTER TABLE {TABLE} "
        f"ADD COLUMN IF NOT EXISTS head tsvector GENERATED ALWAYS AS "
        f"(CASE WHEN part = 0 THEN {head} END) STORED, "
        f"ADD COLUMN IF NOT EXISTS words tsvector GENERATED ALWAYS AS ({words}) STORED",
        f"CREATE INDEX IF NOT EXISTS search_head ON {TABLE} "
        "USING gin (head) WITH (fastupdate = off)",
        f"CREATE INDEX IF NOT EXISTS search_words ON {TABLE} "
        "USING gin (words) WITH (fastupdate = off)",
    ]


def _lexemes(columns: tuple[str, ...]) -> str:
    """Without positions: which words stand side by side is for the ranker to see."""
    joined = " || ' ' || ".join(columns)
    return f"array_to_tsvector(array_remove(string_to_array({joined}, ' '), ''))"
