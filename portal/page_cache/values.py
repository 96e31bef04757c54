"""What every reader is shown alike, read once per process until somebody publishes.

The data of a page that is made anew, where a finished one (`middleware.py`) does not
serve: a filter nobody chose before, an editor who is signed in.
"""

import time
from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from django.conf import settings
from django.db import connection

from portal.page_cache import generation

# What is written around signals (`update`, `bulk_create`) moves nothing on.
_SECONDS = 60


P = ParamSpec("P")
T = TypeVar("T")


def _is_shared() -> bool:
    """Whether everybody sees the same: not in a transaction, which sees its own."""
    return settings.PAGE_CACHE and not connection.in_atomic_block


def until_published(
    maxsize: int = 16,
) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Keep what the function returns for its last `maxsize` different arguments.

    Asked again only once something was written that a page could show, or after a
    minute. The arguments must be hashable, a day among them where it counts; what is
    returned is shared by all threads, and nobody may change it.
    """

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        @lru_cache(maxsize)
        def kept(_counts: Hashable, *args, **kwargs) -> T:
            return function(*args, **kwargs)

        @wraps(function)
        def value(*args: P.args, **kwargs: P.kwargs) -> T:
            # Read before the value is: what is published meanwhile makes it old.
            counts = generation.of_request() if _is_shared() else ""
            if not counts:
                return function(*args, **kwargs)
            minute = time.monotonic() // _SECONDS
            return kept((counts, minute), *args, **kwargs)  # type: ignore[arg-type]

        return value

    return decorate
