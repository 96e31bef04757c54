"""The picture to scan, as a drawing in the page."""

from functools import lru_cache

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from events.tickets.ticket import qr_rows
from portal.art import weave

register = template.Library()


@register.simple_tag
def qr(
    text: str, label: str, *, paper: bool = False, public: bool = False
) -> SafeString:
    """Dark on whatever is behind it: the page gives it white ground and quiet zone.

    A PDF takes its words from `alt`, which HTML does not know on drawings. What is
    `public`, the address of a page, is drawn once; nobody's ticket is remembered.
    """
    size, path = _drawn_once(text) if public else _drawn(text)
    return format_html(
        '<svg class="qr" viewBox="0 0 {0} {0}" shape-rendering="crispEdges" '
        'role="img" aria-label="{1}"{3}><path d="{2}"/></svg>',
        size,
        label,
        path,
        format_html(' alt="{}"', label) if paper else "",
    )


def _drawn(text: str) -> tuple[int, SafeString]:
    """How many cells wide, and the path that fills the dark ones."""
    rows = qr_rows(text)
    path = mark_safe(weave.cells(rows))  # noqa: S308  numbers and letters of our own
    return len(rows), path


_drawn_once = lru_cache(maxsize=256)(_drawn)
