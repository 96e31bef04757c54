"""SQLite's log of writes, in which what was erased would lie on."""

from django.db.backends.base.base import BaseDatabaseWrapper


def empty(connection: BaseDatabaseWrapper) -> bool:
    """Carry the log over into the file and cut it to nothing; False where it is in use.

    The file's own pages are overwritten when a row is deleted; the log keeps them as
    they were until it is written over, which for its end may be never. Other engines
    clear theirs by themselves: True. Call it outside of a transaction.
    """
    if connection.vendor != "sqlite":
        return True
    with connection.cursor() as cursor:
        is_busy, *_pages = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not is_busy
