"""Pictures in templates."""

from django import template

from portal.images.presets import PRESETS
from portal.images.renditions import largest_jpeg, picture
from portal.models import PortalPage
from portal.share_cards import addresses

register = template.Library()


@register.inclusion_tag("components/picture.html", takes_context=True)
def portal_picture(
    context,
    image,
    *,
    preset="article",
    alt="",
    decorative=False,
    lazy=True,
    fetchpriority="",
    sizes="",
    css_class="",
):
    """A <picture> in AVIF, WebP and JPEG with its size stated.

    `alt` is the words of this place; left out, the picture's own description is
    used. `decorative=True` empties it. On paper the largest JPEG is taken.
    """
    if image is None:
        return {}
    for_print = context.get("for_print", False)
    return {
        "picture": largest_jpeg(image) if for_print else picture(image, preset),
        "alt": "" if decorative else alt or image.default_alt_text,
        "sizes": sizes or PRESETS[preset].sizes,
        "lazy": lazy and not for_print,
        "fetchpriority": fetchpriority,
        "css_class": css_class,
    }


@register.simple_tag(takes_context=True)
def share_picture(context):
    """What chats show beside a link: `.url`, `.alt`, `.width`, `.height`; or None.

    None where no site is set up; outside of the tree the portal's own picture.
    """
    settings = context.get("site_settings")
    if not settings:
        return None
    page = context.get("page")
    return addresses.share_picture(
        page if isinstance(page, PortalPage) else None, settings
    )
