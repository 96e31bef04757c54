"""A page as a tagged PDF/UA, where the machine has Pango."""

from __future__ import annotations

import ctypes
import logging
import threading
from collections.abc import Callable
from datetime import datetime
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render as render_template
from django.template.loader import select_template
from django.utils import timezone
from django.utils.http import http_date

from portal.file_names import saved_as
from portal.guard.responses import try_later
from portal.pdf.kept import KeptPdf

__all__ = [
    "LIBRARIES",
    "PACKAGES",
    "available",
    "page_html",
    "pdf_response",
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
_AGAIN_AFTER = 5


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


def page_html(page, request: HttpRequest, *, printed_at: datetime) -> str:
    """The document to print: `pdf/<the page's template>`, else the general one."""
    context = page.get_context(request)
    context |= {
        "for_print": True,
        "printed_at": printed_at,
        "source_url": page.get_full_url(request) or request.build_absolute_uri("/"),
    }
    names = [f"pdf/{page.get_template(request)}", page.pdf_template]
    return select_template(names).render(context, request)


def printed(write_html: Callable[[], str], base_url: str, *, name: str) -> bytes | None:
    """The PDF of what `write_html` returns; None where none can be made now.

    `name` stands in the log should the drawing fail: it names no person.
    """
    try:
        return _one_at_a_time(lambda: render(write_html(), base_url), name)
    except _Busy:
        return None


class _Busy(Exception):
    """Others are having theirs made."""


def _one_at_a_time(draw: Callable[[], bytes], name: str) -> bytes | None:
    """What is drawn, None where that fails; raises `_Busy` where the room is full."""
    if not available():
        return None
    if not _ROOM.acquire(blocking=False):
        raise _Busy
    try:
        if not _ONE_AT_A_TIME.acquire(timeout=_PATIENCE_SECONDS):
            raise _Busy
        try:
            return draw()
        finally:
            _ONE_AT_A_TIME.release()
    except _Busy:
        raise
    except Exception:
        logger.exception("No PDF of %s", name)
        return None
    finally:
        _ROOM.release()


def pdf_response(page, request: HttpRequest) -> HttpResponse:
    """Answer with the page's PDF, or with a page that offers the browser's print."""
    kept = KeptPdf(request)

    def draw() -> bytes:
        # Who waited may find it made by the one before.
        if found := kept.read():
            return found
        html = page_html(page, request, printed_at=timezone.now())
        content = render(html, request.build_absolute_uri(page.get_url(request)))
        kept.write(content)
        return content

    try:
        content = kept.read() or _one_at_a_time(draw, f"page {page.pk}")
    except _Busy:
        return _unavailable(page, request, again=True)
    if content is None:
        return _unavailable(page, request, again=False)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = saved_as(f"{page.title}.pdf", inline=True)
    response["X-Robots-Tag"] = "noindex"
    if page.last_published_at:
        response["Last-Modified"] = http_date(page.last_published_at.timestamp())
    return response


def _unavailable(page, request: HttpRequest, *, again: bool) -> HttpResponse:
    """The browser's own print in its place; asks once more, if others were before."""
    context = {"page": page, "again": again}
    response = render_template(request, "pdf/unavailable.html", context)
    if again:
        response["Refresh"] = str(_AGAIN_AFTER)
    return try_later(response, _AGAIN_AFTER if again else 60)


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
