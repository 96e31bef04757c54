"""Search for programs: JSON, suggestions, and the description browsers read."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from portal import jsonld
from portal.guard import Limit
from portal.guard.read_limit import too_often
from portal.guard.responses import try_later
from portal.listing.context import facet_data
from portal.search.choices import KIND, read_choices
from portal.search.query import clean
from portal.search.result_rows import Result
from portal.search.results import Results
from portal.search.suggestions import suggestions

PROGRAMS = Limit(60, timedelta(minutes=1))
TYPING = Limit(300, timedelta(minutes=1))


@require_safe
def search_json(request: HttpRequest) -> JsonResponse:
    """The results as data; the parameters are the page's."""
    now = timezone.now()
    if wait := too_often("search_json", request, now, PROGRAMS):
        return _wait(wait)
    choices = read_choices(request.GET, reverse("search"))
    found = Results(choices, timezone.localdate(now))
    page = found.page
    tabs = {"name": KIND, "items": found.tabs()[1:]}
    return _json(
        {
            "count": found.total,
            "complete": found.counts.is_complete,
            "page": page.number,
            "pages": page.paginator.num_pages,
            "read_as": found.query.text if found.found.corrected else None,
            "services": [
                {
                    "title": str(service.title),
                    "url": jsonld.absolute(request, service.url),
                    "about": str(service.about),
                }
                for service in (found.services if page.number == 1 else ())
            ],
            "results": [_result(row, request) for row in page if not row.is_service],
            "facets": facet_data([tabs, *found.context()["facets"]]),
        }
    )


def _result(result: Result, request: HttpRequest) -> dict[str, Any]:
    data = {
        "kind": result.kind,
        "title": result.plain_title,
        "url": jsonld.absolute(request, result.part_url or result.url),
        "snippet": result.plain_snippet,
        "date": result.date.isoformat() if result.date else None,
        "is_sample": result.is_sample,
    }
    if result.symbol:
        data["symbol"] = result.symbol
    if result.is_beside:
        data["beside"] = True
    if result.card:
        data["status"] = result.card.label
    if result.part:
        data["part"] = "".join(piece.text for piece in result.part)
    return data


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """What may be meant by a beginning: in the form that browsers' own boxes read.

    `[query, [title…], [what it is…], [address…]]`
    """
    now = timezone.now()
    if wait := too_often("search_suggest", request, now, TYPING):
        return _wait(wait)
    query = clean(request.GET.get("q", ""))
    found = suggestions(query, kind=request.GET.get("muc", ""))
    response = _json(
        [
            query,
            [one.title for one in found],
            [one.about for one in found],
            [jsonld.absolute(request, one.url) for one in found],
        ]
    )
    patch_cache_control(response, public=True, max_age=60)
    return response


@require_safe
def description(request: HttpRequest) -> HttpResponse:
    """OpenSearch: how a browser adds the box to its own."""
    return render(
        request,
        "portal/opensearch.xml",
        {
            "search_url": jsonld.absolute(request, reverse("search")),
            "suggest_url": jsonld.absolute(request, reverse("search_suggest")),
            "self_url": jsonld.absolute(request, reverse("search_description")),
        },
        content_type="application/opensearchdescription+xml; charset=utf-8",
    )


def _json(data: object) -> JsonResponse:
    response = JsonResponse(data, safe=False, json_dumps_params={"ensure_ascii": False})
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _wait(seconds: int) -> JsonResponse:
    response = _json({"error": "too many requests", "retry_after": seconds})
    return try_later(response, seconds, status=429)
