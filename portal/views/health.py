"""Answers for whoever watches the server: a program, or an administrator."""

from django.core.exceptions import PermissionDenied
from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal import health


@never_cache
@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """200 while the process answers at all."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """200 when readers can be served, else 503; either names what is amiss.

    Work that waits (letters, a worker that died) is named and leaves it at 200: taking
    the server away from its readers would mend neither.
    """
    now = timezone.now()
    try:
        broken = [*health.broken()]
        late = [] if broken else [*health.late(now)]
    except Error:
        broken, late = ["database"], []
    lines = [f"not ready: {', '.join(broken)}" if broken else "ready"]
    if late:
        lines.append(f"late: {', '.join(late)}")
    text = "".join(f"{line}\n" for line in lines)
    status = 503 if broken else 200
    return HttpResponse(text, status=status, content_type="text/plain")


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """The administrators' screen; registered below the admin, which asks for a user."""
    if not request.user.is_superuser:
        raise PermissionDenied
    now = timezone.now()
    context = {
        "findings": health.findings(now),
        "now": now,
        "page_title": _("How the portal is"),
        "header_title": _("How the portal is"),
        "header_icon": "info-circle",
    }
    return render(request, "portal/admin/health.html", context)
