"""Small helpers of the readers' templates: drawings, dates, numbers that hold."""

import textwrap
from datetime import date, datetime

from django import template
from django.template.defaultfilters import stringfilter
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from portal import typography
from portal.art import icons, signs
from portal.art import mark as mark_art
from portal.art import swatch as swatch_art
from portal.search.query import Query
from portal.search.snippets import marked
from portal.vietnamese import dates

register = template.Library()


def _drawing(svg: str) -> SafeString:
    """Our own drawings are made of numbers and fixed words: nothing to escape."""
    return mark_safe(svg)  # noqa: S308


@register.simple_tag
def icon(name: str) -> SafeString:
    return _drawing(icons.icon(name))


@register.simple_tag
def mark() -> SafeString:
    """The star; its shape stands once in the page (`mark_shape`)."""
    return _drawing(
        '<svg class="mark" viewBox="-21 -21 42 42" aria-hidden="true" '
        'focusable="false"><use href="#mark"/></svg>'
    )


@register.simple_tag
def mark_shape() -> SafeString:
    left, right = mark_art.halves()
    return _drawing(
        '<svg width="0" height="0" class="vh" aria-hidden="true" focusable="false">'
        f'<g id="mark"><path class="mark-l" d="{left}"/>'
        f'<path class="mark-r" d="{right}"/></g></svg>'
    )


@register.simple_tag
def swatch(record: str, across: int = 1, down: int = 1) -> SafeString:
    """The cloth drawn from a record number; decorative."""
    return _drawing(swatch_art.swatch(str(record), across, down))


@register.simple_tag
def field_sign(field: str) -> SafeString:
    """The sign of a field of work, by its slug; decorative."""
    return _drawing(signs.sign(field))


@register.simple_tag
def thread_bar(value: float, total: float, css_class: str = "") -> SafeString:
    """How much of `total` is taken, in threads; the number stands in text beside it."""
    share = 0 if total <= 0 else max(0, min(100, round(100 * value / total)))
    return format_html(
        '<svg class="threads {}" aria-hidden="true" focusable="false">'
        '<line x1="0" x2="{}%" y1="50%" y2="50%" stroke="currentColor" '
        'stroke-width="100%" stroke-dasharray="6 2"/></svg>',
        css_class,
        share,
    )


@register.filter
def short_date(value: date | datetime | None) -> str:
    """25/01/2021, in one piece."""
    if not value:
        return ""
    return format_html('<span class="nw">{}</span>', dates.short_date(value))


@register.filter
def long_date(value: date | datetime | None) -> str:
    """ngày 25 tháng 01 năm 2021, as documents write it."""
    return dates.long_date(value or None)


@register.filter
def typed_date(value: date | datetime | None) -> str:
    """25/01/2021, plain, for a box somebody types into."""
    return dates.short_date(value or None)


@register.filter
def weekday(value: date | datetime | None) -> str:
    """thứ Hai"""
    return dates.weekday(value) if value else ""


@register.filter
def iso_date(value: date | datetime | None) -> str:
    """2021-01-25, for `datetime` attributes."""
    return f"{dates.local(value):%Y-%m-%d}" if value else ""


@register.simple_tag
def day_numerals(first: date, last: date | None = None) -> str:
    """25 or 25–28: the big figures beside an event; the month stands below."""
    return dates.day_numerals(first, last)


@register.filter
def nowrap(value: str) -> SafeString:
    """Text, or safe HTML, in which numbers of acts, dates and telephones hold."""
    return mark_safe(typography.keep_together(conditional_escape(value)))  # noqa: S308


@register.filter
@stringfilter
def whole_words(value: str, most: int) -> str:
    """At most so many letters, cut behind a word: half a syllable is another word."""
    return textwrap.shorten(value, most, placeholder=" …")


@register.filter
def found(text: str, query: Query | None) -> SafeString | str:
    """The text with the words of a search marked, every piece escaped."""
    if not query:
        return conditional_escape(text)
    pieces = marked(str(text), query)
    return format_html_join(
        "", "{}", ((_mark(p.text) if p.marked else p.text,) for p in pieces)
    )


def _mark(text: str) -> SafeString:
    return format_html("<mark>{}</mark>", text)


@register.filter
def heading(value: str) -> SafeString:
    """The same for a heading, in which names and compounds hold as well."""
    return mark_safe(typography.balanced(conditional_escape(value)))  # noqa: S308


@register.filter
@stringfilter
def initials(name: str) -> str:
    """The first letters of family and given name: Lưu Bá Mạc is LM."""
    words = name.split()
    return "".join(word[0] for word in [*words[:1], *words[1:][-1:]])


@register.simple_tag
def labelled_rows(table) -> dict[str, list]:
    """A table as `headings` and `body`, each cell with its heading for narrow screens.

    A heading is (text, is it a number), a cell (heading, bound block, is it a number).
    """
    kinds = [(column["heading"], column["block"].name) for column in table.columns]
    headings = [(heading, kind == "number") for heading, kind in kinds]
    body = [
        [
            (heading, cell, is_number)
            for (heading, is_number), cell in zip(headings, row, strict=True)
        ]
        for row in table.rows
    ]
    return {"headings": headings, "body": body}


@register.simple_tag(takes_context=True)
def absolute_url(context, url: str) -> str:
    """The full address of one of our own files, for those who read from outside."""
    request = context.get("request")
    return request.build_absolute_uri(url) if request else url


@register.simple_tag
def page_numbers(listing) -> list[int | None]:
    """The numbers a pager shows; None stands for those left out."""
    pages = listing.paginator.get_elided_page_range(
        listing.number, on_each_side=1, on_ends=1
    )
    return [page if isinstance(page, int) else None for page in pages]
