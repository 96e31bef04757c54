"""The search page, the same as data, and suggestions while a reader types."""

from datetime import timedelta
from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from portal.guard import Limit
from portal.guard.read_limit import too_often
from portal.guard.responses import try_later
from portal.listing.choices import Choices, address
from portal.search import misses, registry
from portal.search.choices import KIND, read_choices
from portal.search.nearest_numbers import nearest_numbers
from portal.search.promotions import promoted
from portal.search.results import Results

MOST_POPULAR = 8
#: A whole office may share one address; a program is faster than that.
READERS = Limit(120, timedelta(minutes=1))


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """What the portal has for a query; an empty box is an invitation."""
    choices = read_choices(request.GET, reverse("search"))
    now = timezone.now()
    today, kind = timezone.localdate(now), choices.one(KIND)
    kept = [(KIND, kind)] if kind else []
    context: dict[str, Any] = {"query": choices.q, "kind": kind, "kept": kept}
    wait = too_often("search", request, now, READERS) if choices.q else 0
    if wait:
        response = render(request, "portal/search.html", context | {"wait": wait})
        return try_later(response, wait, status=429)
    if choices.q:
        found = Results(choices, today)
        context |= _context(found, choices)
        has_answer = found.total or found.services
        if not has_answer and not any(choices.chosen.values()):
            misses.note(choices.q, today)
    if not context.get("result_count"):
        context["popular"] = [
            {"query": query, "url": address(choices.base_url, [("q", query)])}
            for query in registry.popular()[:MOST_POPULAR]
        ]
    response = render(request, "portal/search.html", context)
    # It says how many seats are left.
    patch_cache_control(response, public=True, max_age=10)
    return response


def _context(found: Results, choices: Choices) -> dict[str, Any]:
    page = found.page
    named = _named_by_number(found, page, choices)
    chosen = promoted(choices.q, found.on) if page.number == 1 else []
    context = found.context() | {
        "results": page,
        "named": named,
        "others_count": found.total - bool(named),
        "result_count": found.total,
        "is_more": not found.counts.is_complete,
        "tabs": found.tabs(),
        "read_as": found.query.text if found.found.corrected else "",
        "is_loose": found.found.loose,
        **_split(found, page),
        "is_number": bool(found.query.number) and not found.found.has_number,
        "numbers": nearest_numbers(found.found) if not found.total else (),
        "services": found.services if page.number == 1 else (),
        "promoted": [one for one in chosen if not named or one.url != named.url],
        "json_url": choices.url(base_url=reverse("search_json")),
    }
    _leave_out(context, {one.url for one in chosen})
    return context


def _leave_out(context: dict[str, Any], urls: set[str]) -> None:
    """What editors put on top stands there alone, not once more among the rows."""
    page = context["results"]
    page.object_list = [row for row in page.object_list if row.url not in urls]
    for part in {"whole", "wider"} & context.keys():
        context[part] = [row for row in context[part] if row.url not in urls]


def _split(found: Results, page: Page[Any]) -> dict[str, Any]:
    """The rows with all words, and those below them with some, where there are both."""
    if not found.is_thin:
        return {}
    count, before = found.whole_first, page.start_index() - 1
    rows, left = list(page.object_list), max(count - before, 0) if count else 0
    whole_count = len(found.found.whole)
    split = {"whole_count": whole_count, "is_mixed": not count}
    at = 0
    while at < len(rows) and (left or rows[at].is_service):
        left -= not rows[at].is_service
        at += 1
    if not count or at >= len(rows) or found.total <= whole_count:
        return split
    return split | {
        "whole": rows[:at],
        "wider": rows[at:],
        "wider_start": before + at + 1,
        "wider_count": found.total - whole_count,
    }


def _named_by_number(found: Results, page: Page[Any], choices: Choices) -> Any:
    """The one act whose number was typed, out of the list: it stands above it."""
    rows = page.object_list
    if page.number != 1 or choices.sort or not rows:
        return None
    first = rows[0]
    is_only = sum(row.is_number for row in rows) == 1
    if not (is_only and first.is_number and first.card):
        return None
    page.object_list = rows[1:]
    return first
