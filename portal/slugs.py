"""Addresses of new pages."""

from collections.abc import Iterable, Iterator
from itertools import count

from wagtail.models import PageQuerySet


def free_slug(choices: Iterable[str], pages: PageQuerySet) -> str:
    """The first of the addresses that none of the pages has.

    The choices shall not end, or one of them be free: StopIteration otherwise.
    """
    return next(slug for slug in choices if not pages.filter(slug=slug).exists())


def numbered(slug: str) -> Iterator[str]:
    """The address, then with 2, 3 and so on behind it, without end."""
    yield slug
    yield from (f"{slug}-{number}" for number in count(2))
