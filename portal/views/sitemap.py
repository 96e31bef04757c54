"""The site as a tree readers can walk, and as XML for machines."""

from collections.abc import Collection, Iterable, Mapping

from django.db.models import Count, F, Max, Window
from django.db.models.functions import Length, RowNumber, Substr
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page
from wagtail.query import PageQuerySet

from portal.models import SearchEntry
from portal.page_tree.router import Step
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
    """Every room; of a long one the newest pages, and a link to its list."""
    root = site_of(request).root_page
    pages = root.get_descendants(inclusive=True).live().public()
    return render(
        request,
        "portal/sitemap_tree.html",
        {"tree": _tree(_some_of_each_room(pages), root), "title": _("Site map")},
    )


def _some_of_each_room(pages: PageQuerySet) -> list[tuple[Step, int]]:
    """The last few pages of each room in the editors' order, each with how many are
    in its room: no more are read, however long a room is.
    """
    room = Substr("path", 1, Length("path") - Page.steplen)
    rows = (
        pages.annotate(room=room)
        .annotate(
            place=Window(RowNumber(), partition_by="room", order_by=F("path").desc()),
            of=Window(Count("pk"), partition_by="room"),
        )
        .filter(place__lte=MOST_CHILDREN)
        .order_by("path")
        .values_list(*Step._fields, "of")
    )
    return [(Step(*row), of) for *row, of in rows]


def _tree(rows: list[tuple[Step, int]], root: Page) -> list[dict]:
    nodes: dict[str, dict] = {}
    shown: dict[int, dict] = {}
    for page, of in rows:
        node = {"title": page.title, "url": page.url(root), "children": [], "more": 0}
        nodes[page.path] = node
        if parent := nodes.get(page.path[: -Page.steplen]):
            more = max(0, of - MOST_CHILDREN)
            # Of a long room the newest is looked for, not the first.
            place = 0 if more else len(parent["children"])
            parent["children"].insert(place, node)
            parent["more"] = more
            shown[page.pk] = node
    for pk, symbol in _symbols(shown).items():
        shown[pk]["symbol"] = symbol
    return [nodes[root.path]]


def _symbols(pages: Collection[int]) -> dict[int, str]:
    """Acts are asked for by their numbers: those that the search knows."""
    entries = SearchEntry.objects.filter(part=0, page_id__in=pages)
    return dict(entries.exclude(symbol="").values_list("page_id", "symbol"))
