"""Whether a file is a Word document that may be opened, judged before opening it."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import PurePosixPath
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler

from defusedxml import DefusedXmlException
from defusedxml import sax as safe_sax

from home.importer.errors import ImportRefused
from portal.office_files import CONTENT_TYPES, is_ole

MAX_FILE_BYTES = 30 * 1024 * 1024
MAX_ENTRIES = 2_000
MAX_UNPACKED_BYTES = 120 * 1024 * 1024
MAX_XML_BYTES = 32 * 1024 * 1024  # of all parts together
MAX_ELEMENTS = 250_000
MAX_DEPTH = 150
# Text packs about ten to one; what packs a hundredfold is made to explode.
MAX_RATIO = 100
RATIO_MATTERS_FROM = 1024 * 1024

DOCUMENT = "word/document.xml"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OTHER_KINDS = {
    "xl/workbook.xml": "Excel",
    "ppt/presentation.xml": "PowerPoint",
    "content.xml": "OpenDocument",
    "META-INF/container.xml": "EPUB",
}


def refuse_old_office(raw: bytes) -> None:
    """Raise for a Word 97 file and for one locked with a password."""
    if is_ole(raw):
        raise ImportRefused("encrypted" if ENCRYPTED in raw else "old_word")


def check_word(raw: bytes) -> None:
    """Raise ImportRefused unless the bytes are a harmless .docx."""
    if len(raw) > MAX_FILE_BYTES:
        raise ImportRefused(
            "too_large", size=len(raw) >> 20, limit=MAX_FILE_BYTES >> 20
        )
    try:
        with zipfile.ZipFile(BytesIO(raw)) as package:
            _check_entries(package.infolist())
            _check_kind(package)
            for entry in package.infolist():
                if PurePosixPath(entry.filename).suffix in {".xml", ".rels"}:
                    _check_xml(package.read(entry))
            if package.testzip():
                raise ImportRefused("broken_word")
    except ImportRefused:
        raise
    # zipfile raises many kinds of error on a damaged archive.
    except Exception as error:
        raise ImportRefused("broken_word") from error


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_ENTRIES:
        raise ImportRefused("zip_bomb")
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES:
        raise ImportRefused("zip_bomb")
    xml = [e.file_size for e in entries if e.filename.endswith((".xml", ".rels"))]
    if sum(xml) > MAX_XML_BYTES:
        raise ImportRefused("zip_bomb")
    for entry in entries:
        if entry.flag_bits & 0x1:
            raise ImportRefused("encrypted")
        ratio = entry.file_size / max(entry.compress_size, 1)
        if entry.file_size > RATIO_MATTERS_FROM and ratio > MAX_RATIO:
            raise ImportRefused("zip_bomb")


def _check_kind(package: zipfile.ZipFile) -> None:
    names = set(package.namelist())
    if DOCUMENT not in names or CONTENT_TYPES not in names:
        kind = next((OTHER_KINDS[name] for name in OTHER_KINDS if name in names), "ZIP")
        raise ImportRefused("not_word", kind=kind)
    types = package.read(CONTENT_TYPES)
    if b"macroEnabled" in types or any(n.endswith("vbaProject.bin") for n in names):
        raise ImportRefused("macros")
    if b"wordprocessingml" not in types:
        raise ImportRefused("not_word", kind="ZIP")


class _Measure(ContentHandler):
    """Counts elements and depth, so that no tree is built of a hostile part.

    The methods bear the names SAX calls.
    """

    def __init__(self):
        super().__init__()
        self.depth = self.elements = 0

    def startElement(self, name, attrs):
        self.depth += 1
        self.elements += 1
        if self.depth > MAX_DEPTH or self.elements > MAX_ELEMENTS:
            raise ImportRefused("too_complex")

    def endElement(self, name):
        self.depth -= 1


def _check_xml(part: bytes) -> None:
    try:
        safe_sax.parseString(part, _Measure(), forbid_dtd=True)
    except DefusedXmlException as error:
        raise ImportRefused("xml_bomb") from error
    except SAXParseException as error:
        raise ImportRefused("broken_word") from error
