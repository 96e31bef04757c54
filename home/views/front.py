"""What the front page shows: the newest of every room."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Site

from documents.models import InitiativePage, RegulationPage
from events.conferences.status import upcoming_or_latest
from guides.models import FormIndexPage, GuideIndexPage, GuidePage
from home.models import ArticlePage, HomePage
from portal import jsonld
from portal.models import SiteSettings
from portal.page_cache.values import until_published
from portal.page_views import page_context, page_schema
from portal.share_cards import ShareCard, share_card
from questions.models import AnswerPage, QuestionIndexPage

_MOST_GUIDES = 1
_INDEXES = (
    (FormIndexPage, "download"),
    (GuideIndexPage, "file"),
    (QuestionIndexPage, "info"),
)


@page_context(HomePage)
def newest(page: HomePage, request: HttpRequest) -> dict:
    events, is_past = upcoming_or_latest(timezone.now(), limit=3)
    return {
        "next_events": events,
        "events_heading_is_past": is_past,
        "published": _published(Site.find_for_request(request)),
    }


@until_published()
def _published(site: Site) -> dict:
    """What no hour changes; the conferences' seats and phases do."""
    articles = ArticlePage.objects.for_listing(covers="article").newest()
    return {
        "key": site.pk,
        "articles": tuple(articles[:4]),
        "regulations": tuple(RegulationPage.objects.for_cards().newest()[:4]),
        "initiatives": tuple(InitiativePage.objects.for_listing()[:3]),
        "errands": tuple(_errands(site)),
        "answers": tuple(AnswerPage.objects.for_listing().newest()[:3]),
    }


def _errands(site: Site) -> Iterator[dict]:
    """What people come for most often: the first guide, forms, questions answered."""
    guides = GuidePage.objects.for_listing().order_by("title", "pk")[:_MOST_GUIDES]
    indexes = (
        (model.objects.live().public().first(), icon) for model, icon in _INDEXES
    )
    found = [*((page, "steps") for page in guides)]
    found += [(page, icon) for page, icon in indexes if page]
    for page, icon in found:
        yield {
            "title": page.title,
            "url": page.get_url(current_site=site),
            "icon": icon,
            "words": page.description,
        }


@share_card(HomePage)
def portal_card(page: HomePage) -> ShareCard:
    """The headline over the hills: what the portal is for."""
    return ShareCard(title=page.hero_title, ground="hills")


@page_schema(HomePage)
def web_site(page: HomePage, request: HttpRequest) -> dict:
    """The portal, with the address at which it is searched."""
    # The braces are the reader's words to come: no address encodes them.
    search = jsonld.absolute(request, "/tim-kiem/") + "?q={search_term_string}"
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
