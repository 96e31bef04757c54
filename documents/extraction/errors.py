"""Why no text could be taken from a file. Codes here, words in `wording.py`."""

from __future__ import annotations

from typing import Any, ClassVar


class ExtractionError(Exception):
    """The file was not read.

    `code` names the reason and `params` fill the sentence people read. What is known
    of the file all the same (`sha256`, `size`, `kind`, `pages`) is kept, so that the
    file itself may still be stored.
    """

    code: ClassVar[str] = "not_read"

    def __init__(self, **params: Any):
        super().__init__(self.code)
        self.params = params
        self.kind: str = ""
        self.pages: int | None = params.get("pages")
        self.sha256: str = ""
        self.size: int = 0


class EmptyFile(ExtractionError):
    code = "empty_file"


class MissingFile(ExtractionError):
    """The library has a record of the file, and the store has no file."""

    code = "missing_file"


class TooLarge(ExtractionError):
    """More bytes than `limit` megabytes, packed or unpacked."""

    code = "too_large"


class NotADocument(ExtractionError):
    """Neither PDF nor DOCX: `actual` says what it seems to be."""

    code = "not_a_document"


class WrongType(ExtractionError):
    """Named `named`, but its content is `actual`."""

    code = "wrong_type"


class OldWord(ExtractionError):
    """A .doc of Word 97: to be saved as .docx first."""

    code = "old_word"


class Encrypted(ExtractionError):
    """Opens only with a password."""

    code = "encrypted"


class MacroDocument(ExtractionError):
    """Carries code, so it is not taken at all."""

    code = "macros"


class TooManyPages(ExtractionError):
    """`pages` pages, and `limit` are read."""

    code = "too_many_pages"


class TooComplex(ExtractionError):
    """Made, or grown, to take more than reading is worth: a decompression bomb."""

    code = "too_complex"


class Damaged(ExtractionError):
    code = "damaged"


class TimedOut(ExtractionError):
    """Not done after `seconds` seconds."""

    code = "timed_out"


class OutOfMemory(ExtractionError):
    """Not done within `limit` megabytes of memory."""

    code = "out_of_memory"


def by_code(code: str) -> type[ExtractionError]:
    """The error of a code that came from the child process."""
    known = {error.code: error for error in ExtractionError.__subclasses__()}
    return known.get(code, Damaged)
