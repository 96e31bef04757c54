"""What every request passes: the question of health, and what a browser may do."""

from collections.abc import Callable

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property

from portal.views import faults, health

_CHARSETS = frozenset({"utf-8", "utf8", "us-ascii"})


class HealthMiddleware:
    """Answers whoever watches the server, by whatever name or address it asks.

    Comes first: a load balancer asks by address, which no ALLOWED_HOSTS names.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self._views = {"/healthz": health.alive, "/readyz": health.ready}

    def __call__(self, request: HttpRequest) -> HttpResponse:
        view = self._views.get(request.path_info)
        return view(request) if view else self.get_response(request)


class CharacterSetMiddleware:
    """Refuses what is not written in UTF-8, as every browser writes.

    Django decodes a body by whatever codec its header names, and some of those fail.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        charset = (request.content_params or {}).get("charset", "utf-8")
        if charset.strip("'\"").lower() in _CHARSETS:
            return self.get_response(request)
        return faults.unreadable(request)


class TrackingWordsMiddleware:
    """Drops what Facebook, Zalo and letters of others add to an address of ours.

    No page reads those words, and each reader's are others: with them the same page
    would be made anew for everyone whom a shared link brings. Links go on without them.
    """

    _WORDS = frozenset({"fbclid", "gclid", "gidzl", "igshid", "mibextid", "zarsrc"})
    _BEGIN = "utm_"

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        if query and request.method in ("GET", "HEAD"):
            pairs = query.split("&")
            kept = [pair for pair in pairs if not self._tracks(pair)]
            if len(kept) < len(pairs):
                request.META["QUERY_STRING"] = "&".join(kept)
        return self.get_response(request)

    def _tracks(self, pair: str) -> bool:
        name = pair.partition("=")[0]
        return name in self._WORDS or name.startswith(self._BEGIN)


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """Send the readers' strict policy, and a wider one to the editors' screens.

    Wagtail's admin sets styles from script and previews pages in a frame; its
    needs must not widen what a reader's browser will run.
    """

    @cached_property
    def admin_root(self) -> str:
        return reverse("wagtailadmin_home")

    def process_response(
        self, request: HttpRequest, response: HttpResponse
    ) -> HttpResponse:
        if request.path.startswith(self.admin_root):
            response._csp_update = settings.ADMIN_CONTENT_SECURITY_POLICY
        return super().process_response(request, response)


class PermissionsPolicyMiddleware:
    """Say which of a device's senses no page may ask for, unless the page says more."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        return response
