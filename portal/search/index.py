"""Keeps one search entry for every page readers may see."""

from django.db import transaction
from wagtail.models import Page

from portal.models import PortalPage, SearchEntry
from portal.search.query import searchable


def update(page: Page) -> None:
    """Write or remove the entry of a page, as it is public or not."""
    page = page.specific
    if not isinstance(page, PortalPage) or not _is_public(page):
        remove(page.pk)
        return
    text = "\n".join(part for part in (page.summary, page.search_text()) if part)
    SearchEntry.objects.update_or_create(
        page_id=page.pk,
        defaults={
            "kind": page.kind_label,
            "title": page.title,
            "url": page.get_url() or "",
            "text": text,
            "title_folded": searchable(page.title)[:255],
            "folded": searchable(f"{page.title}\n{text}"),
            "dated": page.listed_on,
        },
    )


def update_tree(page: Page) -> None:
    """Write the entries of a page and all below it, as after a move."""
    with transaction.atomic():
        for descendant in page.get_descendants(inclusive=True).iterator(100):
            update(descendant)


def remove(page_id: int) -> None:
    SearchEntry.objects.filter(page_id=page_id).delete()


def _is_public(page: Page) -> bool:
    return page.live and not page.get_view_restrictions().exists()
