"""The ticket found again: by telephone and code, or sent to the stored address."""

from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from events.letters.announcements import send_again
from events.models import Registration
from events.registration.forms.registration import LookupForm, ResendForm
from portal import guard
from portal.guard.responses import private

PAGE = "events/lookup.html"
PER_VISITOR = guard.Limit(40, timedelta(minutes=15))
PER_SUBJECT = guard.Limit(6, timedelta(minutes=15))
#: Letters that somebody else can have sent to one person.
RESENT_PER_SUBJECT = guard.Limit(3, timedelta(hours=1))
#: A focal person's one number may stand for a whole delegation.
MOST_RESENT = 50


@require_http_methods(["GET", "HEAD", "POST"])
def lookup(request: HttpRequest) -> HttpResponse:
    """Nothing here tells whether anybody has registered."""
    now = timezone.now()
    is_lost = "lost" in request.POST
    sent = request.POST if request.method == "POST" else None
    form = LookupForm(None if is_lost else sent)
    resend = ResendForm(sent if is_lost else None)
    used = resend if is_lost else form
    context = {
        "form": used,
        "lookup": form,
        "resend": resend,
        "was_sent": request.GET.get("da") == "gui",
        "title": _("Find your ticket"),
    }
    if used.is_bound:
        try:
            guard.check("ticket-lookup", request, now, PER_VISITOR)
            if used.is_valid():
                found = _resend if is_lost else _find
                if answer := found(request, used, now):
                    return private(answer)
        except guard.TooMany as flood:
            return guard.too_many(request, PAGE, context, flood)
    return private(render(request, PAGE, context))


def _find(request: HttpRequest, form: ResendForm, now: datetime) -> HttpResponse | None:
    for asked in (form.cleaned_data["phone"], form.cleaned_data["code"]):
        guard.check("ticket-lookup", request, now, PER_SUBJECT, subject=asked)
    if token := _token(**form.cleaned_data):
        return redirect("ticket", token)
    form.add_error(
        None,
        _(
            "No ticket has this number together with this code. Look at the ticket or "
            "the letter again; if you have neither, have the ticket sent again below."
        ),
    )
    return None


def _resend(request: HttpRequest, form: ResendForm, now: datetime) -> HttpResponse:
    phone = form.cleaned_data["phone"]
    guard.check("ticket-resend", request, now, RESENT_PER_SUBJECT, subject=phone)
    rows = Registration.objects.live().filter(phone=phone).exclude(email="")
    rows = rows.select_related("event").defer("event__body").order_by("-pk")
    coming = [row for row in rows[:MOST_RESENT] if not row.event.terms.is_over(now)]
    send_again(coming, now=now)
    return redirect(f"{request.path}?da=gui")


def _token(phone: str, code: str) -> str | None:
    """Of the latest conference, should two have given the same code."""
    found = Registration.objects.filter(phone=phone, code=code).order_by("-pk")
    return found.values_list("token", flat=True).first()
