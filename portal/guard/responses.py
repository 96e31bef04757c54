"""Answers that say: later."""

import math
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.guard.attempts import TooMany


def busy(response: HttpResponse, *, seconds: int) -> HttpResponse:
    """The response as one to be asked for again in so many seconds."""
    response.status_code = 503
    response["Retry-After"] = str(seconds)
    return response


def too_many(
    request: HttpRequest, template: str, context: dict[str, Any], flood: TooMany
) -> HttpResponse:
    """The same page with the form kept and the reason in its summary of errors."""
    form = context.get("form")
    if form is not None:
        form.add_error(None, flood.message)
    response = render(request, template, {**context, "flood": flood}, status=429)
    response["Retry-After"] = str(max(1, math.ceil(flood.retry_after.total_seconds())))
    response["Cache-Control"] = "private, no-store"
    return response
