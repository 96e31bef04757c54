"""The receipt, which later has the answer; found by its code, taken back by it."""

from datetime import datetime, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from documents.citing.display import text_citations
from events.privacy.clock import days_left
from events.privacy.requests import days_off
from portal import guard
from portal.guard.read_limit import too_often
from portal.guard.responses import secret, try_later
from questions import codes, verbs
from questions.forms import LookupForm, no_such_code
from questions.models import Question

LOOKUP = "questions/lookup.html"
RECEIPT = "questions/receipt.html"
WITHDRAW = "questions/withdraw.html"
# Reading is braked, not locked: the code itself is longer than anybody guesses.
PER_READER = guard.Limit(60, timedelta(minutes=15))


@require_GET
def lookup(request: HttpRequest) -> HttpResponse:
    """From the code that somebody types to its receipt."""
    form = LookupForm(request.GET if "ma" in request.GET else None)
    if refused := _brake(request, form, timezone.now()):
        return refused
    if form.is_bound and form.is_valid():
        if question := _find(form.cleaned_data["ma"]):
            return secret(redirect("question_receipt", question.shown_code))
        form.add_error("ma", no_such_code())
    return secret(render(request, LOOKUP, _lookup_context(form)))


@require_GET
def receipt(request: HttpRequest, code: str) -> HttpResponse:
    """Where the question stands. Name and telephone are never shown, mail is masked."""
    now = timezone.now()
    form = LookupForm({"ma": code})
    if refused := _brake(request, form, now):
        return refused
    question = _find(codes.read(code))
    if question is None:
        if form.is_valid():
            form.add_error("ma", no_such_code())
        page = render(request, LOOKUP, _lookup_context(form), status=404)
        return secret(page)
    return secret(render(request, RECEIPT, _shown(request, question, now)))


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    """Asked once, then question and contact are gone."""
    now = timezone.now()
    if refused := _brake(request, LookupForm({"ma": code}), now):
        return refused
    question = _find(codes.read(code))
    if question is None:
        raise Http404
    if request.method == "POST":
        verbs.withdraw(question, now=now)
        return secret(redirect("question_receipt", question.shown_code))
    context = {"question": question, "title": _("Withdraw the question")}
    return secret(render(request, WITHDRAW, context))


def _brake(
    request: HttpRequest, form: LookupForm, now: datetime
) -> HttpResponse | None:
    wait = too_often("question-code", request, now, PER_READER)
    if not wait:
        return None
    flood = guard.TooMany(timedelta(seconds=wait))
    if form.is_bound:
        form.add_error(None, flood.message)
    page = render(request, LOOKUP, _lookup_context(form) | {"flood": flood})
    return secret(try_later(page, wait, status=429))


def _lookup_context(form: LookupForm) -> dict:
    return {"form": form, "title": _("Find your question"), "canonical_url": ""}


def _find(code: str) -> Question | None:
    rows = Question.objects.select_related("page", "topic")
    return rows.filter(code=code).first() if code else None


def _shown(request: HttpRequest, question: Question, now: datetime) -> dict:
    today = timezone.localdate(now)
    path = reverse("question_receipt", args=[question.shown_code])
    cited = text_citations(f"{question.short_answer} {question.answer}", request)
    page = question.page if question.page and question.page.live else None
    late = 0
    if question.due_on and question.due_on < today:
        late = max(1, -days_left(today, question.due_on, days_off()))
    return {
        "question": question,
        "state": question.state(today),
        "late": late,
        "url": request.build_absolute_uri(path),
        "published": page,
        "citation_links": cited.links,
        "citation_cards": cited.cards,
        "canonical_url": "",
    }
