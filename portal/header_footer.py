"""Header and footer: the same on every page, so drawn once per process.

What they show is the key they are kept under; an official's change makes another
key, so a kept piece is never an old one.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language


@dataclass(frozen=True)
class Frame:
    """All that a header or footer reads."""

    settings: tuple
    banners: tuple
    menu: tuple
    links: tuple
    language: str
    context: dict[str, Any] = field(compare=False, repr=False)


def frame_of(context) -> Frame:
    """Gather from a page's context what the frame shows."""
    settings = context["site_settings"]
    path = context["request"].path
    menu = context["menu_items"]
    banners = context["banner_lines"]
    return Frame(
        settings=tuple(getattr(settings, f.attname) for f in settings._meta.fields),
        banners=tuple((line.text, line.url) for line in banners),
        menu=tuple((*item.values(), item["url"] == path) for item in menu),
        links=tuple(tuple(link.values()) for link in context["footer_links"]),
        language=get_language() or "",
        context={
            "site_settings": settings,
            "banner_lines": banners,
            "menu_items": menu,
            "footer_links": context["footer_links"],
            "request": context["request"],
            "offline_reading": context["offline_reading"],
        },
    )


@lru_cache(maxsize=128)
def rendered(template: str, frame: Frame) -> SafeString:
    """Return the template filled with the frame."""
    return render_to_string(template, frame.context)
