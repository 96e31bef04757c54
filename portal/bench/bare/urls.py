"""The portal's addresses, and the yardsticks beside them."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from wagtail.views import serve

from portal.bench.bare.models import BareRow
from portal.urls import urlpatterns as portal_urls


def same_bytes(request: HttpRequest) -> HttpResponse:
    """The front page's bytes from a file: the floor for any answer of that size."""
    return HttpResponse(Path(settings.VAR_DIR, "home.html").read_bytes())


def insert_row(request: HttpRequest) -> HttpResponse:
    """A form that does nothing but insert one row: the floor for a registration."""
    if request.method == "POST":
        BareRow.objects.create(name=request.POST["name"], phone=request.POST["phone"])
        return redirect("/bare/row/")
    return render(request, "bare/row.html")


urlpatterns = [
    path("bytes/", same_bytes),
    path("bare/row/", insert_row),
    path("bare/", serve, {"path": "bare/"}),  # found the way Wagtail finds pages
    *portal_urls,
]
