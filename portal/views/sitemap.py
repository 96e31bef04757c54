"""The site as a tree readers can walk, and as XML for machines."""

from collections.abc import Collection, Iterable, Mapping

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page

from portal.models import SearchEntry
from portal.sites import site_of

#: Of the pages that are of no kind: indexes, the front page, those about the unit.
OTHERS = "trang"
# What a tree on one page can hold and still be read.
MOST_CHILDREN = 20


def sitemaps_by_kind(kinds: Mapping[str, type[Page]]) -> dict[str, type[Sitemap]]:
    """One for the pages of each kind, and one for all others: each page stands once."""
    found = {name: _pages_of(kind) for name, kind in kinds.items()}
    return {OTHERS: _pages_but(kinds.values()), **found}


class _DatedMap(Sitemap):
    """The index asks only for the newest day: no page is read for it."""

    def get_latest_lastmod(self):
        found = self.items().order_by().aggregate(newest=Max("last_published_at"))
        return found["newest"]


def _pages_of(kind: type[Page]) -> type[Sitemap]:
    class PagesOfKind(_DatedMap):
        def items(self):
            return super().items().exact_type(kind)

    return PagesOfKind


def _pages_but(kinds: Iterable[type[Page]]) -> type[Sitemap]:
    known = tuple(kinds)

    class OtherPages(_DatedMap):
        def items(self):
            return super().items().not_exact_type(*known)

    return OtherPages


@require_safe
def sitemap_tree(request: HttpRequest) -> HttpResponse:
    """Every room with its newest pages; a long room ends with a link to its list."""
    root = site_of(request).root_page
    pages = root.get_descendants(inclusive=True).live().public().order_by("path")
    return render(
        request,
        "portal/sitemap_tree.html",
        {"tree": _tree(pages, root, request), "title": _("Site map")},
    )


def _tree(pages, root: Page, request: HttpRequest) -> list[dict]:
    nodes: dict[str, dict] = {}
    shown: dict[int, dict] = {}
    for page in pages:
        url = page.get_url(request)
        node = {"title": page.title, "url": url, "children": [], "more": 0}
        nodes[page.path] = node
        parent = nodes.get(page.path[: -Page.steplen])
        if parent is None:
            continue
        if len(parent["children"]) < MOST_CHILDREN:
            parent["children"].append(node)
            shown[page.pk] = node
        else:
            parent["more"] += 1
    for pk, symbol in _symbols(shown).items():
        shown[pk]["symbol"] = symbol
    return [nodes[root.path]]


def _symbols(pages: Collection[int]) -> dict[int, str]:
    """Acts are asked for by their numbers: those that the search knows."""
    entries = SearchEntry.objects.filter(part=0, page_id__in=pages)
    return dict(entries.exclude(symbol="").values_list("page_id", "symbol"))
