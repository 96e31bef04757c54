"""The portal's addresses, and the two yardsticks beside them."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import path
from wagtail.views import serve

from portal.urls import urlpatterns as portal_urls


def same_bytes(request: HttpRequest) -> HttpResponse:
    """The front page's bytes from a file: the floor for any answer of that size."""
    return HttpResponse(Path(settings.VAR_DIR, "home.html").read_bytes())


urlpatterns = [
    path("bytes/", same_bytes),
    path("bare/", serve, {"path": "bare/"}),  # found the way Wagtail finds pages
    *portal_urls,
]
