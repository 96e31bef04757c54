"""Building the index anew beside the one readers search, then changing over.

A rebuild that was cut short goes on where it stopped. What is published meanwhile is
written to both slots.
"""

from collections.abc import Callable
from itertools import chain

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from portal.models import SearchEntry, SearchState
from portal.page_cache import generation
from portal.search import phrase_trainer, registry, vocabulary
from portal.search.engines import engine
from portal.search.entry_keys import record_page, slot_range
from portal.search.index import rows_of, rows_of_records

#: Of what is made of a text and how it is kept: another number, and all is built anew.
VERSION = 8
#: Pages written at once: well under a second, in which others who write wait.
BATCH = 250
_FORGOTTEN_AT_ONCE = 300

Progress = Callable[[int, int], None]


def is_outdated() -> bool:
    return SearchState.current().version != VERSION


def _silent(done: int, total: int) -> None:
    """Nobody watches."""


def rebuild(progress: Progress = _silent, *, anew: bool = False) -> int:
    """Index every public page; say how many there are.

    `anew` forgets an unfinished rebuild instead of going on with it.
    """
    state = _begin(anew=anew)
    building = 1 - state.slot
    pages = Page.objects.live().public().order_by("pk")
    total = pages.count()
    done = pages.filter(pk__lte=state.cursor).count() if state.cursor else 0
    progress(done, total)
    while batch := list(pages.filter(pk__gt=state.cursor).specific()[:BATCH]):
        _write(batch, building, state)
        done += len(batch)
        progress(done, max(total, done))
    _write_records(building)
    engine().settle()
    vocabulary.recount(building)
    with transaction.atomic():
        SearchState.objects.filter(pk=1).update(
            slot=building, version=VERSION, is_building=False, cursor=0
        )
        transaction.on_commit(generation.expire, robust=True)
    phrase_trainer.train()
    _forget(state.slot)
    return done


def _begin(*, anew: bool) -> SearchState:
    with transaction.atomic():
        SearchState.objects.get_or_create(pk=1)
        state = SearchState.objects.select_for_update().get(pk=1)
        fresh = anew or not state.is_building
        if fresh:
            state.is_building, state.cursor = True, 0
            state.save()
    if fresh:
        _forget(1 - state.slot)
    return state


@transaction.atomic
def _write(pages: list[Page], slot: int, state: SearchState) -> None:
    index = engine()
    index.delete([page.pk for page in pages], slot)
    # The pages are read here, their words while they are written.
    index.put(chain.from_iterable([rows_of(page, slot) for page in pages]))
    state.cursor = pages[-1].pk
    SearchState.objects.filter(pk=1).update(cursor=state.cursor)


@transaction.atomic
def _write_records(slot: int) -> None:
    """The rows that are no pages: few beside those, written at once."""
    index, today = engine(), timezone.localdate()
    for number, kind in registry.records().items():
        found = list(kind.read(None, today))
        index.delete([record_page(number, record.pk) for record in found], slot)
        index.put(rows_of_records(number, found, slot))


def _forget(slot: int) -> None:
    """Empty a slot that nobody searches, a little at a time."""
    first, beyond = slot_range(slot)
    rows = SearchEntry.objects.filter(id__gte=first, id__lt=beyond).order_by()
    index = engine()
    while pages := set(rows.values_list("page_id", flat=True)[:_FORGOTTEN_AT_ONCE]):
        with transaction.atomic():
            index.delete(sorted(pages), slot)
