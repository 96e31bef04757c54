"""The day's papers as documents: drawn at once for a few people, else by the worker."""

import sys
from collections.abc import Sequence
from datetime import datetime
from functools import partial

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django_tasks import task

from events.checkin import papers
from events.checkin.parts import parts_of
from events.conferences.facts import when_in_words
from events.enums import PrintedPaper
from events.models import EventPage, PaperPrint
from events.organising import prints
from events.organising.prints import Batch
from portal.models import SiteSettings, User
from portal.vietnamese.names import heads_of

#: What each paper is called in addresses.
SLUGS = {
    "ky-nhan": PrintedPaper.SIGN_IN,
    "the": PrintedPaper.BADGES,
    "bien-ban": PrintedPaper.TABLE_SIGNS,
}
#: Sheets laid out in one go, some 30 MB.
EACH = 8


def batches(event: EventPage, paper: PrintedPaper) -> list[Batch]:
    """The paper cut into documents of `EACH` sheets, each to be written when drawn."""
    return _MAKERS[paper](event, EACH)


def whole(event: EventPage, paper: PrintedPaper) -> Batch | None:
    """All of it in one document; None where nobody is on it."""
    made = _MAKERS[paper](event, sys.maxsize)
    return made[0] if made and made[0].people else None


def start(
    event: EventPage, paper: PrintedPaper, *, now: datetime, actor: User | None
) -> PaperPrint:
    """Have the worker make the file; while one is being made, that is the one."""
    total = sum(batch.people for batch in batches(event, paper))
    return prints.start(event, paper, total=total, task=draw, now=now, actor=actor)


@task()
def draw(print_id: int) -> int:
    """Draw the file of a print; return for how many people."""
    row = prints.unfinished(print_id)
    if row is None:
        return 0
    return prints.draw(row, batches(row.event, PrintedPaper(row.paper)))


def _sign_in(event: EventPage, each: int) -> list[Batch]:
    sheets = papers.sign_sheets(event)
    for sheet in sheets:
        path = reverse("attendance_paper", args=[event.pk, sheet.number])
        sheet.address = f"{settings.SITE_URL}{path}"
    parts, site = parts_of(event), event.get_site()
    house = SiteSettings.for_site(site) if site else SiteSettings()
    context = {
        "heads": heads_of(house.unit_name),
        "parts": parts,
        "columns": 5 + len(parts),
        "when": when_in_words(event),
        "count": len(sheets),
    }
    return [
        _batch(
            "sign_in", event, sum(len(one.ids) for one in some), sheets=some, **context
        )
        for _first, some in _cut(sheets, each)
    ]


def _badges(event: EventPage, each: int) -> list[Batch]:
    sheets = papers.by_sheet(papers.badges(event))
    return [
        _batch(
            "badges",
            event,
            sum(map(len, some)),
            sheets=some,
            before=first,
            count=len(sheets),
        )
        for first, some in _cut(sheets, each)
    ]


def _table_signs(event: EventPage, each: int) -> list[Batch]:
    signs = papers.speakers(event)
    return [
        _batch("table_signs", event, len(some), signs=some)
        for _first, some in _cut(signs, each)
    ]


_MAKERS = {
    PrintedPaper.SIGN_IN: _sign_in,
    PrintedPaper.BADGES: _badges,
    PrintedPaper.TABLE_SIGNS: _table_signs,
}


def _cut(sheets: Sequence, each: int) -> list[tuple[int, Sequence]]:
    """So many at a time, with the number of those before them."""
    return [
        (first, sheets[first : first + each]) for first in range(0, len(sheets), each)
    ]


def _batch(template: str, event: EventPage, people: int, **context) -> Batch:
    name, context = f"pdf/events/door/{template}.html", {"event": event, **context}
    return Batch(people, partial(render_to_string, name, context))
