"""Acts named in running text: the link and the sign beside the number."""

import re
from functools import lru_cache

from django import template
from django.template.loader import get_template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from documents.citing.links import Links, RegulationCard, linked

register = template.Library()

# Every number has one: most lines of an act have none and need no reading.
_SLASHES = frozenset("/\u2044\u2215\uff0f")
_LAW = re.compile(r"luật|pháp\s+lệnh", re.IGNORECASE)
# Longer words than any number's may run over the end of a line.
_LONGEST_NUMBER = 30


@register.simple_tag(takes_context=True)
def cited(context, value: str) -> SafeString:
    """Text, or safe HTML, with the page's `citation_links` drawn into it.

    On paper there are links alone: a sign of today would soon be wrong.
    """
    html = conditional_escape(value)
    links = context.get("citation_links")
    if not links or not _may_name(html, links):
        return html
    for_print = bool(context.get("for_print"))
    return _drawn(str(html), links, get_language() or "", for_print)


def _may_name(html: str, links: Links) -> bool:
    if not _SLASHES.isdisjoint(html):
        return True
    return bool(_LAW.search(html)) and any(link.is_title for link in links)


@register.simple_tag(takes_context=True)
def citation_cards(context) -> SafeString | str:
    """What each sign beside a number opens, once for all of the page."""
    cards = context.get("citation_cards")
    return _cards(cards, get_language() or "") if cards else ""


@register.simple_tag(takes_context=True)
def cited_acts(context) -> SafeString | str:
    """The items of the list beside the text, one for each act it names."""
    cards = context.get("citation_cards")
    return _items(cards, get_language() or "") if cards else ""


# All that the results depend on is the key, so a kept piece is never an old one.
@lru_cache(maxsize=512)
def _drawn(html: str, links: Links, language: str, for_print: bool) -> SafeString:
    drawing = get_template("components/citation.html")

    def draw(words: str, card: RegulationCard) -> str:
        # The words are a part of HTML that is safe as a whole.
        number = mark_safe(words)  # noqa: S308
        context = {
            "number": number,
            "is_long": len(words) > _LONGEST_NUMBER,
            "card": card,
            "for_print": for_print,
        }
        return drawing.render(context).strip()

    return mark_safe(linked(html, links, draw))  # noqa: S308


@lru_cache(maxsize=256)
def _items(cards: tuple[RegulationCard, ...], language: str) -> SafeString:
    return get_template("components/citation_list.html").render({"cards": cards})


@lru_cache(maxsize=256)
def _cards(cards: tuple[RegulationCard, ...], language: str) -> SafeString:
    return get_template("components/citation_cards.html").render({"cards": cards})
