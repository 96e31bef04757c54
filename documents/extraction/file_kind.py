"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

import re
from pathlib import PurePath

from portal.office_files import is_ole, is_zip

HEAD_BYTES = 1_024

_MAGIC = {
    b"{\\rtf": "rtf",
    b"\x89PNG": "image",
    b"\xff\xd8\xff": "image",
    b"GIF8": "image",
    b"II*\x00": "image",
    b"MM\x00*": "image",
    b"Rar!": "archive",
    b"7z\xbc\xaf": "archive",
    b"\x1f\x8b": "archive",
    b"MZ": "program",
    b"\x7fELF": "program",
}
_MARKUP = re.compile(rb"\s*<(?:!doctype|html|\?xml|head|body|table)", re.IGNORECASE)


def kind_of(head: bytes) -> str:
    """pdf, zip, ole, or a word for what it seems to be instead."""
    if b"%PDF-" in head:
        return "pdf"
    if is_zip(head):
        return "zip"
    if is_ole(head):
        return "ole"
    for magic, kind in _MAGIC.items():
        if head.startswith(magic):
            return kind
    if _MARKUP.match(head.removeprefix(b"\xef\xbb\xbf")):
        return "html"
    return "unknown" if b"\x00" in head else "text"


def extension(filename: str) -> str:
    """The last part of the name: docx for "Quyết định.DOCX"."""
    return PurePath(filename.replace("\\", "/")).suffix.lower().removeprefix(".")
