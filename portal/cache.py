"""A shared cache that readers never notice is down."""

import logging
import threading
import time
from collections.abc import Callable
from typing import Any

from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache

logger = logging.getLogger(__name__)

#: How long one answer of Redis may take, in seconds.
PATIENCE = 0.2
#: How long a process leaves Redis alone once it has failed, in seconds.
REST = 5.0


class Breaker:
    """Whether to ask a server that may be down; one for all threads of a process."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._rests_until: float | None = None

    def lets_through(self) -> bool:
        """True while the server answers; after a rest, for the one who tries again."""
        if self._rests_until is None:
            return True
        with self._lock:
            if self._rests_until is None:
                return True
            if self._clock() < self._rests_until:
                return False
            self._rests_until = self._clock() + REST
            return True

    def failed(self) -> bool:
        """Begin a rest. True where the server had answered until now."""
        with self._lock:
            is_new = self._rests_until is None
            self._rests_until = self._clock() + REST
            return is_new

    def answered(self) -> bool:
        """End the rest. True where there was one."""
        if self._rests_until is None:
            return False
        with self._lock:
            was_down, self._rests_until = self._rests_until is not None, None
            return was_down


# Django makes a cache object for each thread.
_breakers: dict[str, Breaker] = {}


class SoftRedisCache(RedisCache):
    """Redis that is asked for no longer than a reader notices.

    While it is hung or gone, each process goes on with a memory of its own, and asks
    again every `REST` seconds: counts that brake a flood then hold for each process
    alone. Nothing that must be right is kept in any cache.
    """

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        options = {"socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE}
        options |= params.get("OPTIONS") or {}
        super().__init__(server, params | {"OPTIONS": options})
        self._breaker = _breakers.setdefault(server, Breaker())
        self._memory = LocMemCache(f"without {server}", params | {"OPTIONS": {}})

    def _ask(self, name: str, *args, **kwargs):
        """The method of Django's Redis cache, else of this process's memory."""
        from redis.exceptions import RedisError  # installed where Redis is configured

        if self._breaker.lets_through():
            try:
                answer = getattr(super(), name)(*args, **kwargs)
            except (RedisError, OSError) as error:
                if self._breaker.failed():
                    self._memory.clear()
                    logger.warning("Redis is left alone: %s", type(error).__name__)
            else:
                if self._breaker.answered():
                    logger.warning("Redis answers again")
                return answer
        return getattr(self._memory, name)(*args, **kwargs)


def _soft(name: str) -> Callable:
    def method(self: SoftRedisCache, *args, **kwargs):
        return self._ask(name, *args, **kwargs)

    method.__doc__ = getattr(BaseCache, name).__doc__
    return method


# All that Django's Redis cache sends to the server.
_ASKED = (
    "add",
    "get",
    "set",
    "touch",
    "delete",
    "get_many",
    "has_key",
    "incr",
    "set_many",
    "delete_many",
    "clear",
)
for _name in _ASKED:
    setattr(SoftRedisCache, _name, _soft(_name))
