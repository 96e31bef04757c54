"""What the index of citations adds to pages and to the admin."""

from django.http import HttpRequest
from wagtail import hooks

from documents.citing.shown import citations_shown


@hooks.register("page_context")
def add_citations(page, request: HttpRequest) -> dict:
    """The links for running text, and the acts to list beside it."""
    shown = citations_shown(page, request)
    return {"citation_links": shown.links, "cited_regulations": shown.regulations}
