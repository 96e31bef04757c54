"""The search page, the same as data, and suggestions while a reader types."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.search import misses, registry
from portal.search.choices import KIND, Choices
from portal.search.nearest_numbers import nearest_numbers
from portal.search.promotions import promoted
from portal.search.results import Results

MOST_POPULAR = 8


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """What the portal has for a query; an empty box is an invitation."""
    choices = Choices.read(request.GET, reverse("search"))
    today = timezone.localdate()
    kept = [(KIND, choices.kind)] if choices.kind else []
    context = {"query": choices.q, "kind": choices.kind, "kept": kept}
    if choices.q:
        found = Results(choices, today)
        context |= _context(found, choices)
        if not found.total and not choices.is_narrowed:
            misses.note(choices.q, today)
    if not context.get("result_count"):
        context["popular"] = [
            {"query": query, "url": choices.url(q=query, kind="", plain=True)}
            for query in registry.popular()[:MOST_POPULAR]
        ]
    return render(request, "portal/search.html", context)


def _context(found: Results, choices: Choices) -> dict:
    facets = found.facets()
    page = found.page
    return {
        "results": page,
        "result_count": found.total,
        "is_more": not found.counts.is_complete,
        "tabs": found.tabs(),
        "facets": facets,
        "active_filters": [
            {"label": item["title"], "url": item["url"]}
            for facet in facets
            for item in facet["items"]
            if item["current"]
        ],
        "clear_url": choices.url(plain=True),
        "hidden": choices.hidden(),
        "sort": choices.sort,
        "sorts": [
            {"value": "", "label": _("Best match")},
            {"value": "moi", "label": _("Newest first")},
            {"value": "cu", "label": _("Oldest first")},
        ],
        "read_as": found.query.text if found.found.corrected else "",
        "is_loose": found.found.loose,
        "is_number": bool(found.query.number),
        "numbers": nearest_numbers(found.found) if not found.total else (),
        "promoted": promoted(choices.q) if page.number == 1 else (),
        "json_url": f"{reverse('search_json')}?{choices.query_string()}",
    }
