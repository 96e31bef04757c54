"""A unit says on the page of an initiative that it wants to apply it, or has."""

from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from documents.initiatives.contributions import consent, replication_requests
from documents.initiatives.contributions.replication_form import (
    ReplicationFactsForm,
    ReplicationForm,
)
from documents.initiatives.views.answer_form import answer_form
from documents.models.initiatives import InitiativePage
from documents.models.replications import Replication
from portal import guard
from portal.guard.responses import private, secret
from portal.models import SiteSettings
from portal.page_views import page_view
from portal.vietnamese.dates import short_date

FORM = "documents/contributions/replication.html"
ANSWER = "documents/contributions/replication_answer.html"
SENT = "da-gui"
# A whole district's offices may share one address.
LIMIT = guard.Limit(40, timedelta(hours=1))


@page_view(InitiativePage, "ap-dung/", name="replicate")
def replication_response(page: InitiativePage, request: HttpRequest) -> HttpResponse:
    """The form, its answer, and what happens next."""
    now = timezone.now()
    posted = request.POST if request.method == "POST" else None
    form = ReplicationForm(posted, now=now, today=timezone.localdate(now))
    context = {
        "page": page,
        "form": form,
        "sent": SENT in request.GET,
        "explained": explained(request, now),
    }

    def on_valid() -> str:
        replication_requests.offer(
            page.pk, form.column_values(), form.contact_details(), now=now
        )
        return f"{page.get_url(request)}ap-dung/?{SENT}"

    return private(
        answer_form(request, FORM, context, limit=LIMIT, now=now, on_valid=on_valid)
    )


def replication_answer(request: HttpRequest, token: str) -> HttpResponse:
    """The link of the letter that asks back: the facts once more, to be put right."""
    now = timezone.now()
    row = replication_requests.asked_row(token)
    if row is None:
        context = {"sent": SENT in request.GET}
        status = 200 if context["sent"] else 404
        return secret(render(request, ANSWER, context, status=status))
    posted = request.POST if request.method == "POST" else None
    form = ReplicationFactsForm(
        posted, now=now, today=timezone.localdate(now), initial=_facts(row)
    )
    context = {"page": row.initiative, "form": form}

    def on_valid() -> str:
        replication_requests.answer(row, form.column_values())
        return f"{request.path}?{SENT}"

    return secret(
        answer_form(request, ANSWER, context, limit=LIMIT, now=now, on_valid=on_valid)
    )


def explained(request: HttpRequest, now: datetime) -> list[tuple[str, str]]:
    """What becomes of personal data, by the name of who answers for it."""
    settings, _lines = SiteSettings.for_request(request, timezone.localdate(now))
    return consent.explained(settings.unit_name)


def _facts(row: Replication) -> dict:
    return {
        "status": row.status,
        "unit": row.unit,
        "locality": row.locality_id,
        "started_on": short_date(row.started_on),
        "adaptation": row.adaptation,
        "result": row.result,
        "lesson": row.lesson,
    }
