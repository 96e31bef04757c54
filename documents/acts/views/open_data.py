"""Listings and pages as open data: for anybody, from anywhere."""

from django.http import JsonResponse
from django.utils.cache import patch_cache_control

from portal.search.search_box import Answer


def open_data(data: dict) -> JsonResponse:
    """Vietnamese as it is written, and no browser that keeps others out.

    Kept as long as the pages that say the same.
    """
    response = JsonResponse(data, json_dumps_params={"ensure_ascii": False})
    response["Access-Control-Allow-Origin"] = "*"
    patch_cache_control(response, public=True, max_age=60)
    return response


def said_of(answer: Answer | None) -> dict:
    """Of a search: what was searched for if not what was typed, and if that is all."""
    return {
        "read_as": (answer and answer.read_as) or None,
        "complete": answer is None or answer.is_complete,
    }
