"""What chapters of the handbook are written with."""

from functools import lru_cache

from django import template
from django.contrib.staticfiles import finders
from django.urls import reverse
from django.utils.html import format_html
from PIL import Image

from home.handbook.chapters import chapter

register = template.Library()
FOLDER = "home/handbook"
#: Narrower than this it is the picture of a telephone.
PHONE = 500


@register.inclusion_tag("home/handbook/picture.html")
def picture(name: str, alt: str) -> dict:
    """A picture taken by `take_handbook_pictures`, with what is to be seen on it."""
    path = f"{FOLDER}/{name}.webp"
    width, height = _size(path)
    return {
        "path": path,
        "alt": alt,
        "width": width,
        "height": height,
        "is_phone": 0 < width < PHONE,
    }


@register.simple_tag
def see(slug: str) -> str:
    """A link to another chapter, by its title. ValueError where there is none."""
    found = chapter(slug)
    if found is None:
        raise ValueError(slug)
    url = reverse("handbook_chapter", args=[slug])
    return format_html('<a href="{}">{}</a>', url, found.title)


@lru_cache(maxsize=256)
def _size(path: str) -> tuple[int, int]:
    """In pixels; nothing where the picture has not been taken yet."""
    file = finders.find(path)
    if not file:
        return 0, 0
    with Image.open(file) as image:
        return image.size
