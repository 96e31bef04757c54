"""What a page's saves ask to be written besides, done once instead of at each save.

Publishing a new page saves it three times, and each save has its search words and its
references written anew from the page as it then stands. Only the last time is seen by
anybody who looks when all is done.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from django_tasks.backends.immediate import ImmediateBackend
from modelsearch.tasks import insert_or_update_object_task
from wagtail.tasks import update_reference_index_task

#: They read a page or a row by its key and write it over what they wrote before.
REPEATABLE = {insert_or_update_object_task.name, update_reference_index_task.name}


@contextmanager
def at_the_end() -> Iterator[None]:
    """Within it, search words and references of what is saved are not written yet.

    At its end they are, once for each page or row, in the order of their last save.
    Whatever fails within it leaves nothing to be written.
    """
    at_once = ImmediateBackend.enqueue
    waiting: dict[tuple, tuple] = {}

    def enqueue(backend, task, args, kwargs):
        if task.name not in REPEATABLE:
            return at_once(backend, task, args, kwargs)
        waiting.pop((task.name, *args), None)
        waiting[task.name, *args] = (backend, task, args, kwargs)

    with mock.patch.object(ImmediateBackend, "enqueue", enqueue):
        yield
    for asked in waiting.values():
        at_once(*asked)
