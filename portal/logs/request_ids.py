"""A name for each request, by which its lines in every log are found."""

import re
from collections.abc import Callable
from contextvars import ContextVar
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse

HEADER = "X-Request-ID"
_SOUND = re.compile(r"[A-Za-z0-9-]{8,64}")

_current: ContextVar[str] = ContextVar("request_id", default="")


def current() -> str:
    """The name of the request that is being answered; empty outside of one."""
    return _current.get()


def named(claimed: str) -> str:
    """The name a proxy of ours gave, if it looks like one, else a new one."""
    if settings.TRUSTED_PROXIES and _SOUND.fullmatch(claimed):
        return claimed
    return uuid4().hex


class RequestIdMiddleware:
    """Comes first, so that every line of a request has its name, and the answer too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        name = named(request.headers.get(HEADER, ""))
        token = _current.set(name)
        try:
            response = self.get_response(request)
        finally:
            _current.reset(token)
        response.headers[HEADER] = name
        return response
