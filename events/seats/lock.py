"""Waiting for a lock, but not for long."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection, transaction

from events.seats.errors import SeatsBusy
from events.seats.file_lock import LockTimeout, file_lock

# Nobody waits longer than this for others' registrations before being told so.
LONGEST_WAIT = 3.0
_MILLISECONDS = int(LONGEST_WAIT * 1000)
#: Seconds for which Python has SQLite wait where no setting says how long.
_SQLITES_OWN = 5.0
_LOCKED = ("database is locked", "database table is locked", "lock timeout")


@contextmanager
def short_wait() -> Iterator[None]:
    """A transaction in which no lock is waited for much longer than LONGEST_WAIT.

    Raises SeatsBusy then; nothing of the block has been kept.
    """
    one_at_a_time = _sqlite if connection.vendor == "sqlite" else _postgresql
    try:
        with one_at_a_time():
            yield
    except LockTimeout as error:
        raise SeatsBusy from error
    except OperationalError as error:
        if any(words in str(error) for words in _LOCKED):
            raise SeatsBusy from error
        raise


@contextmanager
def _postgresql() -> Iterator[None]:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = {_MILLISECONDS}")
        yield


@contextmanager
def _sqlite() -> Iterator[None]:
    """Registrations wait for each other at a file lock, for other writers at SQLite."""
    in_memory = connection.is_in_memory_db()  # type: ignore[attr-defined]  # SQLite only
    if connection.in_atomic_block or in_memory:
        with transaction.atomic():
            yield
        return
    path = f"{connection.settings_dict['NAME']}-seats"
    with file_lock(path, seconds=LONGEST_WAIT), _busy_timeout(), transaction.atomic():
        yield


@contextmanager
def _busy_timeout() -> Iterator[None]:
    """How long SQLite itself waits for the write lock, within the block."""
    # As SQLite was opened: nobody but this block says otherwise.
    before = connection.settings_dict["OPTIONS"].get("timeout", _SQLITES_OWN) * 1000
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {_MILLISECONDS}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout = {int(before)}")
