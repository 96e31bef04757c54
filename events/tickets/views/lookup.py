"""The ticket found again, with the telephone number and the code on it."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from events.models import Registration
from events.registration.forms.registration import LookupForm
from portal import guard
from portal.guard.responses import private

PAGE = "events/lookup.html"
PER_VISITOR = guard.Limit(40, timedelta(minutes=15))
PER_SUBJECT = guard.Limit(6, timedelta(minutes=15))


@require_http_methods(["GET", "HEAD", "POST"])
def lookup(request: HttpRequest) -> HttpResponse:
    """One answer for a wrong number, a wrong code and a pair nobody has."""
    now = timezone.now()
    form = LookupForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "title": _("Find your ticket")}
    if form.is_bound:
        try:
            guard.check("ticket-lookup", request, now, PER_VISITOR)
            if form.is_valid():
                for asked in (form.cleaned_data["phone"], form.cleaned_data["code"]):
                    guard.check(
                        "ticket-lookup", request, now, PER_SUBJECT, subject=asked
                    )
                if token := _token(**form.cleaned_data):
                    return private(redirect("ticket", token))
                form.add_error(
                    None,
                    _(
                        "No ticket has this number together with this code. Look at "
                        "the ticket or the letter again; if you have neither, ask the "
                        "organisers."
                    ),
                )
        except guard.TooMany as flood:
            return guard.too_many(request, PAGE, context, flood)
    return private(render(request, PAGE, context))


def _token(phone: str, code: str) -> str | None:
    """Of the latest conference, should two have given the same code."""
    found = Registration.objects.filter(phone=phone, code=code).order_by("-pk")
    return found.values_list("token", flat=True).first()
