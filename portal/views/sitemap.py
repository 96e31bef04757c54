"""The site as a tree readers can walk, and as XML for machines."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db.models import Max, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page
from wagtail.query import PageQuerySet

from portal.models import SearchEntry
from portal.page_tree.router import Step
from portal.search.services import all_offers
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
    """Every room; of a long one the newest pages, and a link to its list. Then the
    forms, boards and lookups, which are no pages of the tree."""
    root = site_of(request).root_page
    context = {
        "tree": _tree(_some_of_each_room(root), root),
        "offers": all_offers(),
        "title": _("Site map"),
    }
    return render(request, "portal/sitemap_tree.html", context)


class _Row(NamedTuple):
    page: Step
    #: How many more than are shown are in the room it stands in.
    more: int
    #: Shown or not.
    children: int


def _some_of_each_room(root: Page) -> list[_Row]:
    """The last few pages of each room in the editors' order, from the root down: no
    more are read, however long a room is, nor anything below what is not shown.
    """
    public = root.get_descendants(inclusive=True).live().public()
    level = [*_rows(public.filter(pk=root.pk))]
    found = [*level]
    while rooms := [row for row in level if row.children]:
        short = [row.page for row in rooms if row.children <= MOST_CHILDREN]
        level = [*_rows(_children(public, short))]
        for row in rooms:
            if row.children > MOST_CHILDREN:
                level += _newest(_children(public, [row.page]))
        found += level
    return sorted(found, key=lambda row: row.page.path)


def _children(pages: PageQuerySet, rooms: Collection[Step]) -> PageQuerySet:
    """By the paths' index; a prefix is none to SQLite."""
    below = [
        Q(path__range=Page._get_children_path_interval(room.path), depth=room.depth + 1)
        for room in rooms
    ]
    return pages.filter(reduce(or_, below)) if below else pages.none()


def _newest(children: PageQuerySet) -> list[_Row]:
    shown = list(_rows(children.order_by("-path")[: MOST_CHILDREN + 1]))
    if len(shown) <= MOST_CHILDREN:
        return shown
    more = children.count() - MOST_CHILDREN
    return [row._replace(more=more) for row in shown[:MOST_CHILDREN]]


def _rows(pages: PageQuerySet) -> Iterator[_Row]:
    for *step, children in pages.values_list(*Step._fields, "numchild"):
        yield _Row(Step(*step), more=0, children=children)


def _tree(rows: Iterable[_Row], root: Page) -> list[dict]:
    nodes: dict[str, dict] = {}
    shown: dict[int, dict] = {}
    for page, more, _below in rows:
        node = {"title": page.title, "url": page.url(root), "children": [], "more": 0}
        nodes[page.path] = node
        if parent := nodes.get(page.path[: -Page.steplen]):
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
