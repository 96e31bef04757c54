from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.listings import page_of
from portal.search.query import as_result, clean, search, words

PER_PAGE = 10


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """What the portal has for a query; an empty box is an invitation."""
    query = clean(request.GET.get("q", ""))
    page = page_of(search(query), request.GET.get("trang"), per_page=PER_PAGE)
    wanted = words(query)
    page.object_list = [as_result(entry, wanted) for entry in page.object_list]
    return render(
        request,
        "portal/search.html",
        {"query": query, "results": page, "result_count": page.paginator.count},
    )
