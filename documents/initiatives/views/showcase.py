"""The showcase as a page, a list by place, a feed and open data."""

from collections import defaultdict

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from documents.acts.views.open_data import open_data, said_of
from documents.initiatives.directory import read_directory
from documents.initiatives.listing import ShowcaseListing
from documents.models.initiative_enums import NeedState
from documents.models.initiative_index import InitiativeIndexPage
from documents.models.initiatives import InitiativePage
from documents.models.needs import Need
from portal import jsonld
from portal.feeds import listing_feed
from portal.listing.context import facet_data
from portal.listing.facets import by_name
from portal.page_views import page_context, page_view

_FEED = 30
_NEEDS = 2
_PER_PLACE = 4


@page_context(InitiativeIndexPage)
def listing_context(index: InitiativeIndexPage, request: HttpRequest) -> dict:
    """What the listing's template shows."""
    base = index.get_url(request) or ""
    context = ShowcaseListing(request.GET, base_url=base).context(index)
    needs = Need.objects.shown_on(timezone.localdate()).filter(state=NeedState.OPEN)
    return context | {
        "listed_pages": [card.page for card in context["initiatives"]],
        "needs": list(needs[:_NEEDS]),
        "places_url": f"{base}theo-dia-ban/",
    }


@page_view(InitiativeIndexPage, "rss/", name="rss")
def feed(index: InitiativeIndexPage, request: HttpRequest) -> HttpResponse:
    """The listing's first pages, as chosen."""
    base = index.get_url(request) or ""
    listing = ShowcaseListing(request.GET, base_url=base)
    return listing_feed(index, listing.pages(index, _FEED), request)


@page_view(InitiativeIndexPage, "theo-dia-ban/", name="places")
def places(index: InitiativeIndexPage, request: HttpRequest) -> HttpResponse:
    """Every place something was first applied in, with a link to what."""
    directory = read_directory()
    base = index.get_url(request) or ""
    found = defaultdict(list)
    pages = InitiativePage.objects.child_of(index)
    newest = pages.for_listing(covers="").order_by("-first_published_at", "-pk")
    for key, place in newest.values_list("pk", "locality_id"):
        for outer in directory.inside.get(place, (None,)):
            found[outer].append(key)
    keys = {key for place in found if place for key in found[place][:_PER_PLACE]}
    by_key = pages.for_listing(covers="").in_bulk(keys)
    groups = [
        {
            "name": label,
            "url": f"{base}?noi={place}",
            "count": len(found[place]),
            "pages": [by_key[key] for key in found[place][:_PER_PLACE]],
        }
        for place, label in by_name((p, directory.places[p]) for p in found if p)
    ]
    context = {"page": index, "groups": groups, "unplaced": len(found[None])}
    return render(request, "documents/initiative_places_page.html", context)


def showcase_json(request: HttpRequest) -> JsonResponse:
    """The listing as data; the parameters are the page's."""
    index = InitiativeIndexPage.objects.live().public().first()
    if index is None:
        raise Http404
    base = index.get_url(request) or "/"
    context = ShowcaseListing(request.GET, base_url=base).context(index)
    page = context["initiatives"]
    return open_data(
        {
            "count": context["result_count"],
            "page": page.number,
            "pages": page.paginator.num_pages,
            "nearest": context["is_nearest"],
            **said_of(context["answer"]),
            "results": [_as_data(card, request) for card in page],
            "facets": facet_data(context["facets"]),
        }
    )


def _as_data(card, request: HttpRequest) -> dict:
    page = card.page
    return {
        "code": page.code,
        "title": page.title,
        "url": jsonld.absolute(request, page.get_url(request)),
        "summary": page.summary,
        "problem": page.problem,
        "field": page.field.name,
        "unit": page.unit.name if page.unit else None,
        "place": str(page.locality) if page.locality else None,
        "level": page.level or None,
        "year": page.year,
        "cost_vnd": page.cost,
        "effort": page.effort or None,
        "proof": str(card.proof) if card.proof else None,
        "applied_elsewhere": card.applied,
        "is_sample": page.is_sample,
    }
