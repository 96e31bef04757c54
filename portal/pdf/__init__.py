"""A document as a tagged PDF/UA, where the machine has Pango.

What draws one in a process of its own imports this too: no Wagtail here.
"""

from __future__ import annotations

import ctypes
import logging
import threading
from collections.abc import Callable
from functools import cache

__all__ = [
    "LIBRARIES",
    "PACKAGES",
    "Busy",
    "available",
    "one_at_a_time",
    "printed",
    "render",
]

logger = logging.getLogger(__name__)

# One of each row must load; the packages are what Debian calls them.
LIBRARIES = (
    ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll"),
    ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
    (
        "libharfbuzz-subset.so.0",
        "libharfbuzz-subset.0.dylib",
        "libharfbuzz-subset-0.dll",
    ),
)
PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"

# A long page takes 200 MB and a core: one at a time in each process. One more waits;
# who comes then is asked to come back, so that readers of pages find a thread.
_ROOM = threading.BoundedSemaphore(2)
_ONE_AT_A_TIME = threading.Lock()
_PATIENCE_SECONDS = 8


@cache
def available() -> bool:
    """Whether the libraries WeasyPrint draws with are there. Cheap: it stays out."""
    return all(any(map(_loads, names)) for names in LIBRARIES)


def render(html: str, base_url: str) -> bytes:
    """Return the PDF of a whole HTML document.

    Relative links become addresses under `base_url`; only files of the media and
    static roots are read, whatever the document asks for.
    """
    from portal.pdf import engine  # needs Pango, and half a second to import

    return engine.render(html, base_url)


def printed(write_html: Callable[[], str], base_url: str, *, name: str) -> bytes | None:
    """The PDF of what `write_html` returns; None where none can be made now.

    `name` stands in the log should the drawing fail: it names no person.
    """
    try:
        return one_at_a_time(lambda: render(write_html(), base_url), name)
    except Busy:
        return None


class Busy(Exception):
    """Others are having theirs made."""


def one_at_a_time(draw: Callable[[], bytes], name: str) -> bytes | None:
    """What is drawn, None where that fails; raises `Busy` where the room is full."""
    if not available():
        return None
    if not _ROOM.acquire(blocking=False):
        raise Busy
    try:
        if not _ONE_AT_A_TIME.acquire(timeout=_PATIENCE_SECONDS):
            raise Busy
        try:
            return draw()
        finally:
            _ONE_AT_A_TIME.release()
    except Busy:
        raise
    except Exception:
        logger.exception("No PDF of %s", name)
        return None
    finally:
        _ROOM.release()


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
