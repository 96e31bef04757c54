"""Text out of PDF and DOCX files, read apart from the web process.

No Django here: `wording.py` alone knows what people are told.
"""

from documents.extraction.errors import (
    Damaged,
    EmptyFile,
    Encrypted,
    ExtractionError,
    MacroDocument,
    MissingFile,
    NotADocument,
    OldWord,
    OutOfMemory,
    TimedOut,
    TooComplex,
    TooLarge,
    TooManyPages,
    WrongType,
)
from documents.extraction.limits import DEFAULT, Limits
from documents.extraction.result import Extraction, Remark
from documents.extraction.runner import extract

__all__ = [
    "DEFAULT",
    "Damaged",
    "EmptyFile",
    "Encrypted",
    "Extraction",
    "ExtractionError",
    "Remark",
    "Limits",
    "MacroDocument",
    "MissingFile",
    "NotADocument",
    "OldWord",
    "OutOfMemory",
    "TimedOut",
    "TooComplex",
    "TooLarge",
    "TooManyPages",
    "WrongType",
    "extract",
]
