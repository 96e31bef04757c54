"""Menu, footer links and breadcrumbs, from the page tree."""

from django.http import HttpRequest
from wagtail.models import Page, Site

from portal.page_tree import router
from portal.page_tree.router import Step
from portal.page_tree.view_restrictions import may_be_closed


def _link(step: Step, root: Page, request: HttpRequest) -> dict:
    url = step.url(root)
    return {
        "title": step.title,
        "url": url,
        "current": request.path == url or request.path.startswith(url),
    }


def _top_links(request: HttpRequest, site: Site, *, in_menu: bool) -> list[dict]:
    root = site.root_page
    return [
        _link(step, root, request)
        for step in router.top_steps(request, root)
        if step.show_in_menus == in_menu and not may_be_closed(step.path)
    ]


def menu(request: HttpRequest, site: Site) -> list[dict]:
    """Return the rooms: pages under the front page that editors put in menus."""
    return _top_links(request, site, in_menu=True)


def footer(request: HttpRequest, site: Site) -> list[dict]:
    """Return the pages about the portal: under the front page, in no menu."""
    return _top_links(request, site, in_menu=False)


def breadcrumbs(request: HttpRequest, site: Site) -> list[dict]:
    """Return the way from the front page to, not including, the page shown."""
    page = getattr(request, "portal_page", None)
    root = site.root_page
    if page is None:
        return [_link(router.step_of(root), root, request)]
    chain = getattr(page, "chain", None)
    if chain is None:  # a preview: the page came from a form, not from a path
        above = page.get_ancestors().filter(depth__gte=root.depth)
        chain = [router.step_of(ancestor) for ancestor in above]
    return [_link(step, root, request) for step in chain if step.pk != page.pk]
