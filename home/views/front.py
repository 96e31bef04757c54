"""What the front page shows: the newest of every room."""

from django.http import HttpRequest
from django.utils import timezone

from documents.models import InitiativePage, RegulationPage
from events.conferences.status import upcoming_or_latest
from home.models import ArticlePage, HomePage
from portal import jsonld
from portal.models import SiteSettings
from portal.page_views import page_context, page_schema


@page_context(HomePage)
def newest(page: HomePage, request: HttpRequest) -> dict:
    events, is_past = upcoming_or_latest(timezone.now(), limit=3)
    articles = ArticlePage.objects.for_listing(covers="article").newest()
    return {
        "latest_articles": articles[:4],
        "next_events": events,
        "events_heading_is_past": is_past,
        "newest_regulations": RegulationPage.objects.for_cards().newest()[:4],
        "showcased_initiatives": InitiativePage.objects.for_listing()[:3],
    }


@page_schema(HomePage)
def web_site(page: HomePage, request: HttpRequest) -> dict:
    """The portal, with the address at which it is searched."""
    search = jsonld.absolute(request, "/tim-kiem/?q={search_term_string}")
    site, _lines = SiteSettings.for_request(request, timezone.localdate())
    return jsonld.web_page(page, request) | {
        "name": site.portal_name,
        "publisher": jsonld.office(request),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": search},
            "query-input": "required name=search_term_string",
        },
    }
