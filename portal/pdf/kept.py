"""A page's PDF, kept until somebody publishes something: a drawing costs a second."""

import logging

from django.core.cache import caches
from django.http import HttpRequest

from portal.page_cache import generation
from portal.page_cache.middleware import shared_key

#: The key holds the day: what is in force may change at midnight.
_SECONDS = 24 * 3600
_log = logging.getLogger(__name__)


class KeptPdf:
    """The place of one request's PDF; of a reader's own page nothing is kept."""

    def __init__(self, request: HttpRequest) -> None:
        key = shared_key(request)
        self._key = f"pdf-{key}" if key else ""
        # Read before the page is: what is published meanwhile makes the PDF old.
        self._counts = generation.current() if key else ""

    def read(self) -> bytes | None:
        if not self._key:
            return None
        counts, content = caches["pdfs"].get(self._key) or ("", None)
        return content if counts == self._counts else None

    def write(self, content: bytes) -> None:
        if not self._key:
            return
        try:
            caches["pdfs"].set(self._key, (self._counts, content), _SECONDS)
        except OSError as error:  # a full disk: the reader has the drawing all the same
            _log.warning("a PDF is not kept: %s", error)
