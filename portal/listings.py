"""Pages of a listing, forgiving about their numbers."""

from django.core.paginator import Page, Paginator


def page_of(items, number: str | None, *, per_page: int) -> Page:
    """Return the page of that number; nonsense is the first, too far the last."""
    return Paginator(items, per_page).get_page(number)
