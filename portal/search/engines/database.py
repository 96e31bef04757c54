"""What the engines inside the database share: their index follows the rows."""

from collections.abc import Sequence
from typing import ClassVar

from django.db import connection

from portal.models import SearchEntry, SearchText
from portal.search.engines import Counts, Wanted
from portal.search.keys import slot_range

BATCH = 200


def write(entries: Sequence[SearchEntry]) -> None:
    """Store entries and what they say."""
    SearchEntry.objects.bulk_create(entries, batch_size=BATCH)
    said = [SearchText(entry_id=entry.id, text=entry.shown) for entry in entries]
    SearchText.objects.bulk_create(said, batch_size=BATCH)


def erase(pages: Sequence[int], slot: int | None) -> None:
    """Remove the pages' entries and texts, of one slot or of both."""
    rows = SearchEntry.objects.filter(page_id__in=pages)
    if slot is not None:
        first, beyond = slot_range(slot)
        rows = rows.filter(id__gte=first, id__lt=beyond)
    texts = SearchText.objects.filter(entry__in=list(rows.values_list("id", flat=True)))
    # Nothing else hangs on them: no need to read them before they go.
    texts._raw_delete(texts.db)
    rows._raw_delete(rows.db)


class DatabaseEngine:
    """An index that triggers or generated columns keep, see `portal.search.schema`."""

    candidates_sql: ClassVar[str]
    counts_sql: ClassVar[str]

    def put(self, entries: Sequence[SearchEntry]) -> None:
        write(entries)

    def delete(self, pages: Sequence[int], slot: int | None = None) -> None:
        erase(pages, slot)

    def settle(self) -> None:
        """PostgreSQL's autovacuum does it by itself."""

    def expression(self, wanted: Wanted, *, joined: str) -> str:
        """The tokens in the engine's own language; `joined` is AND or OR."""
        raise NotImplementedError

    def candidates(
        self, wanted: Wanted, *, slot: int, in_head: bool, limit: int
    ) -> list[int]:
        expression = self.expression(wanted, joined="AND")
        return self._keys(expression, slot, "head" if in_head else "words", limit)

    def candidates_or(self, wanted: Wanted, *, slot: int, limit: int) -> list[int]:
        return self._keys(self.expression(wanted, joined="OR"), slot, "words", limit)

    def counts(self, wanted: Wanted, *, slot: int, limit: int) -> Counts:
        expression = self.expression(wanted, joined="AND")
        rows = self._rows(self.counts_sql, expression, slot, limit)
        seen = sum(entries for _facets, _pages, entries in rows)
        return Counts({row[0]: row[1] for row in rows}, complete=seen < limit)

    def _keys(self, expression: str, slot: int, where: str, limit: int) -> list[int]:
        sql = self.candidates_sql.format(where=where)
        return [row[0] for row in self._rows(sql, expression, slot, limit)]

    def _rows(self, sql: str, expression: str, slot: int, limit: int) -> list[tuple]:
        if not expression:
            return []
        with connection.cursor() as cursor:
            cursor.execute(sql, [expression, *slot_range(slot), limit])
            return cursor.fetchall()


def joined_groups(wanted: Wanted, joined: str, *, write, both: str, either: str) -> str:
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
