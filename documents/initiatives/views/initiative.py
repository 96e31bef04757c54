"""What the page of an initiative shows, and says to search engines."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Site

from documents.acts.views.cited_by import by_kind
from documents.initiatives.adopters import adopters_of
from documents.initiatives.authors import public_authors
from documents.initiatives.bands import band_labels, bands
from documents.initiatives.figures import money_text
from documents.initiatives.legal_basis import CitedRegulations
from documents.initiatives.proof import proof_of
from documents.initiatives.related_pages import pages_presenting, similar
from documents.models.initiative_enums import Kind, ReachLevel
from documents.models.initiatives import InitiativePage
from portal import feeds, jsonld
from portal.page_views import page_context, page_schema, page_view
from portal.share_cards import Line, ShareCard, share_card

_SHOWN_FIRST = 6


@page_context(InitiativePage)
def initiative_context(page: InitiativePage, request: HttpRequest) -> dict:
    """Everything beside the page's own fields; as many queries for a long one."""
    today = timezone.localdate()
    site = Site.find_for_request(request)
    root_path = site.root_page.url_path if site else "/"
    cited = CitedRegulations(page, on=today, root_path=root_path)
    found = adopters_of(page.pk)
    benefits = list(page.benefits.all().select_related("evidence"))
    return {
        "authors": public_authors(page.pk) if page.pk else [],
        "level": str(ReachLevel(page.level).label) if page.level else "",
        "cost": money_text(page.cost),
        "effort": page.get_effort_display(),
        "kinds": [str(k.label) for k in Kind if k.value in page.kinds],
        "is_due": bool(page.review_on and page.review_on <= today),
        "proof": proof_of(benefits),
        "steps": list(page.steps.all()),
        "kit": list(page.kit.all().select_related("document")),
        "adopters": found,
        "adopters_first": found.applied[:_SHOWN_FIRST],
        "adopters_more": found.applied[_SHOWN_FIRST:],
        "decisions": cited.decisions(),
        "basis": cited.basis(),
        "presented": by_kind(pages_presenting(page)),
        "similar": similar(page),
        "feed_url": f"{page.get_url(request) or ''}rss/",
        "showcase_url": page.parent_url(request) if page.pk else "",
    }


@page_view(InitiativePage, "rss/", name="rss")
def adopters_feed(page: InitiativePage, request: HttpRequest) -> HttpResponse:
    """Each unit that applies it, the latest first; nothing of who wrote for it."""
    link = request.build_absolute_uri(page.get_url(request))
    latest = sorted(
        adopters_of(page.pk).applied,
        key=lambda one: one.since or date.min,
        reverse=True,
    )
    items = [
        feeds.Item(
            title=", ".join(filter(None, (adopter.unit, adopter.place))),
            link=f"{link}#noi-ap-dung",
            words=adopter.result or adopter.adaptation or page.title,
            key=f"{link}#{adopter.unit}",
            at=adopter.since and feeds.noon(adopter.since),
        )
        for adopter in latest
    ]
    title = _("Applied at: %(title)s") % {"title": page.title}
    return feeds.feed(page, title, page.description or page.title, items, request)


@share_card(InitiativePage)
def initiative_card(page: InitiativePage) -> ShareCard:
    """Title, field and cost, beside its picture or the sign of its field."""
    kind = _("Initiative")
    labels = band_labels()
    cost = next((labels[code] for code in bands(page.cost) if code in labels), "")
    facts = (page.field.name, cost)
    return ShareCard(
        title=page.full_title,
        kicker=_("%(kind)s (sample)") % {"kind": kind} if page.is_sample else kind,
        lines=(Line(" · ".join(filter(None, facts))),),
        sign=page.field.slug,
        cover=page.cover_id,
    )


@page_schema(InitiativePage)
def how_to(page: InitiativePage, request: HttpRequest) -> dict:
    """The page as schema.org `HowTo`; authors only who agreed to it."""
    data = jsonld.web_page(page, request, "HowTo")
    data["identifier"] = page.code
    if steps := list(page.steps.all()):
        data["step"] = [
            {
                "@type": "HowToStep",
                "position": place,
                "name": step.title,
                "text": step.text or step.title,
            }
            for place, step in enumerate(steps, 1)
        ]
    if page.cost is not None:
        data["estimatedCost"] = {
            "@type": "MonetaryAmount",
            "currency": "VND",
            "value": page.cost,
        }
    if page.unit:
        data["creator"] = {"@type": "Organization", "name": page.unit.name}
    data["about"] = page.field.name
    if page.cover and (image := page.cover.share_url):
        data["image"] = jsonld.absolute(request, image)
    data["publisher"] = jsonld.office(request)
    return data
