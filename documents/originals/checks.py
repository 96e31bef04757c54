"""Whether a file can be attached to an act: one that no reader opens goes back."""

from datetime import datetime

from django.db import transaction

from documents.extraction import TimedOut
from documents.models import FileReading, RegulationFile
from documents.models.files import checks_files
from documents.originals import reader
from documents.originals.tasks import read_file

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


@checks_files
def refusal(file: RegulationFile, *, now: datetime) -> str:
    """Why the file cannot be attached, in words; empty when it can.

    A file not read before is read. One that takes long is accepted, and read to its
    end in the background.
    """
    document = file.document
    if not file.is_original and document.file_extension.lower() not in READABLE:
        return ""
    reading = FileReading.objects.by_document([document.pk]).get(document.pk)
    if reading is None:
        reading = reader.read(document, now=now, limits=reader.AT_ONCE)
        if reading.problem.get("code") == TimedOut.code:
            transaction.on_commit(lambda: read_file.enqueue(document.pk))
    if reading.problem.get("code") in REFUSED:
        return reading.problem_text
    return ""
