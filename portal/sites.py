"""Which site a request is to."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Site

from portal.kept_queries import KeptQuery
from portal.page_cache.values import until_published

_first_two = KeptQuery(
    lambda: Site.objects.select_related("root_page").order_by("pk")[:2]
)


def site_of(request: HttpRequest) -> Any:
    """The `Site`, as `Site.find_for_request` says: None for none. Read once a request.

    One site that is the default answers whatever host was asked for.
    """
    if not hasattr(request, "_wagtail_site"):
        known = _known()
        if len(known) == 1 and known[0].is_default_site:
            request._wagtail_site = known[0]  # type: ignore[attr-defined]  # where Wagtail keeps it
    return Site.find_for_request(request)


@until_published(maxsize=1)
def _known() -> list[Site]:
    """The first two; all requests share them, and none may change them."""
    return _first_two.rows()
