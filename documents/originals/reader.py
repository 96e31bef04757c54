"""Reads a document once and keeps what was found; the file itself stays as it is."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from documents.extraction import (
    DEFAULT,
    Extraction,
    ExtractionError,
    Finding,
    Limits,
    MissingFile,
    TimedOut,
    extract,
)
from documents.extraction.errors import by_code
from documents.extraction.wording import error_text, finding_text
from documents.models import FileReading, RegulationFile
from portal.models import PortalDocument

# While a form is being saved; what takes longer is read in the background.
AT_ONCE = replace(DEFAULT, seconds=10)
# While an editor waits for the text they asked for.
WHILE_WAITING = replace(DEFAULT, seconds=60)

READABLE = ("pdf", "docx")
# No reader could open these, or should: the file is sent back to the editor.
REFUSED = {
    "empty_file",
    "encrypted",
    "macros",
    "not_a_document",
    "old_word",
    "wrong_type",
}
# Another try may end better.
PASSING = {"missing_file", "out_of_memory", "timed_out"}


def readings_of(documents: Iterable[int]) -> dict[int, FileReading]:
    """Readings of the documents' present files, by document; one query."""
    found = FileReading.objects.filter(document_id__in=documents)
    rows = found.select_related("document")
    return {row.document_id: row for row in rows if _is_of_file(row)}


def read(document: PortalDocument, *, now: datetime, limits: Limits) -> FileReading:
    """Read the file anew and keep what was found, or why nothing was.

    What was recognised in a scan before is kept while the file is the same.
    """
    try:
        facts = _facts(extracted(document, limits))
    except ExtractionError as error:
        facts = {"pages": error.pages, "problem": problem_of(error)}
    earlier = readings_of([document.pk]).get(document.pk)
    if earlier and earlier.recognition and not facts.get("text"):
        facts |= {"text": earlier.text, "remarks": earlier.remarks}
    elif not earlier:
        facts |= {"recognition": "", "recognition_asked_at": None}
    blank = {"has_text_layer": None, "text": "", "remarks": [], "problem": {}}
    reading, _made = FileReading.objects.update_or_create(
        document=document,
        defaults=blank | facts | {"sha256": document.sha256, "read_at": now},
    )
    return reading


def extracted(document: PortalDocument, limits: Limits) -> Extraction:
    """The text of a stored file; raises ExtractionError."""
    try:
        with document.open_file() as file:
            return extract(file, filename=document.filename, limits=limits)
    except FileNotFoundError:
        raise MissingFile() from None


def refusal(file: RegulationFile, *, now: datetime) -> str:
    """Why the file cannot be attached, in words; empty when it can.

    A file not read before is read. One that takes long is accepted, and read to its
    end in the background.
    """
    document = file.document
    if not file.is_original and document.file_extension.lower() not in READABLE:
        return ""
    reading = readings_of([document.pk]).get(document.pk)
    if reading is None:
        reading = read(document, now=now, limits=AT_ONCE)
        if reading.problem.get("code") == TimedOut.code:
            from documents.originals.tasks import read_file  # it reads with `read`

            transaction.on_commit(lambda: read_file.enqueue(document.pk))
    if reading.problem.get("code") in REFUSED:
        return problem_text(reading)
    return ""


def problem_of(error: ExtractionError) -> dict:
    """An error as a reading keeps it."""
    return {"code": error.code, "params": error.params}


def problem_text(reading: FileReading) -> str:
    """Why no text could be taken, in words; empty when some could."""
    if not reading.problem:
        return ""
    error = by_code(reading.problem["code"])(**reading.problem["params"])
    return error_text(error)


def remark_texts(reading: FileReading) -> list[str]:
    """What to look at before the text is trusted, in words; a scan is told apart."""
    return [
        finding_text(Finding(remark["code"], remark["params"]))
        for remark in reading.remarks
        if remark["code"] != "no_text_layer"
    ]


def remarks_of(found: Extraction) -> list[dict]:
    return [{"code": one.code, "params": one.params} for one in found.findings]


def _facts(found: Extraction) -> dict:
    return {
        "pages": found.pages,
        "has_text_layer": found.has_text_layer,
        "text": found.text,
        "remarks": remarks_of(found),
    }


def _is_of_file(reading: FileReading) -> bool:
    return reading.sha256 == reading.document.sha256
