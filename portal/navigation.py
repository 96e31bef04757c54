"""Menu, footer links and breadcrumbs, from the page tree."""

from django.http import HttpRequest
from wagtail.models import Page, Site

from portal import routing
from portal.privacy import may_be_closed


def _link(page: Page, request: HttpRequest) -> dict:
    url = page.get_url(request) or "/"
    return {
        "title": page.title,
        "url": url,
        "current": request.path == url or request.path.startswith(url),
    }


def menu(request: HttpRequest, site: Site) -> list[dict]:
    """Return the rooms: pages under the front page that editors put in menus."""
    return [
        _link(page, request)
        for page in routing.top_pages(request, site.root_page)
        if page.show_in_menus and not may_be_closed(page)
    ]


def footer(request: HttpRequest, site: Site) -> list[dict]:
    """Return the pages about the portal: under the front page, in no menu."""
    return [
        _link(page, request)
        for page in routing.top_pages(request, site.root_page)
        if not page.show_in_menus and not may_be_closed(page)
    ]


def breadcrumbs(request: HttpRequest, site: Site) -> list[dict]:
    """Return the way from the front page to, not including, the page shown."""
    page = getattr(request, "portal_page", None)
    root = site.root_page
    if page is None or page.pk == root.pk:
        return [] if page else [_link(root, request)]
    chain = getattr(page, "chain", None)
    if chain is None:  # a preview: the page came from a form, not from a path
        chain = page.get_ancestors().filter(depth__gte=root.depth)
    return [_link(above, request) for above in chain if above.pk != page.pk]
