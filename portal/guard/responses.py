"""Responses that say: later, and those that are for one person alone."""

import math
from datetime import timedelta
from typing import Any, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control

from portal.guard.attempts import TooMany

Response = TypeVar("Response", bound=HttpResponse)


def try_later(
    response: Response, after: timedelta | float, *, status: int = 503
) -> Response:
    """The response as a refusal for now, to be asked for again after so many seconds.

    Nobody keeps it: no browser and no shared cache.
    """
    seconds = after.total_seconds() if isinstance(after, timedelta) else after
    response.status_code = status
    response["Retry-After"] = str(max(1, math.ceil(seconds)))
    return private(response)


def too_many(
    request: HttpRequest, template: str, context: dict[str, Any], flood: TooMany
) -> HttpResponse:
    """The same page with the form kept and the reason in its summary of errors."""
    form = context.get("form")
    if form is not None:
        form.add_error(None, flood.message)
    response = render(request, template, {**context, "flood": flood})
    return try_later(response, flood.retry_after, status=429)


def private(response: HttpResponse) -> HttpResponse:
    """Personal data is kept by no cache."""
    patch_cache_control(response, private=True, no_store=True)
    return response


def secret(response: HttpResponse) -> HttpResponse:
    """Of a page whose address is its key: no log or other site learns that either."""
    response._has_been_logged = True
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return private(response)


def with_camera(response: Response) -> Response:
    """Of a page that reads codes: its browser may ask for the camera, no other's."""
    policy = settings.PERMISSIONS_POLICY.replace("camera=()", "camera=(self)")
    response.headers["Permissions-Policy"] = policy
    return response
