"""Which of two servers a query goes to."""

from contextvars import ContextVar

from django.conf import settings
from django.db import connections

PRIMARY, REPLICA = "default", "replica"
# Of the request this thread is answering; a thread without one asks the primary.
_reads: ContextVar[bool] = ContextVar("reads_replica", default=False)
_has_read: ContextVar[bool] = ContextVar("has_read_replica", default=False)


def is_configured() -> bool:
    """Whether the settings name a replica at all."""
    return REPLICA in settings.DATABASES


def read_replica() -> None:
    """From now on this request reads from the replica, until it writes."""
    _reads.set(True)
    _has_read.set(False)


def read_primary() -> None:
    """From now on everything goes to the primary."""
    _reads.set(False)


def has_read() -> bool:
    """Whether anything was asked of the replica since `read_replica`."""
    return _has_read.get()


class ReplicaRouter:
    """Reads of a request that may, to the replica; all else to the primary."""

    def db_for_read(self, model: type, **hints) -> str:
        # Within a transaction its own writes are to be seen.
        if not _reads.get() or connections[PRIMARY].in_atomic_block:
            return PRIMARY
        _has_read.set(True)
        return REPLICA

    def db_for_write(self, model: type, **hints) -> str:
        """What is locked, too; what was written must be read again."""
        _reads.set(False)
        return PRIMARY

    def allow_relation(self, one, other, **hints) -> bool:
        return True

    def allow_migrate(self, db: str, app_label: str, **hints) -> bool | None:
        return False if db == REPLICA else None
