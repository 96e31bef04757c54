"""The numbers, for whoever has the key."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from portal.guard.responses import private


def metrics(request: HttpRequest) -> HttpResponse:
    """Prometheus' text; for anybody without the key there is no such page."""
    key = settings.METRICS_KEY
    given = request.headers.get("Authorization", "")
    if not key or not constant_time_compare(given, f"Bearer {key}"):
        raise Http404
    # Not every server has the library: it is in requirements-watch.txt.
    from portal.metrics.registry import text

    kind = "text/plain; version=0.0.4; charset=utf-8"
    return private(HttpResponse(text(timezone.now()), content_type=kind))
