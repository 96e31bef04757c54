"""What an Office file is, and whether it may be unpacked: judged before opening it.

An Office file is a ZIP of XML, and both are easy to make explode. Every importer and
reader opens one through `open_package` and asks `survey_part` about a part before it
builds anything of it.
"""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO
from xml.parsers import expat

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CONTENT_TYPES = "[Content_Types].xml"

_END = b"PK\x05\x06"
_END_SIZE = 22
_ZIP64_LOCATOR = b"PK\x06\x07"
_ZIP64_LOCATOR_SIZE = 20
_MAX_COMMENT = 65_535
# An entry of the central directory with a long name and some extra fields.
_ENTRY_BYTES = 1_024
_CONTENT_TYPES_BYTES = 1_024 * 1_024
_OLE_STREAMS = {
    "EncryptedPackage": "encrypted",
    "WordDocument": "doc",
    "PowerPoint Document": "ppt",
    "Workbook": "xls",
    "Book": "xls",
}
_MACRO_PARTS = ("vbaproject.bin", "vbaprojectsignature.bin")
_MACRO_FOLDERS = ("xl/macrosheets/", "xl/intlmacrosheets/")
# What a damaged entry makes zipfile, its unpackers or expat raise.
_DAMAGED = (
    expat.ExpatError,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    ArithmeticError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
# How the main part is declared; an embedded file is declared without "main".
_KINDS = {
    b"wordprocessingml.document.main": "docx",
    b"wordprocessingml.template.main": "docx",
    b"ms-word.document.macroEnabled.main": "docx",
    b"ms-word.template.macroEnabledTemplate.main": "docx",
    b"spreadsheetml.sheet.main": "xlsx",
    b"spreadsheetml.template.main": "xlsx",
    b"ms-excel.sheet.macroEnabled.main": "xlsx",
    b"ms-excel.template.macroEnabled.main": "xlsx",
    b"ms-excel.sheet.binary": "xlsb",
    b"presentationml.": "pptx",
}
_OTHER_KINDS = {"content.xml": "odf", "META-INF/container.xml": "epub"}


class OfficeProblem(Exception):
    """The file may not be opened: `code` says why, `params` fill the sentence."""

    def __init__(self, code: str, **params: object):
        super().__init__(code)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class PackageLimits:
    """How much a package may hold once unpacked."""

    entries: int = 2_000
    unpacked_bytes: int = 150 * 1024 * 1024
    ratio: int = 200
    ratio_matters_from: int = 1024 * 1024


def is_ole(head: bytes) -> bool:
    """A file of Office 97, or the envelope of one locked with a password."""
    return head.startswith(OLE)


def is_zip(head: bytes) -> bool:
    return head.startswith((b"PK\x03\x04", _END, b"PK\x07\x08"))


def ole_kind(raw: bytes) -> str:
    """encrypted, doc, xls, ppt, or ole for anything else in that envelope."""
    for stream, kind in _OLE_STREAMS.items():
        if stream.encode("utf-16-le") in raw:
            return kind
    return "ole"


def open_package(
    file: IO[bytes], limits: PackageLimits = PackageLimits()
) -> zipfile.ZipFile:
    """The archive, its list of contents found harmless; raises OfficeProblem.

    Nothing is unpacked yet. What an entry claims to hold is also the most that
    reading it can give.
    """
    _check_directory(file, limits)
    try:
        package = zipfile.ZipFile(file)
    # zipfile raises many kinds of error on a damaged archive.
    except Exception as error:
        raise OfficeProblem("damaged") from error
    entries = package.infolist()
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise OfficeProblem("encrypted")
    total = sum(entry.file_size for entry in entries)
    if total > limits.unpacked_bytes:
        raise OfficeProblem("unpacks_too_large", limit=limits.unpacked_bytes >> 20)
    for entry in entries:
        packed = max(entry.compress_size, 1)
        large = entry.file_size > limits.ratio_matters_from
        if large and entry.file_size / packed > limits.ratio:
            raise OfficeProblem("unpacks_too_large", limit=limits.unpacked_bytes >> 20)
    return package


def package_kind(package: zipfile.ZipFile) -> str:
    """docx, xlsx, pptx, xlsb, odf, epub or zip: by its contents, not its name."""
    names = set(package.namelist())
    types = content_types(package)
    for mark, kind in _KINDS.items():
        if mark in types:
            return kind
    return next((_OTHER_KINDS[name] for name in _OTHER_KINDS if name in names), "zip")


def has_macros(package: zipfile.ZipFile) -> bool:
    """Whether the file carries code, of Office 97 or of today."""
    names = [name.lower() for name in package.namelist()]
    return (
        b"macroenabled" in content_types(package).lower()
        or any(name.endswith(_MACRO_PARTS) for name in names)
        or any(name.startswith(_MACRO_FOLDERS) for name in names)
    )


def content_types(package: zipfile.ZipFile) -> bytes:
    """The declaration every package starts with, or nothing."""
    try:
        with package.open(CONTENT_TYPES) as part:
            return part.read(_CONTENT_TYPES_BYTES)
    # A part that is missing or damaged declares nothing.
    except Exception:  # noqa: BLE001
        return b""


def survey_part(
    package: zipfile.ZipFile,
    name: str,
    *,
    max_elements: int,
    max_depth: int = 200,
    start: Callable[[str, dict[str, str]], None] | None = None,
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> int:
    """Read a part as a stream and count its elements; raises OfficeProblem.

    A document type declaration is refused: that is where entity bombs live, and
    Office writes none. The handlers see local names, without a namespace; what they
    raise ends the reading and comes through.
    """
    counted = depth = 0

    def opened(name: str, attributes: dict[str, str]) -> None:
        nonlocal counted, depth
        counted += 1
        depth += 1
        if counted > max_elements or depth > max_depth:
            raise OfficeProblem("too_complex")
        if start:
            start(name.rpartition(":")[2], attributes)

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        if end:
            end(name.rpartition(":")[2])

    def declared(*_: object) -> None:
        raise OfficeProblem("xml_entities")

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.StartDoctypeDeclHandler = declared
    if text:
        parser.CharacterDataHandler = text
    try:
        with package.open(name) as part:
            parser.ParseFile(part)
    except _DAMAGED as error:
        raise OfficeProblem("damaged") from error
    return counted


def _check_directory(file: IO[bytes], limits: PackageLimits) -> None:
    """Raise before `zipfile` makes an object of each of a million entries."""
    file.seek(0, 2)
    size = file.tell()
    start = max(0, size - _MAX_COMMENT - _END_SIZE - _ZIP64_LOCATOR_SIZE)
    file.seek(start)
    tail = file.read()
    file.seek(0)
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_SIZE:
        raise OfficeProblem("damaged")
    entries, directory_bytes = struct.unpack_from("<HL", tail, at + 10)
    before = tail[max(0, at - _ZIP64_LOCATOR_SIZE) : at]
    if (
        entries > limits.entries
        or directory_bytes > limits.entries * _ENTRY_BYTES
        # Written for more entries or bytes than any Office file may have here.
        or before.startswith(_ZIP64_LOCATOR)
    ):
        raise OfficeProblem("too_many_entries", limit=limits.entries)
