"""The child process: reads one file from standard input, answers in JSON.

`python -m documents.extraction.worker '{"filename": …, "limits": {…}}' < file`

It binds its own memory and processor time before it imports anything that parses, so
that whatever a hostile file makes a library do ends here.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import IO

from documents.extraction.bounds import bind
from documents.extraction.errors import (
    Encrypted,
    ExtractionError,
    MacroDocument,
    NotADocument,
    OldWord,
    OutOfMemory,
    WrongType,
)
from documents.extraction.limits import Limits


def read(file: IO[bytes], filename: str, limits: Limits):
    """A Reading of the file by what it is; raises ExtractionError."""
    # Imported within the bounds of memory and time, as this module promises above.
    from portal.file_kinds import HEAD_BYTES, extension, kind_of
    from portal.office_files import ole_kind

    actual = kind_of(file.read(HEAD_BYTES))
    file.seek(0)
    named = extension(filename)
    if named in ("docm", "dotm"):
        raise MacroDocument()
    if actual == "ole":
        actual = ole_kind(file.read())
        if actual == "encrypted":
            raise Encrypted()
        if actual == "doc":
            raise OldWord()
    if actual not in ("pdf", "zip"):
        raise NotADocument(actual=actual)
    kind = "docx" if actual == "zip" else actual
    if named in ("pdf", "docx") and named != kind:
        raise WrongType(named=named, actual=kind)
    if kind == "pdf":
        from documents.extraction.pdf import read_pdf  # within the bounds

        return read_pdf(file, limits)
    from documents.extraction.docx import read_word  # within the bounds

    return read_word(file, limits)


def answer(file: IO[bytes], filename: str, limits: Limits) -> dict:
    """What the parent gets: a reading, or an error with its code."""
    try:
        return {"reading": asdict(read(file, filename, limits))}
    except ExtractionError as error:
        return {"error": error.code, "params": error.params}
    except MemoryError:
        return {"error": OutOfMemory.code}


def main() -> None:
    order = json.loads(sys.argv[1])
    limits = Limits(**order["limits"])
    bind(limits.memory_bytes, limits.seconds)
    reply = answer(sys.stdin.buffer, order["filename"], limits)
    json.dump(reply, sys.stdout)


if __name__ == "__main__":
    main()
