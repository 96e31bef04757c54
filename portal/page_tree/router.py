"""From an address to its page in two queries, however deep it lies.

Wagtail asks twice per level: for the page of a slug, then for its own type. A
reader's phone waits for all of them, so we ask once for the whole way down, and
keep the pages passed for menu, breadcrumbs and view restrictions.
"""

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

from portal.kept_queries import KeptQuery
from portal.page_views import is_bare
from portal.sites import site_of

#: An address of more parts than this is asked for by a query of its own.
_DEEPEST = 8


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
    return [Step(*row) for row in _rows(which)]


def _rows(which: Q):
    return Page.objects.filter(which).order_by("path").values_list(*Step._fields)


@lru_cache(maxsize=4 * _DEEPEST)
def _kept_steps(path: str, depth: int, parts: int) -> KeptQuery:
    """The query of `_chain` for addresses of so many parts below that page."""
    parameters = {f"address_{number}": CharField() for number in range(parts)}
    return KeptQuery(
        lambda **parameters: _rows(_along(path, depth, [*parameters.values()])),
        **parameters,
    )


def _along(path: str, depth: int, addresses: list) -> Q:
    """Pages with these addresses, and those of the menu."""
    top = Q(path__startswith=path, depth=depth + 1)
    return top | Q(path__startswith=path, url_path__in=addresses)


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
    found = _steps_along(root, addresses[1:])
    _remember_top(request, root, found)
    by_address = {step.url_path: step for step in found}
    chain = [step_of(root)]
    for address in addresses[1:]:
        step = by_address.get(address)
        if step is None:
            break
        chain.append(step)
    return chain


def _steps_along(root: Page, addresses: list[str]) -> list[Step]:
    if len(addresses) > _DEEPEST:
        return _steps(_along(root.path, root.depth, addresses))
    kept = _kept_steps(root.path, root.depth, len(addresses))
    named = {f"address_{number}": one for number, one in enumerate(addresses)}
    return [Step(*row) for row in kept.rows(**named)]


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
