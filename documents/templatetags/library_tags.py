"""Words of the library's templates: provisions by name, what was searched for."""

from django import template
from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe

from documents.acts.highlights import marked_spans
from documents.acts.names import place_words
from portal.art import icons

register = template.Library()


@register.filter
def provision(anchor: str) -> str:
    """khoản 2 Điều 4 for `dieu-4-khoan-2`."""
    return place_words(anchor)


@register.filter
def marked(text: str, query: str) -> SafeString | str:
    """The text with the words a reader looked for marked, accents ignored."""
    spans = marked_spans(str(text), query or "")
    if not spans:
        return conditional_escape(text)
    parts, done = [], 0
    for start, end in spans:
        words = f"<mark>{escape(text[start:end])}</mark>"
        parts += [escape(text[done:start]), words]
        done = end
    parts.append(escape(text[done:]))
    return mark_safe("".join(parts))  # noqa: S308  every part is escaped above


@register.simple_tag
def sign(name: str) -> SafeString:
    """The strokes of a sign of legal force, for use inside a drawing."""
    return mark_safe(icons.shapes(name))  # noqa: S308  our own drawing
