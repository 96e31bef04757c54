"""The library's listing as its page shows it."""

from django.http import HttpRequest
from django.utils import timezone

from documents.acts.facet_rows import public_acts
from documents.acts.listing import LibraryListing
from documents.acts.suggestions import suggestions
from documents.acts.views.gaps import GAPS
from documents.models.regulation_index import RegulationIndexPage
from portal.page_views import page_context


@page_context(RegulationIndexPage)
def listed_acts(index, request: HttpRequest) -> dict:
    """What was found, with a reason on each row that needs one, or what else to try."""
    match = getattr(request, "routable_resolver_match", None)
    if match and match.url_name == GAPS:
        return {}  # it has a list of its own: nobody sees the facets counted here
    base = index.get_url(request) or ""
    listing = LibraryListing(request.GET, base_url=base, on=timezone.localdate())
    context = listing.context(index)
    found = context["answer"]
    if not context["result_count"] or (found and found.is_loose):
        context["suggestions"] = suggestions(public_acts(index), listing.q, base)
    return context | {
        "feed_url": f"{base}rss/",
        "atom_url": f"{base}atom/",
        "follow_url": f"{base}theo-doi/",
    }
