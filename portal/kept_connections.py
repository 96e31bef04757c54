"""SQLite's file stays open from one request to the next, while it is that file.

Opening it, and settling how it is read, costs a third of a plain page. Whoever puts
another file in its place (a copy brought back by hand) must not go on being answered
from the one that has gone.
"""

import os
from weakref import WeakKeyDictionary

from django.core.signals import request_started
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.dispatch import receiver

File = tuple[int, int]
_opened: WeakKeyDictionary[BaseDatabaseWrapper, File | None] = WeakKeyDictionary()


@receiver(connection_created)
def remember_the_file(connection: BaseDatabaseWrapper, **kwargs) -> None:
    """Which file it was when it was opened."""
    if connection.vendor == "sqlite":
        _opened[connection] = _file(connection)


@receiver(request_started)
def close_what_was_replaced(**kwargs) -> None:
    """Before a request: the next query opens the file that lies there now."""
    for connection in connections.all(initialized_only=True):
        if (
            connection.vendor == "sqlite"
            and connection.connection is not None
            and not connection.in_atomic_block
            and _opened.get(connection) != _file(connection)
        ):
            connection.close()


def _file(connection: BaseDatabaseWrapper) -> File | None:
    """Device and number of the file; None of a database in memory."""
    try:
        found = os.stat(connection.settings_dict["NAME"])
    except OSError:
        return None
    return found.st_dev, found.st_ino
