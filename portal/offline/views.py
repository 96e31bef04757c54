"""The worker, the manifest, and the list of what a device keeps."""

import json
from hashlib import blake2b
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.models import SiteSettings

_FOLDER = Path(__file__).parent
#: What the list is drawn with, and with it the answer to a page that is not kept.
FRAME = (
    "portal.css",
    "offline.css",
    "js/theme.js",
    "js/portal.js",
    "js/keep.js",
    "js/saved.js",
    "fonts/be-vietnam-pro-400.woff2",
    "fonts/be-vietnam-pro-700.woff2",
    "art/hills-light.svg",
    "art/hills-dark.svg",
    "icons/mark.svg",
)
ICONS = (
    ("icons/mark.svg", "any", "image/svg+xml"),
    ("icons/mark-180.png", "180x180", "image/png"),
    ("icons/mark-512.png", "512x512", "image/png"),
)
#: Signs of legal force, kinds of pages: a row of the list shows one of each.
SIGNS = ("ok", "part", "off", "soon", "chk")


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The script that stands between a browser and the network, for the whole site.

    It is asked for anew each time a browser looks. A release is named by the addresses
    of its built files, so another release is another worker; turned off, what comes
    is a worker that takes itself and all it kept away.
    """
    script = _worker() if settings.OFFLINE_READING else _source("withdrawn.js")
    response = HttpResponse(script, content_type="text/javascript; charset=utf-8")
    patch_cache_control(response, no_cache=True, private=True, max_age=0)
    return response


def _worker() -> str:
    listing = reverse("saved")
    files = [listing, *(static(f"portal/{name}") for name in FRAME)]
    source = _source("worker.js")
    named = json.dumps([files, source]).encode()
    values = {
        "RELEASE": blake2b(named, digest_size=8).hexdigest(),
        "SHELL": files,
        "LIST": listing,
        "ADMIN": reverse("wagtailadmin_home"),
    }
    lines = [f"const {name} = {json.dumps(value)};" for name, value in values.items()]
    return "\n".join([*lines, source])


def _source(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")


@require_safe
def saved(request: HttpRequest) -> HttpResponse:
    """What this device keeps: the same page for everybody, filled in on the device."""
    if not settings.OFFLINE_READING:
        raise Http404
    context = {"title": _("Saved on this device"), "signs": SIGNS}
    response = render(request, "portal/saved.html", context)
    patch_cache_control(response, public=True, max_age=300)
    return response


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    """What a phone shows when the portal is put on its home screen."""
    house, _lines = SiteSettings.for_request(request, timezone.localdate())
    shortcuts = [(_("Search"), reverse("search"))]
    if settings.OFFLINE_READING:
        shortcuts.append((_("Saved on this device"), reverse("saved")))
    response = JsonResponse(
        {
            "id": "/",
            "name": house.portal_name,
            "short_name": house.portal_name,
            "description": house.footer_text,
            "lang": "vi",
            "start_url": "/",
            "scope": "/",
            "display": "minimal-ui",
            "background_color": "#fdfcfa",
            "theme_color": "#1B2858",
            "icons": [
                {"src": static(f"portal/{name}"), "sizes": sizes, "type": kind}
                for name, sizes, kind in ICONS
            ],
            "shortcuts": [{"name": name, "url": url} for name, url in shortcuts],
        },
        json_dumps_params={"ensure_ascii": False},
        content_type="application/manifest+json",
    )
    patch_cache_control(response, public=True, max_age=3600)
    return response
