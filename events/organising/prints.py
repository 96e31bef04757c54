"""Papers for everybody of a conference: one file, drawn by the worker batch by batch.

Each batch is drawn in a process of its own, so that the whole takes the memory of one
batch. A process that ends too early gives its batch back, and it is drawn again.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks.base import Task

from events.enums import PrintedPaper, PrintProblem
from events.models import EventPage, PaperPrint
from portal import pdf
from portal.models import User
from portal.pdf.runner import DrawingFailed, render_apart

logger = logging.getLogger(__name__)

#: A paper for so many people is drawn while they wait who asked for it.
AT_ONCE = 60
#: The file can be made again at any time, and it is full of names.
KEEP = timedelta(days=7)
#: One that says nothing for so long was lost, and another may be started.
LOST_AFTER = timedelta(hours=1)
#: So often a batch is drawn before the whole is given up.
TRIES = 3
_FOLDER = "prints"


@dataclass(frozen=True, slots=True)
class Batch:
    """Some sheets of a paper: how many people are on them, and the document."""

    people: int
    html: Callable[[], str]


def storage() -> Storage:
    """Where the files lie: served by no address but the organiser's."""
    return storages["private"]


def latest(event: EventPage, paper: PrintedPaper) -> PaperPrint | None:
    """The last file of this paper, made or being made."""
    return PaperPrint.objects.filter(event=event, paper=paper).first()


def is_underway(row: PaperPrint | None, now: datetime) -> bool:
    """Whether it is being made; one that was lost with its worker is not."""
    return bool(row and row.is_running and now - row.created_at < LOST_AFTER)


def has_file(row: PaperPrint | None) -> bool:
    """Whether there is something to download."""
    return bool(row and row.file and storage().exists(row.file))


def start(
    event: EventPage,
    paper: PrintedPaper,
    *,
    total: int,
    task: Task,
    now: datetime,
    actor: User | None,
) -> PaperPrint:
    """Have the worker make the file; while one is being made, that is the one.

    `task` is given the row's id and calls `draw`.
    """
    running = latest(event, paper)
    if running and is_underway(running, now):
        return running
    row = PaperPrint.objects.create(
        event=event, paper=paper, total=total, created_at=now, created_by=actor
    )
    task.enqueue(row.pk)
    return row


def unfinished(print_id: int) -> PaperPrint | None:
    """The print a task is to draw; None where it was drawn or removed."""
    rows = PaperPrint.objects.select_related("event")
    return rows.filter(pk=print_id, finished_at=None).first()


def draw(row: PaperPrint, batches: Sequence[Batch]) -> int:
    """Draw the file of a print; return how many people it holds.

    Begun again after a worker was lost it starts anew.
    """
    total = sum(batch.people for batch in batches)
    mine = PaperPrint.objects.filter(pk=row.pk)
    mine.update(total=total, done=0, repeated=0)
    if not total:
        return _finish(row, problem=PrintProblem.NOBODY)
    if not pdf.available():
        return _finish(row, problem=PrintProblem.NO_PDF)
    parts = []
    for batch in batches:
        try:
            parts.append(_drawn(row, batch))
        except DrawingFailed:
            return _finish(row, problem=PrintProblem.FAILED)
        if not mine.update(done=F("done") + batch.people):
            # Somebody on it was forgotten meanwhile, and the print with them.
            return 0
    name = f"{_FOLDER}/{row.event_id}-{row.paper}-{get_random_string(12)}.pdf"
    return _finish(row, file=storage().save(name, ContentFile(joined(parts))))


def _drawn(row: PaperPrint, batch: Batch) -> bytes:
    """The sheets of a batch; raises DrawingFailed after the last try."""
    for left in reversed(range(TRIES)):
        try:
            return render_apart(batch.html(), settings.SITE_URL)
        except DrawingFailed as failed:
            logger.warning("A batch of print %s was not drawn: %s", row.pk, failed)
            if not left:
                raise
            repeated = F("repeated") + 1
            PaperPrint.objects.filter(pk=row.pk).update(repeated=repeated)
    raise AssertionError("no try was made")


def joined(parts: Sequence[bytes]) -> bytes:
    """Documents one after the other, as one.

    By pikepdf, which leaves pages where they lie: pypdf takes 130 MB for 500 of them.
    """
    # The worker starts without it, and most workers never join a file.
    import pikepdf

    out = BytesIO()
    with pikepdf.new() as whole:
        for part in parts:
            with pikepdf.open(BytesIO(part)) as document:
                whole.pages.extend(document.pages)
        packed = pikepdf.ObjectStreamMode.generate
        whole.save(out, object_stream_mode=packed)
    return out.getvalue()


def _finish(row: PaperPrint, *, file: str = "", problem: str = "") -> int:
    mine = PaperPrint.objects.filter(pk=row.pk, finished_at=None)
    now = timezone.now()
    if not mine.update(file=file, problem=problem, finished_at=now):
        if file:
            storage().delete(file)
        return 0
    return 0 if problem else PaperPrint.objects.get(pk=row.pk).done


def forget_old(now: datetime) -> int:
    """Remove the files that are past their time; return how many."""
    return PaperPrint.objects.filter(created_at__lt=now - KEEP).remove()
