"""Pages of a listing, forgiving about their numbers."""

from collections.abc import Callable, Sequence

from django.core.paginator import Page, Paginator


def page_of(
    items, number: str | None, *, per_page: int, total: int | None = None
) -> Page:
    """Return the page of that number; nonsense is the first, too far the last.

    What the database still holds need not be counted where `total` is known.
    """
    paginator = Paginator(items, per_page)
    if total is not None:
        paginator.count = total
    return paginator.get_page(number)


def page_of_keys(
    keys: Sequence[int],
    rows,
    number: str | None,
    *,
    per_page: int,
    total: int | None = None,
) -> Page:
    """The same of rows whose order is that of their keys; only one page is read."""
    page = page_of(keys, number, per_page=per_page, total=total)
    wanted = list(page.object_list)
    found = rows.in_bulk(wanted) if wanted else {}
    page.object_list = [found[key] for key in wanted if key in found]
    return page


def page_of_best(
    found, rank: Callable[[int], int], number: str | None, *, per_page: int
) -> Page:
    """The same of rows in the order of their ranks, the lowest first."""
    keys = sorted(found.order_by().values_list("pk", flat=True), key=rank)
    return page_of_keys(keys, found, number, per_page=per_page)
