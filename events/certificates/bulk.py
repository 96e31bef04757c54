"""All certificates of a conference in one file, drawn by the worker a few at a time."""

from datetime import datetime, timedelta
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks import task
from pypdf import PdfReader, PdfWriter

from events.certificates import sheet
from events.models import Certificate, CertificatePrint, EventPage
from portal.models import User

#: So many are laid out at once: the memory of one go, whatever the whole number.
AT_ONCE = 20
#: The file can be made again at any time, and it is full of names.
KEEP = timedelta(days=7)
#: One that says nothing for so long was lost, and another may be started.
LOST_AFTER = timedelta(hours=1)
NO_PDF, NOBODY = "no_pdf", "nobody"
_FOLDER = "certificates"


def storage() -> Storage:
    """Where the files lie: served by no address but the organiser's."""
    return storages["private"]


def latest(event: EventPage) -> CertificatePrint | None:
    return CertificatePrint.objects.filter(event=event).first()


def start(event: EventPage, *, now: datetime, actor: User | None) -> CertificatePrint:
    """Have the worker make the file; while one is being made, that is the one."""
    running = latest(event)
    if running and running.is_running and now - running.created_at < LOST_AFTER:
        return running
    row = CertificatePrint.objects.create(
        event=event,
        total=Certificate.objects.of_event(event).valid().exclude(name="").count(),
        created_at=now,
        created_by=actor,
    )
    draw.enqueue(row.pk)
    return row


@task()
def draw(print_id: int) -> int:
    """Draw the file of a print; return how many certificates it holds.

    Begun again after a worker was lost it starts anew; done, it does nothing.
    """
    row = CertificatePrint.objects.select_related("event").filter(pk=print_id).first()
    if row is None or not row.is_running:
        return 0
    rows = Certificate.objects.of_event(row.event).valid().exclude(name="")
    ids = list(rows.numbered().values_list("pk", flat=True))
    if not ids:
        return _finish(row, problem=NOBODY)
    CertificatePrint.objects.filter(pk=row.pk).update(total=len(ids), done=0)
    whole = PdfWriter()
    for first in range(0, len(ids), AT_ONCE):
        few = list(
            Certificate.objects.filter(pk__in=ids[first : first + AT_ONCE])
            .select_related("printed")
            .numbered()
        )
        content = sheet.paper_of(row.event, few)
        if content is None:
            return _finish(row, problem=NO_PDF)
        whole.append(PdfReader(BytesIO(content)))
        done = min(first + AT_ONCE, len(ids))
        CertificatePrint.objects.filter(pk=row.pk).update(done=done)
    out = BytesIO()
    whole.compress_identical_objects()
    whole.write(out)
    name = f"{_FOLDER}/{row.event_id}-{get_random_string(12)}.pdf"
    return _finish(row, file=storage().save(name, ContentFile(out.getvalue())))


def _finish(row: CertificatePrint, *, file: str = "", problem: str = "") -> int:
    mine = CertificatePrint.objects.filter(pk=row.pk, finished_at=None)
    now = timezone.now()
    if not mine.update(file=file, problem=problem, finished_at=now) and file:
        storage().delete(file)
    return 0 if problem else CertificatePrint.objects.get(pk=row.pk).done


def forget_old(now: datetime) -> int:
    """Remove the files that are past their time; return how many."""
    return remove(CertificatePrint.objects.filter(created_at__lt=now - KEEP))


def remove(rows) -> int:
    """Remove these prints and their files."""
    found = list(rows)
    for row in found:
        if row.file:
            storage().delete(row.file)
    CertificatePrint.objects.filter(pk__in=[row.pk for row in found]).delete()
    return len(found)
