"""Pages of a listing, forgiving about their numbers."""

from collections.abc import Sequence

from django.core.paginator import Page, Paginator


def page_of(items, number: str | None, *, per_page: int) -> Page:
    """Return the page of that number; nonsense is the first, too far the last."""
    return Paginator(items, per_page).get_page(number)


def page_of_keys(
    keys: Sequence[int], rows, number: str | None, *, per_page: int, total: int = 0
) -> Page:
    """The same of rows whose order is that of their keys; only one page is read.

    Keys that the database still holds need not be counted where `total` is known.
    """
    paginator = Paginator(keys, per_page)
    if total:
        paginator.count = total
    page = paginator.get_page(number)
    wanted = list(page.object_list)
    found = rows.in_bulk(wanted) if wanted else {}
    page.object_list = [found[key] for key in wanted if key in found]
    return page
