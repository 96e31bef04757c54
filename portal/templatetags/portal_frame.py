"""The parts of a page that are the same everywhere."""

from django import template

from portal.header_footer import frame_of, rendered

register = template.Library()


@register.simple_tag(takes_context=True)
def frame(context, name: str):
    """Header or footer; nothing where no site answers for the request."""
    if "site_settings" not in context:
        return ""
    return rendered(f"components/{name}.html", frame_of(context))
