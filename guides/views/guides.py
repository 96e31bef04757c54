"""Guides: their list, and one of them step by step."""

from functools import lru_cache

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Site
from wagtail.rich_text import get_text_for_indexing

from guides.models import GuideIndexPage, GuidePage
from guides.steps import forms_in, steps_of
from portal import jsonld
from portal.page_views import page_context, page_schema
from portal.share_cards import Line, ShareCard, share_card


def root_path_of(request: HttpRequest) -> str:
    """The `url_path` of the front page of the site a request is to."""
    site = Site.find_for_request(request)
    return site.root_page.url_path if site else "/"


@page_context(GuideIndexPage)
def listing(index: GuideIndexPage, request: HttpRequest) -> dict:
    return {"guides": index.guides().order_by("title", "pk")}


@page_context(GuidePage)
def guide(page: GuidePage, request: HttpRequest) -> dict:
    """The steps with today's status of all they rest on."""
    today = timezone.localdate()
    steps = steps_of(page, on=today, root_path=root_path_of(request))
    return {"steps": steps, "forms": forms_in(steps), "on": today}


@share_card(GuidePage)
def guide_card(page: GuidePage) -> ShareCard:
    """Title and for whom it is."""
    lines = (Line(page.audience),) if page.audience else ()
    return ShareCard(title=page.full_title, kicker=_("Step-by-step guide"), lines=lines)


@page_schema(GuidePage)
def how_to(page: GuidePage, request: HttpRequest) -> dict:
    """The page as schema.org `HowTo`."""
    data = jsonld.web_page(page, request, "HowTo")
    url = page.get_full_url(request) or ""
    data["step"] = [
        {
            "@type": "HowToStep",
            "position": number,
            "name": child.value["title"],
            "text": _words(child.value["text"]) or child.value["title"],
            "url": f"{url}#buoc-{number}",
        }
        for number, child in enumerate(page.steps, 1)
    ]
    data["publisher"] = jsonld.office(request)
    return data


def _words(text) -> str:
    return _plain(text.source) if text else ""


@lru_cache(maxsize=512)
def _plain(html: str) -> str:
    return get_text_for_indexing(html).strip()
