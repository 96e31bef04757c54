"""`/chung-nhan/`: whether a certificate is real, told to whoever has its number."""

import math
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from events.certificates import check
from events.certificates.check import Answer, Verdict
from events.certificates.forms import CheckForm
from events.models import EventPage
from portal import guard
from portal.guard.responses import secret, try_later
from portal.vietnamese.dates import short_days

PAGE = "events/certificate_check.html"
WINDOW = timedelta(minutes=10)
#: Wrong numbers from one place, after which nothing is answered for a while.
MISSES = guard.Limit(10, WINDOW)
#: And right ones: numbers run, so all of them could be asked for one by one.
LOOK_UPS = guard.Limit(60, WINDOW)
_MISS, _LOOK_UP = "certificate-miss", "certificate"


# It changes nothing and asks for no cookie, so there is no session to protect.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def check_number(request: HttpRequest) -> HttpResponse:
    """The field, and with a number sent in the answer to it."""
    now = timezone.now()
    form = CheckForm(request.POST if request.method == "POST" else None)
    if not form.is_bound or not form.is_valid():
        return _shown(request, form)
    if wait := _flooded(request, now):
        return _wait(request, form, wait)
    try:
        guard.check(_LOOK_UP, request, now, LOOK_UPS)
    except guard.TooMany as flood:
        return _wait(request, form, flood.retry_after)
    answer = check.by_number(form.cleaned_data["number"])
    if answer.verdict == Verdict.WRONG:
        guard.count(_MISS, request, now, MISSES)
        form.add_error("number", _("No certificate bears this number"))
        return _shown(request, form, answer)
    return _shown(request, CheckForm(initial={"number": answer.number}), answer)


@require_safe
def check_code(request: HttpRequest, code: str) -> HttpResponse:
    """What the code on the paper opens; nobody guesses one: no miss is counted."""
    if wait := _flooded(request, timezone.now()):
        return _wait(request, CheckForm(), wait)
    answer = check.by_code(code)
    if answer is None:
        response = _shown(request, CheckForm(), is_code_unknown=True)
        response.status_code = 404
        return response
    return _shown(request, CheckForm(initial={"number": answer.number}), answer)


def _flooded(request: HttpRequest, now: datetime) -> timedelta | None:
    """How long to wait after too many wrong numbers; None where there were few."""
    if not guard.reached(_MISS, request, now, MISSES):
        return None
    return MISSES.ends_in(now)


def _wait(request: HttpRequest, form: CheckForm, wait: timedelta) -> HttpResponse:
    minutes = max(1, math.ceil(wait / timedelta(minutes=1)))
    response = _shown(request, form, is_flood=True, minutes=minutes)
    return try_later(response, wait, status=429)


def _shown(
    request: HttpRequest, form: CheckForm, answer: Answer | None = None, **more: object
) -> HttpResponse:
    found = answer.certificate if answer else None
    event = found.registration.event if found else None
    context = {
        "form": form,
        "answer": answer,
        "event": event,
        "days": _days(event) if event else "",
        "title": _("Check a certificate"),
        # With a code the address is a key: no page names it as its own.
        "canonical_url": "",
        **more,
    }
    return secret(render(request, PAGE, context))


def _days(event: EventPage) -> str:
    if event.starts_on is None:
        return event.date_text
    return short_days(event.starts_on, event.ends_on)
