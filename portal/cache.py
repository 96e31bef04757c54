"""A shared cache that readers never notice is down."""

import logging

from django.core.cache.backends.redis import RedisCache

logger = logging.getLogger(__name__)


class SoftRedisCache(RedisCache):
    """Redis as a cache and nothing more: an unreachable server is a miss.

    Reads answer the default, writes are dropped, each with one line in the log.
    """

    def _soft(self, name: str, fallback, *args, **kwargs):
        from redis.exceptions import RedisError  # only where Redis is configured

        try:
            return getattr(super(), name)(*args, **kwargs)
        except (RedisError, OSError) as error:
            logger.warning("cache %s skipped: %s", name, type(error).__name__)
            return fallback

    def get(self, key, default=None, version=None):
        return self._soft("get", default, key, default=default, version=version)

    def get_many(self, keys, version=None):
        return self._soft("get_many", {}, keys, version=version)

    def add(self, key, value, *args, **kwargs):
        return self._soft("add", False, key, value, *args, **kwargs)

    def set(self, key, value, *args, **kwargs):
        return self._soft("set", None, key, value, *args, **kwargs)

    def set_many(self, data, *args, **kwargs):
        return self._soft("set_many", [], data, *args, **kwargs)

    def touch(self, key, *args, **kwargs):
        return self._soft("touch", False, key, *args, **kwargs)

    def delete(self, key, version=None):
        return self._soft("delete", False, key, version=version)

    def delete_many(self, keys, version=None):
        return self._soft("delete_many", None, keys, version=version)

    def has_key(self, key, version=None):
        return self._soft("has_key", False, key, version=version)

    def incr(self, key, delta=1, version=None):
        return self._soft("incr", delta, key, delta=delta, version=version)

    def clear(self):
        return self._soft("clear", None)
