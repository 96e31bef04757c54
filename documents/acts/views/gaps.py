"""The public list of acts whose full text the library does not have yet."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from documents.enums import FileRole
from documents.models import RegulationFile, RegulationIndexPage, RegulationPage
from portal.listing.pages import page_of
from portal.page_views import page_view

PER_PAGE = 20
GAPS = "gaps"


@dataclass(frozen=True, slots=True)
class Gap:
    """An act without text, and the files of it that can be read instead."""

    regulation: RegulationPage
    files: list[RegulationFile]

    @property
    def only_scans(self) -> bool:
        return bool(self.files) and all(f.has_text_layer is False for f in self.files)


def without_text(acts):
    """Acts that have a page and no text on it."""
    return acts.filter(text="")


@page_view(RegulationIndexPage, "chua-co-toan-van/", name=GAPS)
def gaps_response(index, request: HttpRequest) -> HttpResponse:
    """`/chua-co-toan-van/` of the library; as many queries however long it is."""
    originals = RegulationFile.objects.exclude(role=FileRole.APPENDIX)
    acts = without_text(RegulationPage.objects.child_of(index))
    files = Prefetch("files", originals.with_readings())
    shown = acts.for_listing(timezone.localdate()).newest().prefetch_related(files)
    listing = page_of(shown, request.GET.get("trang"), per_page=PER_PAGE)
    listing.object_list = [
        Gap(act, list(act.files.all())) for act in listing.object_list
    ]
    has_file = Exists(originals.filter(regulation=OuterRef("pk")))
    counts = acts.live().public().order_by().annotate(has_file=has_file)
    context = {
        "gaps": listing,
        "result_count": listing.paginator.count,
        "with_files": counts.aggregate(n=Count("pk", filter=Q(has_file=True)))["n"],
    }
    template = "documents/regulation_gaps_page.html"
    return index.render(request, template=template, context_overrides=context)
