"""The portal's addresses, and one view that only hands out bytes."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import path

from portal.urls import urlpatterns as portal_urls


def same_bytes(request: HttpRequest) -> HttpResponse:
    """The front page's bytes from a file: the floor for any answer of that size."""
    return HttpResponse(Path(settings.VAR_DIR, "home.html").read_bytes())


urlpatterns = [path("bytes/", same_bytes), *portal_urls]
