"""What is kept in memory: in each process, or in Redis for all of them."""

from pathlib import Path
from typing import Any


def caches(url: str, folder: Path) -> dict[str, dict[str, Any]]:
    """Of small things, of finished pages, of their PDFs.

    The address is Redis's, or empty: then PDFs, too large for each process's memory,
    lie in the folder.
    """
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
        "pdfs": {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": folder,
            **(kind if url else {}),
            "KEY_PREFIX": "pdfs",
            "OPTIONS": {} if url else {"MAX_ENTRIES": 300},
        },
    }
