"""The door's own addresses: for who may see the attendees, and for nobody else."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from events.checkin.parts import Part, current, parts_of
from events.models import EventPage
from events.organising.permissions import may_receive
from portal.guard.responses import secret
from portal.page_views import bare_below, page_view

ROOT = "ban-don-tiep/"
PART = "buoi"

bare_below(EventPage, ROOT.strip("/"))

DoorView = Callable[..., HttpResponseBase]


def door_view(route: str, *, name: str, methods: tuple[str, ...] = ("GET", "HEAD")):
    """A view below the conference's door; called with page, request and `now`.

    Whoever may not see its attendees finds no such page, signed in or not. The
    camera is this page's and no frame's within it.
    """

    def decorate(view: DoorView) -> DoorView:
        @page_view(EventPage, f"{ROOT}{route}", name=name)
        @wraps(view)
        def answer(page: EventPage, request: HttpRequest, **known):
            if not (request.user.is_authenticated and may_receive(request.user, page)):
                raise Http404
            allowed = require_http_methods(list(methods))
            shown = allowed(lambda asked: view(page, asked, timezone.now(), **known))
            response = secret(shown(request))
            response["Permissions-Policy"] = "camera=(self)"
            return response

        return answer

    return decorate


def part_of(
    page: EventPage, request: HttpRequest, now: datetime
) -> tuple[list[Part], Part]:
    """The parts of the conference, and that which was chosen or is on by the clock."""
    known = parts_of(page)
    asked = request.POST.get("part") or request.GET.get(PART)
    chosen = next((part for part in known if part.key == asked), None)
    return known, chosen or current(known, now)


def door_url(page: EventPage, request: HttpRequest | None = None) -> str:
    return f"{page.get_url(request) or ''}{ROOT}"
