"""The parts of a page that are the same everywhere."""

from collections.abc import Callable, Hashable

from django import template
from django.template.loader import render_to_string
from django.utils import timezone

from portal.header_footer import frame_of, rendered
from portal.models import PortalPage
from portal.page_cache.parts import KeptPart, drawn, drawn_long
from portal.share_cards import card_of

register = template.Library()


@register.simple_tag(takes_context=True)
def frame(context, name: str):
    """Header or footer; nothing where no site answers for the request."""
    if "site_settings" not in context:
        return ""
    return rendered(f"components/{name}.html", frame_of(context))


@register.simple_tag
def kept(template_name: str, key: Hashable, **values):
    """As `{% include … with … only %}`, but drawn once until somebody publishes.

    `key` is what the values differ by, within a day: that of a page, for a page's row.
    What changes by the hour or with each seat must be in it. Plain values always are;
    without a key nothing is kept.
    """
    return _kept(drawn, template_name, key, values)


@register.simple_tag
def kept_long(template_name: str, key: Hashable, **values):
    """The same for what may be long, of which fewer are kept."""
    return _kept(drawn_long, template_name, key, values)


def _kept(draw: Callable[[KeptPart], str], template_name: str, key: Hashable, values):
    if key in ("", None):
        return render_to_string(template_name, values)
    plain = [pair for pair in values.items() if isinstance(pair[1], str | int | None)]
    whole = key, *sorted(plain)
    return draw(KeptPart(template_name, whole, timezone.localdate(), values))


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
