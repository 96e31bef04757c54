"""A page of the tree: found, shown in its frame, and as a PDF."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from wagtail.views import serve as wagtail_serve

from portal import jsonld, links
from portal.models import PortalPage, SiteSettings
from portal.page_tree import router
from portal.page_views import page_context, page_schema, page_view
from portal.pdf.pages import pdf_response
from portal.search.related_rows import related_rows
from portal.share_cards import addresses


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Answer a page of the tree; Wagtail's own view does all but the finding."""
    request._wagtail_route_for_request = router.route(request, path)
    return wagtail_serve(request, path)


@page_context(PortalPage)
def frame(page: PortalPage, request: HttpRequest) -> dict:
    """What every page shows: its data for machines, its PDF, what stands below it."""
    links.remember_targets(page)
    return {
        "jsonld": jsonld.script(
            _picture(page, request) | page.structured_data(request)
        ),
        "pdf_url": f"{page.get_url(request) or ''}pdf/",
        "also_needed": related_rows(
            page,
            timezone.localdate(),
            is_preview=getattr(request, "is_preview", False),
        ),
        "feedback": {
            "url": page.pk and reverse("feedback", args=[page.pk]),
            "done": "cam-on" in request.GET,
        },
    }


def _picture(page: PortalPage, request: HttpRequest) -> dict:
    """The share picture, for pages that name no picture of their own."""
    settings, _lines = SiteSettings.for_request(request, timezone.localdate())
    shared = addresses.share_picture(page, settings)
    return {"image": jsonld.absolute(request, shared.url)}


@page_schema(PortalPage)
def web_page(page: PortalPage, request: HttpRequest) -> dict:
    return jsonld.web_page(page, request)


@page_view(PortalPage, "pdf/", name="pdf")
def pdf(page: PortalPage, request: HttpRequest) -> HttpResponse:
    """The page as a tagged PDF."""
    return pdf_response(page, request)
