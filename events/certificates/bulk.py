"""All certificates of a conference in one file, drawn by the worker."""

from datetime import datetime
from functools import partial

from django_tasks import task

from events.certificates import sheet
from events.enums import PrintedPaper
from events.models import Certificate, EventPage, PaperPrint
from events.organising import prints
from portal.models import User

#: So many are laid out at once: 25 MB, where each further hundred takes 50 more.
AT_ONCE = 20


def latest(event: EventPage) -> PaperPrint | None:
    return prints.latest(event, PrintedPaper.CERTIFICATES)


def start(event: EventPage, *, now: datetime, actor: User | None) -> PaperPrint:
    """Have the worker make the file; while one is being made, that is the one."""
    return prints.start(
        event,
        PrintedPaper.CERTIFICATES,
        total=_named(event).count(),
        task=draw,
        now=now,
        actor=actor,
    )


@task()
def draw(print_id: int) -> int:
    """Draw the file of a print; return how many certificates it holds."""
    row = prints.unfinished(print_id)
    if row is None:
        return 0
    ids = list(_named(row.event).numbered().values_list("pk", flat=True))
    few = [ids[first : first + AT_ONCE] for first in range(0, len(ids), AT_ONCE)]
    return prints.draw(
        row, [prints.Batch(len(some), partial(_html, row.event, some)) for some in few]
    )


def _named(event: EventPage):
    """Those that can be printed: valid, of people who were not forgotten."""
    return Certificate.objects.of_event(event).valid().exclude(name="")


def _html(event: EventPage, ids: list[int]) -> str:
    rows = Certificate.objects.filter(pk__in=ids).select_related("printed")
    return sheet.html_of(event, list(rows.numbered()))
