"""Answers that no cache, search engine or other site may learn of."""

from django.http import HttpResponse
from django.utils.cache import patch_cache_control


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
