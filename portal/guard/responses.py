"""The page that says: later."""

import math
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.guard.attempts import TooMany


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
