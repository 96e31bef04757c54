"""A reader says what is wrong on the page of an act."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control

from documents.acts.forms import ReportForm
from documents.acts.names import place_words
from documents.models.regulations import RegulationPage
from documents.models.reports import MistakeReport
from portal import guard
from portal.page_views import page_view

TEMPLATE = "documents/regulation_report.html"
SENT = "da-gui"
LIMIT = guard.Limit(20, timedelta(hours=1))


@page_view(RegulationPage, "bao-loi/", name="report")
def report_response(act, request: HttpRequest) -> HttpResponse:
    """The form, its answer, and the thanks; `?muc=` names the provision's anchor."""
    now = timezone.now()
    posted = request.POST if request.method == "POST" else None
    named = place_words(request.GET.get("muc", "")[:120])
    form = ReportForm(posted, now=now, initial={"provision": named})
    context = {"page": act, "form": form, "sent": SENT in request.GET}
    if posted is not None:
        try:
            guard.check("act-report", request, now, LIMIT)
        except guard.TooMany as flood:
            return guard.too_many(request, TEMPLATE, context, flood)
        if form.is_valid():
            MistakeReport.objects.create(
                regulation_id=act.pk, sent_at=now, **_said(form)
            )
            return redirect(f"{act.get_url(request)}bao-loi/?{SENT}")
    response = render(request, TEMPLATE, context)
    patch_cache_control(response, private=True, no_store=True)
    return response


def _said(form: ReportForm) -> dict[str, str]:
    return {name: form.cleaned_data[name] for name in form.fields}
