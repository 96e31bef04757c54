"""From an address to its page in two queries, however deep it lies.

Wagtail asks twice per level: for the page of a slug, then for its own type. A
reader's phone waits for all of them, so we ask once for the whole way down, and
keep the pages passed for breadcrumbs and view restrictions.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import AutoField, CharField, Q
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from portal.kept_queries import KeptQuery, Parameter
from portal.page_cache.values import until_published
from portal.page_views import is_bare
from portal.sites import site_of

#: An address of more parts than this is asked for by a query of its own.
_DEEPEST = 8
#: The columns by which a page along the way is found.
_ADDRESS = ("slug", "url_path")


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
    site = site_of(request)
    if site is None:
        raise Http404
    components = [component for component in path.split("/") if component]
    chain = _chain(site.root_page, components)
    rest = components[len(chain) - 1 :]
    page = _specific(chain[-1], rest)
    page.chain = chain
    return page.route(request, rest)


def top_steps(request: HttpRequest, root: Page) -> Sequence[Step]:
    """The live pages right under the front page, in the editors' order."""
    if not hasattr(request, "_portal_top_steps"):
        request._portal_top_steps = _top_steps(root.path, root.depth + 1)
    return request._portal_top_steps


@until_published(maxsize=8)
def _top_steps(path: str, depth: int) -> Sequence[Step]:
    found = _rows(Q(path__startswith=path, depth=depth, live=True))
    return tuple(Step(*row) for row in found)


def _rows(which: Q):
    return Page.objects.filter(which).order_by("path").values_list(*Step._fields)


@lru_cache(maxsize=4 * _DEEPEST)
def _kept_steps(path: str, parts: int) -> KeptQuery:
    """The query of `_chain` for addresses of so many parts below that page."""
    names = [f"{column}_{number}" for column in _ADDRESS for number in range(parts)]
    parameters = {name: CharField() for name in names}

    def rows(**parameters: Parameter):
        values = list(parameters.values())
        return _rows(_along(path, values[:parts], values[parts:]))

    return KeptQuery(rows, **parameters)


def _along(path: str, slugs: list, addresses: list) -> Q:
    """Pages with these addresses; only the slug in them has an index."""
    return Q(path__startswith=path, slug__in=slugs, url_path__in=addresses)


def _chain(root: Page, components: list[str]) -> list[Step]:
    """The pages from the root along the path, as far as pages lie there."""
    addresses = [root.url_path]
    for component in components:
        addresses.append(f"{addresses[-1]}{component}/")
    found = _steps_along(root, components, addresses[1:])
    by_address = {step.url_path: step for step in found}
    chain = [step_of(root)]
    for address in addresses[1:]:
        step = by_address.get(address)
        if step is None:
            break
        chain.append(step)
    return chain


def _steps_along(root: Page, slugs: list[str], addresses: list[str]) -> list[Step]:
    if not addresses:
        return []
    if len(addresses) > _DEEPEST:
        rows = _rows(_along(root.path, slugs, addresses))
    else:
        values = zip(_ADDRESS, (slugs, addresses), strict=True)
        named = {
            f"{column}_{number}": one
            for column, each in values
            for number, one in enumerate(each)
        }
        rows = _kept_steps(root.path, len(addresses)).rows(**named)
    return [Step(*row) for row in rows]


def step_of(page: Page) -> Step:
    """The same of a page already read."""
    return Step(*(getattr(page, name) for name in Step._fields))


def _specific(step: Step, rest: list[str]) -> Page:
    """The page, with what its type's readers see unless the view below does without."""
    page_type = ContentType.objects.get_for_id(step.content_type_id).model_class()
    if page_type is None:
        raise Http404
    is_plain = bool(rest) and is_bare(page_type, rest[0])
    return _kept_page(page_type, is_plain, timezone.localdate()).get(pk=step.pk)


@lru_cache(maxsize=128)
def _kept_page(page_type: type[Page], is_plain: bool, day: date) -> KeptQuery:
    """The query for one page of a type; what an act says of itself follows the day."""
    rows = page_type.objects
    if not is_plain:
        rows = getattr(rows, "for_reading", rows.all)()
    return KeptQuery(lambda pk: rows.filter(pk=pk), pk=AutoField())
