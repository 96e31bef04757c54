"""Work with files that no request waits for. Each task may be run again."""

import shutil
import tempfile
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from documents.enums import Recognition
from documents.extraction import DEFAULT, ExtractionError, MissingFile, extract
from documents.extraction.ocr import OcrFailed, ocr
from documents.models import FileReading
from documents.originals.reader import problem_of, read, remarks_of
from portal.models import PortalDocument


@task()
def read_file(document_pk: int) -> bool:
    """Read a file to its end; returns whether it gave text."""
    document = PortalDocument.objects.filter(pk=document_pk).first()
    if document is None:
        return False
    return bool(read(document, now=timezone.now(), limits=DEFAULT).text)


@task()
def recognise(document_pk: int) -> bool:
    """Read the pictures of a scan into a proposed text; returns whether it was asked.

    What was recognised for another file, or is done already, is left alone.
    """
    reading = FileReading.objects.by_document([document_pk]).get(document_pk)
    if reading is None or reading.recognition != Recognition.WAITING:
        return False
    try:
        facts = _recognised(reading.document)
    except ExtractionError as error:
        facts = {"recognition": Recognition.FAILED, "problem": problem_of(error)}
    waiting = FileReading.objects.filter(
        pk=reading.pk, sha256=reading.sha256, recognition=Recognition.WAITING
    )
    return bool(waiting.update(**facts))


def ask_for_recognition(reading: FileReading, *, now) -> None:
    """Put the scan in the queue; asking twice recognises it once."""
    with transaction.atomic():
        FileReading.objects.filter(pk=reading.pk).update(
            recognition=Recognition.WAITING, recognition_asked_at=now, problem={}
        )
        transaction.on_commit(lambda: recognise.enqueue(reading.document_id))


def _recognised(document: PortalDocument) -> dict:
    with tempfile.TemporaryDirectory(prefix="scan-") as folder:
        path = Path(folder, "scan.pdf")
        try:
            with document.open_file() as stored, path.open("wb") as copy:
                shutil.copyfileobj(stored, copy)
        except FileNotFoundError:
            raise MissingFile() from None
        found = extract(ocr(path), filename=path.name)
    if not found.text.strip():
        raise OcrFailed(status=0)
    remarks = [
        remark for remark in remarks_of(found) if remark["code"] != "recognised_text"
    ]
    pages = {"code": "recognised_text", "params": {"pages": found.pages}}
    return {
        "recognition": Recognition.DONE,
        "text": found.text,
        "remarks": [pages, *remarks],
        "problem": {},
    }
