"""The parts of a page that are the same everywhere."""

from django import template

from portal.header_footer import frame_of, rendered
from portal.models import PortalPage
from portal.share_cards import card_of

register = template.Library()


@register.simple_tag(takes_context=True)
def frame(context, name: str):
    """Header or footer; nothing where no site answers for the request."""
    if "site_settings" not in context:
        return ""
    return rendered(f"components/{name}.html", frame_of(context))


@register.inclusion_tag("components/share.html", takes_context=True)
def share_links(context):
    """Ways to pass the page on: its own address, never the one it was opened with."""
    page, request = context.get("page"), context.get("request")
    if not isinstance(page, PortalPage) or not page.pk or not page.live:
        return {}
    card, url = card_of(page), page.get_full_url(request) or ""
    return {
        "share_title": card.title,
        "share_text": "\n".join((*card.words, url)),
        "share_url": url,
    }
