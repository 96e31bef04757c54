"""Keeps the entries of every page readers may see, in the editor's own transaction."""

from collections.abc import Iterable, Iterator, Sequence

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from portal.models import PortalPage, SearchState
from portal.search import registry, vocabulary
from portal.search.descriptions import Record
from portal.search.engines import engine
from portal.search.entries import Entry, entries_of
from portal.search.entry_keys import record_page
from portal.search.registry import describe


@transaction.atomic
def update(page: Page) -> None:
    """Write or remove the entries of a page, as it is public or not."""
    page = page.specific
    rows = [row for slot in slots() for row in rows_of(page, slot)]
    index = engine()
    index.delete([page.pk])
    index.put(rows)
    vocabulary.add_titles(rows)


def update_tree(page: Page) -> None:
    """Write the entries of a page and all below it, as after a move."""
    with transaction.atomic():
        for descendant in page.get_descendants(inclusive=True).iterator(100):
            update(descendant)


def remove(page_id: int) -> None:
    engine().delete([page_id])


@transaction.atomic
def update_records(number: int, keys: Sequence[int]) -> None:
    """Write or remove the entries of rows that are no pages, as they are public."""
    kind, today = registry.records()[number], timezone.localdate()
    found = list(kind.read(keys, today))
    rows = [row for slot in slots() for row in rows_of_records(number, found, slot)]
    index = engine()
    index.delete([record_page(number, key) for key in keys])
    index.put(rows)
    vocabulary.add_titles(rows)


def rows_of_records(number: int, found: Iterable[Record], slot: int) -> Iterator[Entry]:
    """The entries of such rows for one slot."""
    for record in found:
        yield from entries_of(
            record.description,
            slot=slot,
            page=record_page(number, record.pk),
            title=record.title,
            url=record.url,
            day=record.day,
            is_sample=record.is_sample,
            asked_as=record.asked_as,
        )


def slots() -> tuple[int, ...]:
    """Where a change is written: what readers search, and what is being built."""
    state = SearchState.current()
    return (state.slot, 1 - state.slot) if state.is_building else (state.slot,)


def rows_of(page: Page, slot: int) -> Iterable[Entry]:
    """The entries of a page for one slot; none of what is not public."""
    if not isinstance(page, PortalPage) or not _is_public(page):
        return []
    described = describe(page)
    if described is None:
        return []
    return entries_of(
        described,
        slot=slot,
        page=page.pk,
        title=page.full_title,
        url=page.get_url() or "",
        day=page.listed_on,
        is_sample=page.is_sample,
        asked_as=page.asked_as,
    )


def _is_public(page: Page) -> bool:
    return page.live and not page.get_view_restrictions().exists()
