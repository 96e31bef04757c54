"""How long each kind of answer takes, and how it ended; nobody's address, no names."""

import time
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse

#: Of what no view was asked for: given from the cache, or refused before.
NO_VIEW = "none"


class MetricsMiddleware:
    """Stands outside the page cache: what readers wait for is what is measured."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.METRICS_KEY:
            raise MiddlewareNotUsed
        # Not every server has the library: it is in requirements-watch.txt.
        from portal.metrics.registry import ANSWERS

        self._answers = ANSWERS
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        response = self.get_response(request)
        self._answers.labels(
            view=_view(request), method=_method(request), status=response.status_code
        ).observe(time.perf_counter() - began)
        return response


def _method(request: HttpRequest) -> str:
    """A stranger may make methods up; each would be kept for ever."""
    known = request.method in ("GET", "HEAD", "POST", "OPTIONS")
    return str(request.method) if known else "other"


def _view(request: HttpRequest) -> str:
    """The name of the view, of a page of the tree its kind: as many as there are."""
    route = getattr(request, "_wagtail_route_for_request", None)
    if route:
        return type(route[0]).__name__
    match = request.resolver_match
    return match.view_name if match else NO_VIEW
