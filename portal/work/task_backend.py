"""Tasks as rows; one that only repeats what already waits is not queued again.

A page is saved several times while it is published, and each save asks anew for its
words in the admin's search and for its references. Whoever does such a task reads the
page as it then stands, so that once is enough: once in a transaction. What several
transactions have queued, a worker does once (`portal.work.tasks`).
"""

import threading
from typing import Any
from weakref import WeakValueDictionary

from django.apps import apps
from django.db import router, transaction
from django_tasks_db import DatabaseBackend

#: Wagtail's own: they read a row by its key and write over what they wrote before.
REPEATABLE = frozenset(
    {
        "modelsearch.tasks.insert_or_update_object_task",
        "wagtail.tasks.update_reference_index_task",
    }
)


class _Queued:
    """Among what a transaction does at its commit, for as long as it can commit.

    A rollback, of a savepoint too, takes it away together with the task's row.
    """

    def __init__(self, result: Any) -> None:
        self.result = result

    def __call__(self) -> None:
        """Nothing is left to do: the row is there."""


class TaskBackend(DatabaseBackend):
    """Queues a repeatable task once in a transaction."""

    def __init__(self, alias: str, params: dict) -> None:
        super().__init__(alias, params)
        self._of_thread = threading.local()

    def enqueue(self, task, args, kwargs):
        # The first task is declared before there are models.
        using = router.db_for_write(
            apps.get_model("django_tasks_database", "DBTaskResult")
        )
        connection = transaction.get_connection(using)
        if task.module_path not in REPEATABLE or not connection.in_atomic_block:
            return super().enqueue(task, args, kwargs)
        key = (using, task.module_path, repr((args, kwargs)))
        queued = self._waiting.get(key)
        # The newest come last: what repeats follows closely.
        at_commit = reversed(connection.run_on_commit)
        pending = (function for _ids, function, *_how in at_commit)
        if queued is not None and any(one is queued for one in pending):
            return queued.result
        queued = _Queued(super().enqueue(task, args, kwargs))
        self._waiting[key] = queued
        transaction.on_commit(queued, using=using)
        return queued.result

    @property
    def _waiting(self) -> WeakValueDictionary[tuple, _Queued]:
        """What this thread's transactions have queued; no entry outlives its own."""
        if not hasattr(self._of_thread, "waiting"):
            self._of_thread.waiting = WeakValueDictionary()
        return self._of_thread.waiting
