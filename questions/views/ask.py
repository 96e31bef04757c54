"""The contact page's form: a question asked, with what it is about."""

from datetime import timedelta
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from events.privacy.requests import days_off
from portal import guard
from portal.guard.responses import private
from portal.models import SiteSettings
from portal.page_views import page_context
from questions import subjects, verbs
from questions.clock import opening
from questions.forms import LONGEST, AskForm
from questions.models import ContactPage, QuestionSettings
from questions.similar import similar

PAGE = "questions/ask.html"
CONFIRM = "questions/ask_confirm.html"
# A whole office may share one address.
PER_VISITOR = guard.Limit(20, timedelta(hours=1))
PER_CONTACT = guard.Limit(5, timedelta(hours=24))


@page_context(ContactPage)
def contact_context(page: ContactPage, request: HttpRequest) -> dict:
    """The page with an empty form; what is sent goes to `ask`."""
    return _context(request, _form(request, None))


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """The form, its errors, the page in between, and the receipt's address."""
    now = timezone.now()
    posted = request.POST if request.method == "POST" else None
    form = _form(request, posted)
    context = _context(request, form) | {"title": _("Contact and questions")}
    if form.is_bound:
        try:
            guard.check(form.guard_action, request, now, PER_VISITOR)
            if form.is_valid():
                return private(_answer(request, form, context))
        except guard.TooMany as flood:
            return guard.too_many(request, PAGE, context, flood)
    return private(render(request, PAGE, context))


def _answer(request: HttpRequest, form: AskForm, context: dict) -> HttpResponse:
    """Near answers first, unless they were seen; then the receipt."""
    now, given = timezone.now(), form.cleaned_data
    if not given["seen"] and (near := similar(given["question"])):
        return render(request, CONFIRM, context | {"near": near})
    for contact in filter(None, (given["email"], given["phone"])):
        guard.check(form.guard_action, request, now, PER_CONTACT, subject=contact)
    details = form.details(context["subject"], context["ticket_code"])
    desk = QuestionSettings.for_request(request)
    question = verbs.receive(details, key=form.request_key, desk=desk, now=now)
    return redirect("question_receipt", question.shown_code)


def _form(request: HttpRequest, posted) -> AskForm:
    desk = QuestionSettings.for_request(request)
    initial = {
        "key": str(uuid4()),
        "question": request.GET.get("q", "").replace("\0", "")[:LONGEST],
        "subject": request.GET.get(subjects.PAGE, ""),
        "ticket": request.GET.get(subjects.TICKET, ""),
    }
    return AskForm(
        posted, now=timezone.now(), days_kept=desk.days_kept, initial=initial
    )


def _context(request: HttpRequest, form: AskForm) -> dict:
    """What the page shows around the form: the subject, and how to reach the office."""
    local = timezone.localtime()
    desk = QuestionSettings.for_request(request)
    said = form.data if form.is_bound else form.initial
    subject = subjects.find_subject(str(said.get("subject", "")))
    cited = subjects.citations_of(subject, request)
    unit, _lines = SiteSettings.for_request(request, local.date())
    return {
        "form": form,
        "desk": desk,
        "unit": unit,
        "subject": subject,
        "ticket_code": subjects.find_ticket(str(said.get("ticket", ""))),
        "citation_links": cited.links,
        "citation_cards": cited.cards,
        "opening": opening(local, desk.hours(), days_off()),
        "today": local.date(),
    }
