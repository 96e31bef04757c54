"""What every public form of the showcase does with what it was sent."""

from collections.abc import Callable
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from portal import guard


def answer_form(
    request: HttpRequest,
    template: str,
    context: dict,
    *,
    limit: guard.Limit,
    now: datetime,
    on_valid: Callable[[], str],
) -> HttpResponse:
    """The page with `context["form"]`; sent in and valid, where `on_valid()` leads.

    Attempts are counted by the form's own action. Whatever is refused stays filled in.
    """
    form = context["form"]
    if form.is_bound:
        try:
            guard.check(form.guard_action, request, now, limit)
        except guard.TooMany as flood:
            return guard.too_many(request, template, context, flood)
        if form.is_valid():
            return redirect(on_valid())
    return render(request, template, context)
