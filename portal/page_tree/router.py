"""From an address to its page in two queries, however deep it lies.

Wagtail asks twice per level: for the page of a slug, then for its own type. A
reader's phone waits for all of them, so we ask once for the whole way down, and
keep the pages passed for menu, breadcrumbs and view restrictions.
"""

from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.http import Http404, HttpRequest
from django.urls import reverse
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult

from portal.page_views import is_bare


class Step(NamedTuple):
    """What finding, naming and linking need of a page; a whole one costs far more."""

    pk: int
    title: str
    path: str
    depth: int
    url_path: str
    live: bool
    show_in_menus: bool
    content_type_id: int
    alias_of_id: int | None

    def url(self, root: Page) -> str:
        """The address below the site's front page."""
        return reverse("wagtail_serve", args=[self.url_path[len(root.url_path) :]])


def route(request: HttpRequest, path: str) -> RouteResult:
    """Return what answers the path, as `Page.route_for_request` would.

    Raises Http404 when nothing live does.
    """
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    components = [component for component in path.split("/") if component]
    chain = _chain(request, site.root_page, components)
    rest = components[len(chain) - 1 :]
    page = _specific(chain[-1], rest)
    page.chain = chain
    return page.route(request, rest)


def top_steps(request: HttpRequest, root: Page) -> list[Step]:
    """The live pages right under the front page, in the editors' order."""
    if not hasattr(request, "_portal_top_steps"):
        _remember_top(request, root, _steps(_top(root)))
    return request._portal_top_steps


def _steps(which: Q) -> list[Step]:
    rows = Page.objects.filter(which).order_by("path")
    return [Step(*row) for row in rows.values_list(*Step._fields)]


def _top(root: Page) -> Q:
    return Q(path__startswith=root.path, depth=root.depth + 1)


def _remember_top(request: HttpRequest, root: Page, steps: list[Step]) -> None:
    top = root.depth + 1
    request._portal_top_steps = [
        step
        for step in steps
        if step.live and step.depth == top and step.path.startswith(root.path)
    ]


def _chain(request: HttpRequest, root: Page, components: list[str]) -> list[Step]:
    """The pages from the root along the path, as far as pages lie there."""
    addresses = [root.url_path]
    for component in components:
        addresses.append(f"{addresses[-1]}{component}/")
    below = Q(path__startswith=root.path, url_path__in=addresses[1:])
    found = _steps(_top(root) | below)
    _remember_top(request, root, found)
    by_address = {step.url_path: step for step in found}
    chain = [step_of(root)]
    for address in addresses[1:]:
        step = by_address.get(address)
        if step is None:
            break
        chain.append(step)
    return chain


def step_of(page: Page) -> Step:
    """The same of a page already read."""
    return Step(*(getattr(page, name) for name in Step._fields))


def _specific(step: Step, rest: list[str]) -> Page:
    """The page, with what its type's readers see unless the view below does without."""
    page_type = ContentType.objects.get_for_id(step.content_type_id).model_class()
    if page_type is None:
        raise Http404
    if rest and is_bare(page_type, rest[0]):
        return page_type.objects.get(pk=step.pk)
    for_reading = getattr(page_type.objects, "for_reading", page_type.objects.all)
    return for_reading().get(pk=step.pk)
