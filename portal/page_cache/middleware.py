"""Pages that anonymous readers share, kept until somebody publishes something.

Kept is the finished answer, compressed as it was sent. One is given again only while
nothing was written since that a page could show, on the same day, and no longer than
the `max-age` it promised: what no write announces (an hour that has come, a seat that
was taken) is never older than that.
"""

import re
import time
from collections.abc import Callable
from hashlib import blake2b
from typing import NamedTuple

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import parse_http_date_safe

from portal.page_cache import generation

#: Filters, orders and pages of lists and search. Any other word in an address is
#: rendered anew: who makes words up fills no cache.
PARAMETERS = frozenset(
    {
        "cap",
        "chi-phi",
        "chu-de",
        "co-quan",
        "den",
        "don-vi",
        "hieu-luc",
        "linh-vuc",
        "loai",
        "muc",
        "nam",
        "ngay",
        "nhan-rong",
        "noi",
        "q",
        "sap-xep",
        "thang",
        "thoi-gian",
        "trang",
        "tu",
        "xem",
        "xep",
    }
)
LONGEST_QUERY = 300
#: Who has no session has no cookie that matters; how it is packed is in the key.
_SETTLED = frozenset({"", "accept-encoding", "cookie"})
_MAX_AGE = re.compile(r"\bmax-age=(\d+)")
_OWN_TO_A_REQUEST = ("Date", "Age", "X-Request-ID")


class Kept(NamedTuple):
    """A finished answer; `made` and `until` are seconds of the epoch."""

    generation: str
    made: float
    until: float
    headers: tuple[tuple[str, str], ...]
    content: bytes


class PageCacheMiddleware:
    """Answers from the cache whoever is nobody in particular.

    Stands outside compression, so that nothing is packed twice. Never keeps what sets
    a cookie, what is not `public`, or what depends on more than the address.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.PAGE_CACHE:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not _is_shared(request):
            return self.get_response(request)
        now, key = time.time(), _key(request)
        # Read before the page is made: what is published meanwhile makes it old.
        counts, kept = _read(key)
        if kept and kept.generation == counts and now < kept.until:
            return _answer(request, kept, now)
        response = self.get_response(request)
        lasts = _lasts(response)
        if lasts:
            _keep(key, response, counts, now, lasts)
        return response


def shared_key(request: HttpRequest) -> str:
    """The key of what is answered to whoever asks alike; empty for a reader's own."""
    return _key(request) if settings.PAGE_CACHE and _is_shared(request) else ""


def _is_shared(request: HttpRequest) -> bool:
    """Whether another reader would be answered alike; looks at the request alone."""
    query = request.META.get("QUERY_STRING", "")
    return (
        request.method in ("GET", "HEAD")
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "HTTP_AUTHORIZATION" not in request.META
        and "HTTP_RANGE" not in request.META
        and len(query) <= LONGEST_QUERY
        and (not query or request.GET.keys() <= PARAMETERS)
    )


def _key(request: HttpRequest) -> str:
    packed = "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")
    # For the day it was made on: what is in force may change at midnight.
    parts = (
        str(request.method),
        str(request.scheme),
        request.META.get("HTTP_HOST", ""),
        request.get_full_path(),
        str(packed),
        str(timezone.localdate()),
    )
    return blake2b("\n".join(parts).encode(), digest_size=20).hexdigest()


def _lasts(response: HttpResponse) -> int:
    """For how many seconds the answer may be given again; 0 for not at all."""
    control = response.get("Cache-Control", "")
    said = _MAX_AGE.search(control)
    varies = {name.strip().lower() for name in response.get("Vary", "").split(",")}
    if (
        response.status_code != 200
        or response.streaming
        or response.cookies
        # Large, and kept already where it is drawn.
        or response.get("Content-Type") == "application/pdf"
        or "public" not in control
        or not said
        or varies - _SETTLED
    ):
        return 0
    return int(said[1])


def _keep(
    key: str, response: HttpResponse, counts: str, now: float, lasts: int
) -> None:
    lasts = min(lasts, settings.PAGE_CACHE_SECONDS)
    headers = tuple(
        (name, value)
        for name, value in response.items()
        if name not in _OWN_TO_A_REQUEST
    )
    kept = Kept(counts, now, now + lasts, headers, response.content)
    generation.cache().set(key, tuple(kept), lasts)


def _answer(request: HttpRequest, kept: Kept, now: float) -> HttpResponse:
    response = HttpResponse(kept.content, headers=dict(kept.headers))
    # A browser counts from when it was made, not from when it came.
    response["Age"] = str(int(now - kept.made))
    modified = response.get("Last-Modified")
    same = get_conditional_response(
        request,
        etag=response.get("ETag"),
        last_modified=parse_http_date_safe(modified) if modified else None,
        response=response,
    )
    answer = same or response
    # nginx counts `max-age` from when it asked, whatever `Age` says; of two caches one
    # after the other the second would keep seats for twice as long as promised.
    answer["X-Accel-Expires"] = str(max(0, int(kept.until - now)))
    return answer


def _read(key: str) -> tuple[str, Kept | None]:
    """What counts now, and what was kept: with Redis in one question."""
    names = (generation.KEY, key) if settings.REDIS_URL else (key,)
    found = generation.cache().get_many(names)
    counts = (
        found.get(generation.KEY, generation.NEVER)
        if settings.REDIS_URL
        else generation.of_file()
    )
    return counts, Kept(*found[key]) if key in found else None
