"""From an address to its page in two queries, however deep it lies.

Wagtail asks twice per level: for the page of a slug, then for its own type. A
reader's phone waits for all of them, so we ask once for the whole way down, and
keep the pages passed for menu, breadcrumbs and view restrictions.
"""

from django.db.models import Q
from django.http import Http404, HttpRequest
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult


def route(request: HttpRequest, path: str) -> RouteResult:
    """Return what answers the path, as `Page.route_for_request` would.

    Raises Http404 when nothing live does.
    """
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    components = [component for component in path.split("/") if component]
    chain = _chain(request, site.root_page, components)
    page = _specific(chain[-1])
    page.chain = chain
    if len(chain) > 1:
        page._cached_parent_obj = chain[-2]  # what treebeard's get_parent() keeps
    return page.route(request, components[len(chain) - 1 :])


def top_pages(request: HttpRequest, root: Page) -> list[Page]:
    """The live pages right under the front page, in the editors' order."""
    if not hasattr(request, "_portal_top_pages"):
        _remember_top(request, root, _pages(_top(root)))
    return request._portal_top_pages


def _pages(which: Q):
    """Pages with the few columns that finding, naming and linking need."""
    return Page.objects.filter(which).only(
        "title",
        "slug",
        "path",
        "depth",
        "url_path",
        "live",
        "show_in_menus",
        "content_type",
        "alias_of",
    )


def _top(root: Page) -> Q:
    return Q(path__startswith=root.path, depth=root.depth + 1)


def _remember_top(request: HttpRequest, root: Page, pages) -> None:
    request._portal_top_pages = sorted(
        (
            page
            for page in pages
            if page.live
            and page.depth == root.depth + 1
            and page.path.startswith(root.path)
        ),
        key=lambda page: page.path,
    )


def _chain(request: HttpRequest, root: Page, components: list[str]) -> list[Page]:
    """The pages from the root along the path, as far as pages lie there."""
    addresses = [root.url_path]
    for component in components:
        addresses.append(f"{addresses[-1]}{component}/")
    below = Q(path__startswith=root.path, url_path__in=addresses[1:])
    found = list(_pages(_top(root) | below))
    _remember_top(request, root, found)
    by_address = {page.url_path: page for page in found}
    chain = [root]
    for address in addresses[1:]:
        page = by_address.get(address)
        if page is None:
            break
        chain.append(page)
    return chain


def _specific(page: Page) -> Page:
    """The page with what its own type reads fetched along."""
    page_type = page.specific_class
    if page_type is None:
        raise Http404
    for_reading = getattr(page_type.objects, "for_reading", page_type.objects.all)
    return for_reading().get(pk=page.pk)
