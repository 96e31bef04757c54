"""Anybody asks about their data, and sees until when they are answered."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods
from wagtail.models import Page

from events.models import DataRequest
from events.privacy import requests
from events.privacy.forms import PublicRequestForm
from portal import guard
from portal.guard.responses import private, secret
from portal.models import SiteSettings

PAGE = "events/privacy/request.html"
SENT = "events/privacy/request_sent.html"
INFORMATION = "du-lieu-ca-nhan"
# A whole office may share one address.
PER_VISITOR = guard.Limit(20, timedelta(hours=1))
PER_CONTACT = guard.Limit(5, timedelta(hours=24))


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    posted = request.POST if request.method == "POST" else None
    form = PublicRequestForm(posted, now=now)
    settings, _lines = SiteSettings.for_request(request, timezone.localdate(now))
    context = {
        "form": form,
        "title": _("A request about personal data"),
        "unit": settings.unit_name,
        "information_url": _information_url(request),
    }
    if form.is_bound:
        try:
            guard.check("data-request", request, now, PER_VISITOR)
            if form.is_valid():
                contact = form.cleaned_data["contact"]
                guard.check("data-request", request, now, PER_CONTACT, subject=contact)
                made = requests.receive(form.details(), key=form.request_key, now=now)
                return private(redirect("data_request_sent", made.key))
        except guard.TooMany as flood:
            return guard.too_many(request, PAGE, context, flood)
    return private(render(request, PAGE, context))


def _information_url(request: HttpRequest) -> str:
    """The unit's own page on what is kept, where it has one."""
    page = Page.objects.live().filter(slug=INFORMATION).first()
    return page.get_url(request) or "" if page else ""


@require_GET
def sent(request: HttpRequest, key: UUID) -> HttpResponse:
    """Where the request stands; nothing of what was written is repeated."""
    made = get_object_or_404(DataRequest, key=key)
    context = {
        "title": _("A request about personal data"),
        "made": made,
        "state": made.state(timezone.now()),
        "canonical_url": "",
    }
    return secret(render(request, SENT, context))
