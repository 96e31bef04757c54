"""Whose requests may read from the replica."""

import re
import time
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse

from portal.replica import router
from portal.replica.freshness import data_age, freshness

#: Who has just sent something reads from the primary for so many seconds, and this
#: cookie says so: it is longer than any replica that answers is behind.
PIN = "after-write"
PIN_SECONDS = 10
_SAFE = ("GET", "HEAD")
_MAX_AGE = re.compile(r"\bmax-age=(\d+)")
# Not there yet, or away: the primary knows.
_ASKED_AGAIN = (404, 410, 503)


class ReplicaMiddleware:
    """Stands inside the page cache, which so keeps a page no longer than it is true."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not router.is_configured():
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        router.read_primary()
        if request.method not in _SAFE:
            return _pinned(self.get_response(request))
        age = data_age() if _is_a_readers(request) else None
        if age is None:
            return self.get_response(request)
        untouched = request.__dict__.copy()
        router.read_replica()
        try:
            response = self.get_response(request)
        finally:
            router.read_primary()
        if not router.has_read():
            return response
        if response.status_code in _ASKED_AGAIN:
            if response.status_code == 503:
                freshness.rest(time.monotonic())
            # What the first try has learnt, it learnt from the replica.
            request.__dict__.clear()
            request.__dict__.update(untouched)
            return self.get_response(request)
        return _aged(response, int(age) + 1)


def _is_a_readers(request: HttpRequest) -> bool:
    """Whether nobody in particular asks, who has not just sent anything."""
    return (
        settings.SESSION_COOKIE_NAME not in request.COOKIES
        and PIN not in request.COOKIES
        and "HTTP_AUTHORIZATION" not in request.META
        and not request.path_info.startswith("/admin/")
    )


def _aged(response: HttpResponse, seconds: int) -> HttpResponse:
    """May be kept for that much less, by everybody: it was true so long ago.

    Not by an `Age`, which nginx does not count.
    """
    if control := response.get("Cache-Control"):
        response["Cache-Control"] = _MAX_AGE.sub(
            lambda said: f"max-age={max(0, int(said[1]) - seconds)}", control
        )
    return response


def _pinned(response: HttpResponse) -> HttpResponse:
    response.set_cookie(
        PIN,
        "1",
        max_age=PIN_SECONDS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response
