"""What the index of citations adds to pages and to the admin."""

from django.http import HttpRequest
from django.urls import path
from wagtail import hooks

from documents.citing.display import page_citations
from documents.citing.views import correct_citation
from portal.models import PortalPage
from portal.page_views import page_context


@page_context(PortalPage)
def add_citations(page, request: HttpRequest) -> dict:
    """The links for running text, and the acts to list beside it."""
    shown = page_citations(page, request)
    return {
        "citation_links": shown.links,
        "citation_cards": shown.cards,
    }


@hooks.register("register_admin_urls")
def citation_urls() -> list:
    return [
        path("trich-dan/<int:page_id>/sua/", correct_citation, name="correct_citation")
    ]
