"""Addresses of new pages, in ASCII: a link with marks is unreadable in a letter."""

from collections.abc import Iterable, Iterator
from itertools import count

from wagtail.models import Page, PageQuerySet

from portal import vietnamese

MAX_SLUG = 255
"""As many letters as Wagtail keeps of one."""

# Room for a number behind it.
MAX_TITLE = 240


def ascii_slug(words: str) -> str:
    """Words as part of an address, đ as d; empty where nothing can stand in one."""
    folded = vietnamese.fold(words)
    plain = "".join(c if c.isascii() and c.isalnum() else " " for c in folded)
    return "-".join(plain.split())[:MAX_SLUG].strip("-")


def free_slug(choices: Iterable[str], pages: PageQuerySet) -> str:
    """The first of the addresses that none of the pages has.

    The choices shall not end, or one of them be free: StopIteration otherwise.
    """
    return next(slug for slug in choices if not pages.filter(slug=slug).exists())


def free_page_slug(title: str, parent: Page, page: Page) -> str:
    """The title as an address that no other page beside this one has."""
    siblings = parent.get_children().exclude(pk=page.pk)
    return free_slug(numbered(ascii_slug(title)[:MAX_TITLE] or "trang"), siblings)


def numbered(slug: str) -> Iterator[str]:
    """The address, then with 2, 3 and so on behind it, without end."""
    yield slug
    yield from (f"{slug}-{number}" for number in count(2))
