"""From an address to its page in two queries, however deep it lies.

Wagtail asks twice per level: for the page of a slug, then for its own type. A
reader's phone waits for all of them, so we ask once for the whole way down, and
keep the pages passed for menu, breadcrumbs and view restrictions.
"""

from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.urls import reverse
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult

from portal.kept_queries import kept_query
from portal.page_cache.values import until_published
from portal.page_views import is_bare

_DEEP = 6


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
    return [step for step in _top(request, root) if step.live]


def _at(*addresses: str) -> QuerySet:
    return Page.objects.filter(url_path__in=addresses).values_list(*Step._fields)


def _top(request: HttpRequest, root: Page) -> tuple[Step, ...]:
    if not hasattr(request, "_portal_top_steps"):
        request._portal_top_steps = _right_under(root.path, root.depth)
    return request._portal_top_steps


@until_published()
def _right_under(path: str, depth: int) -> tuple[Step, ...]:
    """The pages right under the front page, drafts too."""
    rows = Page.objects.filter(path__startswith=path, depth=depth + 1).order_by("path")
    return tuple(map(Step._make, rows.values_list(*Step._fields)))


def _chain(request: HttpRequest, root: Page, components: list[str]) -> list[Step]:
    """The pages from the root along the path, as far as pages lie there."""
    addresses = [root.url_path]
    for component in components:
        addresses.append(f"{addresses[-1]}{component}/")
    by_address = {step.url_path: step for step in _top(request, root)}
    first = by_address.get(addresses[1]) if components else None
    if first and components[1:]:
        below = addresses[2:]
        # Of no more lengths than pages lie deep is the query kept.
        found = kept_query(_at, *below) if len(below) <= _DEEP else _at(*below)
        by_address |= {step.url_path: step for step in map(Step._make, found)}
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
    for page in kept_query(_for_reading, step.pk, of=page_type):
        return page
    raise Http404


def _for_reading(page_type: type[Page], key: int) -> QuerySet[Page]:
    manager = page_type.objects
    return getattr(manager, "for_reading", manager.all)().filter(pk=key)
