from django.http import HttpRequest, HttpResponse
from wagtail.views import serve as wagtail_serve

from portal.page_tree import router


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Answer a page of the tree; Wagtail's own view does all but the finding."""
    request._wagtail_route_for_request = router.route(request, path)
    return wagtail_serve(request, path)
