"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

import re
from pathlib import PurePath

import filetype

from portal.office_files import is_ole, is_zip

HEAD_BYTES = 1_024

_PROGRAMS = frozenset({"exe", "elf", "dex", "dey", "com"})
_TEXTS = frozenset({"rtf"})
_MORE_MAGIC = {b"MZ": "program", b"#!": "program", b"II*\x00": "image"}
_MARKUP = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype|html|\?xml|head|meta|body|table|script|svg|iframe)",
    re.IGNORECASE | re.DOTALL,
)
_DRAWING = re.compile(rb"<svg[\s>]", re.IGNORECASE)


def kind_of(head: bytes) -> str:
    """pdf, zip, ole, or a word for what it seems to be instead.

    The others: rtf, image, drawing (SVG), archive, program, html, media, text, unknown.
    """
    text = head.removeprefix(b"\xef\xbb\xbf")
    if is_zip(head):
        return "zip"
    if is_ole(head):
        return "ole"
    for magic, kind in _MORE_MAGIC.items():
        if head.startswith(magic):
            return kind
    if _MARKUP.match(text):
        return "drawing" if _DRAWING.search(text) else "html"
    if b"%PDF-" in head:
        return "pdf"
    if known := filetype.guess(head):
        return _kind_of_mime(known.mime, known.extension)
    return "unknown" if b"\x00" in head else "text"


def extension(filename: str) -> str:
    """The last part of the name: docx for "Quyết định.DOCX"."""
    return PurePath(filename.replace("\\", "/")).suffix.lower().removeprefix(".")


def _kind_of_mime(mime: str, ending: str) -> str:
    if ending in _PROGRAMS:
        return "program"
    if ending in _TEXTS:
        return ending
    family = mime.partition("/")[0]
    if family in ("image", "audio", "video", "font"):
        return "image" if family == "image" else "media"
    return "archive"
