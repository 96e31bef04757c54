"""What is kept in memory: in each process, or in Redis for all of them."""

from typing import Any


def caches(url: str) -> dict[str, dict[str, Any]]:
    """Of small things, and of finished pages; the address is Redis's, or empty."""
    kind = (
        {"BACKEND": "portal.cache.SoftRedisCache", "LOCATION": url}
        if url
        else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    )
    return {
        "default": {"LOCATION": "portal", **kind},
        "pages": {
            "LOCATION": "pages",
            **kind,
            "KEY_PREFIX": "pages",
            "OPTIONS": {} if url else {"MAX_ENTRIES": 500},
        },
    }
