"""Reads a document once and keeps what was found; the file itself stays as it is."""

from dataclasses import replace
from datetime import datetime

from documents.extraction import (
    DEFAULT,
    Extraction,
    ExtractionError,
    Limits,
    MissingFile,
    extract,
)
from documents.models import FileReading
from portal.models import PortalDocument

# While a form is being saved; what takes longer is read in the background.
AT_ONCE = replace(DEFAULT, seconds=10)
# While an editor waits for the text they asked for.
WHILE_WAITING = replace(DEFAULT, seconds=60)


def read(document: PortalDocument, *, now: datetime, limits: Limits) -> FileReading:
    """Read the file anew and keep what was found, or why nothing was.

    What was recognised in a scan before is kept while the file is the same.
    """
    try:
        facts = _facts(extracted(document, limits))
    except ExtractionError as error:
        facts = {"pages": error.pages, "problem": problem_of(error)}
    earlier = FileReading.objects.by_document([document.pk]).get(document.pk)
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


def problem_of(error: ExtractionError) -> dict:
    """An error as a reading keeps it."""
    return {"code": error.code, "params": error.params}


def remarks_of(found: Extraction) -> list[dict]:
    return [{"code": one.code, "params": one.params} for one in found.remarks]


def _facts(found: Extraction) -> dict:
    return {
        "pages": found.pages,
        "has_text_layer": found.has_text_layer,
        "text": found.text,
        "remarks": remarks_of(found),
    }
