"""What the engines inside the database share: their index follows the rows."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import attrgetter, itemgetter
from sqlite3 import SQLITE_LIMIT_VARIABLE_NUMBER
from typing import Any, ClassVar

from django.db import connection, models

from portal.models import SearchEntry, SearchText
from portal.search.analyser import coded_line, folded_line
from portal.search.engines.model import Counts, Wanted
from portal.search.entries import Entry
from portal.search.entry_keys import page_of_key, slot_range


def write(entries: Iterable[Entry]) -> None:
    """Store entries and what they say, in the transaction under way.

    Past the ORM, which takes longer than the database does.
    """
    said: list[tuple[int, str, str]] = []
    _insert(SearchEntry, [*_COLUMNS, "body"], _rows(entries, said))
    _insert(SearchText, ["entry_id", "text", "asked_as"], said)


_AT_ONCE = 500
_FIELDS = [f for f in SearchEntry._meta.concrete_fields if f.name != "body"]
_COLUMNS = [str(field.column) for field in _FIELDS]
_VALUES = attrgetter(*(field.attname for field in _FIELDS))
_DATED = _COLUMNS.index("dated")


def _rows(
    entries: Iterable[Entry], said: list[tuple[int, str, str]]
) -> Iterator[list[Any]]:
    """The columns of each entry, as it comes; what it says is noted aside."""
    # As a `CodedLineField` has it, made of the text at once.
    line_of = coded_line if connection.vendor == "sqlite" else folded_line
    for entry in entries:
        row = [*_VALUES(entry), line_of(entry.text)]
        row[_DATED] = entry.dated and entry.dated.isoformat()
        said.append((entry.id, entry.text, entry.asked_as))
        yield row


def _insert(
    model: type[models.Model], columns: list[str], rows: Iterable[Sequence[Any]]
) -> None:
    store = _copied if connection.vendor == "postgresql" else _in_statements
    store(model._meta.db_table, columns, rows)


def _copied(table: str, columns: list[str], rows: Iterable[Sequence[Any]]) -> None:
    """COPY: the server files one row while the next is made."""
    with (
        connection.cursor() as cursor,
        cursor.cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as to,
    ):
        for row in rows:
            to.write_row(row)


def _in_statements(
    table: str, columns: list[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Hundreds of rows a statement: FTS5 writes a piece of index for each that fires
    its triggers."""
    most = connection.connection.getlimit(SQLITE_LIMIT_VARIABLE_NUMBER)
    at_once, rest = min(_AT_ONCE, most // len(columns)), iter(rows)
    places = f"({', '.join(['%s'] * len(columns))})"
    begun = f"INSERT INTO {table} ({', '.join(columns)}) VALUES "  # noqa: S608
    with connection.cursor() as cursor:
        # In order: FTS5 begins a piece anew wherever a row comes before the last one.
        while some := sorted(islice(rest, at_once), key=itemgetter(0)):
            command = begun + ", ".join([places] * len(some))
            cursor.execute(command, [value for row in some for value in row])


def erase(pages: Sequence[int], slot: int | None) -> None:
    """Remove the pages' entries and texts, of one slot or of both."""
    # Whole numbers, ours: nothing to escape.
    listed = ", ".join(str(int(page)) for page in pages)
    if not listed:
        return
    first, beyond = (0, slot_range(1)[1]) if slot is None else slot_range(slot)
    theirs = f"page_id IN ({listed}) AND id >= {first} AND id < {beyond}"
    with connection.cursor() as cursor:
        for statement in _ERASE[connection.vendor]:
            cursor.execute(statement.format(theirs))


_ERASE = {
    "sqlite": (
        "DELETE FROM portal_searchtext WHERE entry_id IN "
        "(SELECT id FROM portal_searchentry WHERE {})",
        "DELETE FROM portal_searchentry WHERE {}",
    ),
    # At once: on its way to the server and back a statement takes longer than there.
    "postgresql": (
        "WITH gone AS (DELETE FROM portal_searchentry WHERE {} RETURNING id) "
        "DELETE FROM portal_searchtext USING gone WHERE entry_id = gone.id",
    ),
}


class DatabaseEngine:
    """An index the database keeps by itself, see `portal.search.schema`."""

    newest_sql: ClassVar[Mapping[str, str]]
    counts_sql: ClassVar[str]

    def put(self, entries: Iterable[Entry]) -> None:
        write(entries)

    def delete(self, pages: Sequence[int], slot: int | None = None) -> None:
        erase(pages, slot)

    def settle(self) -> None:
        raise NotImplementedError

    def sql_of(self, wanted: Wanted, where: str) -> str:
        """What asks for the newest keys; an engine may know better for some."""
        return self.newest_sql[where]

    def expression(self, wanted: Wanted, *, joined: str, in_head: bool = False) -> str:
        """The tokens in the engine's own language; `joined` is AND or OR."""
        raise NotImplementedError

    def candidates(
        self, wanted: Wanted, *, slot: int, in_head: bool, limit: int
    ) -> list[int]:
        sql = self.sql_of(wanted, "head" if in_head else "words")
        expression = self.expression(wanted, joined="AND", in_head=in_head)
        # How common words are in titles alone nobody counted.
        everywhere = [slot_range(slot)]
        ranges = everywhere if in_head else self.ranges(wanted, slot, limit)
        return [row[0] for row in self._rows(sql, expression, ranges, limit)]

    def candidates_or(self, wanted: Wanted, *, slot: int, limit: int) -> list[int]:
        expression = self.expression(wanted, joined="OR")
        ranges = self.ranges(wanted, slot, limit)
        rows = self._rows(self.newest_sql["words"], expression, ranges, limit)
        return [row[0] for row in rows]

    def counts(self, wanted: Wanted, *, slot: int, limit: int) -> Counts:
        expression = self.expression(wanted, joined="AND")
        ranges = self.ranges(wanted, slot, limit)
        return counted(self._rows(self.counts_sql, expression, ranges, limit), limit)

    def ranges(
        self, wanted: Wanted, slot: int, limit: int
    ) -> Iterator[tuple[int, int]]:
        """Keys to ask among, one range after the other until so many are found."""
        yield slot_range(slot)

    def _rows(
        self, sql: str, expression: str, ranges: Iterable[tuple[int, int]], limit: int
    ) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = []
        with connection.cursor() as cursor:
            for between in ranges if expression else ():
                cursor.execute(sql, [expression, *between, limit])
                rows = cursor.fetchall()
                if len(rows) >= limit:
                    break
        return rows


def counted(rows: Sequence[tuple[int, str]], limit: int) -> Counts:
    """Counts from the keys and facets of what was found."""
    # All entries of a page have the same: those of the page.
    pages = {page_of_key(key): facets for key, facets in rows}
    keys = sorted((key for key, _facets in rows), reverse=True)
    return Counts(Counter(pages.values()), len(rows) < limit, tuple(keys))


def joined_groups(
    wanted: Wanted,
    joined: str,
    *,
    write: Callable[[str, bool], str],
    both: str,
    either: str,
) -> str:
    """A boolean expression from operators; `write` writes one token."""

    def alternative(words: tuple[str, ...]) -> str:
        return _within(both, [write(word, False) for word in words])

    groups = [_within(either, [alternative(a) for a in g]) for g in wanted.groups]
    if wanted.starts:
        groups.append(write(wanted.starts, True))
    filters = [
        _within(either, [write(token, False) for token in tokens])
        for tokens in wanted.filters
    ]
    found = [_within(both if joined == "AND" else either, groups)] if groups else []
    return _within(both, [*found, *filters])


def _within(operator: str, pieces: list[str]) -> str:
    return pieces[0] if len(pieces) == 1 else f"({operator.join(pieces)})"
