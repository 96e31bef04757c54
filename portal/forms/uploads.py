"""Which uploaded files are taken: judged by what is in them, not by their names.

Every upload of a document passes through `check_content`; pictures have
`portal.images.validation`, tables `portal.tabular`.
"""

from __future__ import annotations

from typing import IO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.file_kinds import HEAD_BYTES, extension, kind_of
from portal.office_files import OfficeProblem, has_macros, open_package, package_kind

OFFICE = ("docx", "xlsx", "pptx")
_ZIP_END = b"PK\x05\x06"
_PDF_END = b"%%EOF"
_TAIL = 128 * 1024
# What Windows runs when somebody opens it out of an archive.
_RUN_WHEN_OPENED = (
    ".exe .com .scr .pif .bat .cmd .ps1 .vbs .vbe .js .jse .wsf .hta .msi .jar .lnk "
    ".reg .cpl .dll"
)
# What `kind_of`, `ole_kind` and `package_kind` find, in words.
KINDS = {
    "archive": _("an archive"),
    "docx": _("a Word file"),
    "drawing": _("an SVG drawing"),
    "epub": _("an e-book"),
    "html": _("a web page"),
    "image": _("a picture"),
    "media": _("sound, film or a font"),
    "odf": _("an OpenDocument file"),
    "ole": _("a file of Office 97–2003, or one locked with a password"),
    "pdf": _("a PDF"),
    "ppt": _("a PowerPoint file"),
    "pptx": _("a PowerPoint file"),
    "program": _("a program"),
    "rtf": _("a rich text file (.rtf)"),
    "text": _("plain text"),
    "xls": _("an Excel file"),
    "xlsb": _("an Excel file"),
    "xlsx": _("an Excel file"),
    "zip": _("an archive"),
}
MESSAGES = {
    "empty": _("The file is empty. Choose it again."),
    "other_content": _(
        "The file is named .%(named)s, but its content is %(actual)s. Open it, save it "
        "anew and choose that."
    ),
    "glued": _(
        "Another file is hidden behind the end of this PDF, so it is not accepted. "
        "Print it to PDF again and choose that."
    ),
    "macros": _("The file holds macros. Save it without them and choose it."),
    "not_opened": _(
        "The file cannot be opened: it is damaged, locked with a password, or "
        "no .%(ending)s file. Open it, save it anew and choose that."
    ),
    "holds_program": _(
        "The archive holds a program (%(name)s). Take it out and choose the archive "
        "again."
    ),
}


class UploadRefused(ValidationError):
    """Why a file is not taken, in words for the one who uploads it."""

    def __init__(self, code: str, **params) -> None:
        super().__init__(MESSAGES[code], code=code, params=params)


def check_content(file: IO[bytes], name: str) -> None:
    """Raise UploadRefused unless the content is what the name's ending promises.

    Judges pdf, docx, xlsx, pptx, zip and csv; another ending is for its form to
    refuse. The file is left at its start.
    """
    ending = extension(name)
    try:
        file.seek(0)
        head = file.read(HEAD_BYTES)
        if not head.strip():
            raise UploadRefused("empty")
        kind = kind_of(head)
        if ending == "pdf":
            _check_pdf(file, head, kind)
        elif ending in OFFICE:
            _check_office(file, ending, kind)
        elif ending == "zip":
            _check_archive(file, kind)
        elif ending == "csv" and kind != "text":
            raise _not_what_it_says(ending, kind)
    finally:
        file.seek(0)


def _check_pdf(file: IO[bytes], head: bytes, kind: str) -> None:
    if kind != "pdf":
        raise _not_what_it_says("pdf", kind)
    if not head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"%PDF-"):
        # Something else begins the file: whatever that is may be what gets opened.
        raise _not_what_it_says("pdf", "unknown")
    file.seek(0, 2)
    file.seek(max(0, file.tell() - _TAIL))
    if _ZIP_END in file.read().rpartition(_PDF_END)[2]:
        raise UploadRefused("glued")


def _check_office(file: IO[bytes], ending: str, kind: str) -> None:
    if kind != "zip":
        raise _not_what_it_says(ending, kind)
    try:
        with open_package(file) as package:
            if has_macros(package):
                raise UploadRefused("macros")
            actual = package_kind(package)
    except OfficeProblem as problem:
        raise UploadRefused("not_opened", ending=ending) from problem
    if actual != ending:
        raise _not_what_it_says(ending, actual)


def _check_archive(file: IO[bytes], kind: str) -> None:
    if kind != "zip":
        raise _not_what_it_says("zip", kind)
    try:
        with open_package(file) as package:
            names = package.namelist()
    except OfficeProblem as problem:
        raise UploadRefused("not_opened", ending="zip") from problem
    for name in names:
        if name.lower().endswith(tuple(_RUN_WHEN_OPENED.split())):
            raise UploadRefused("holds_program", name=name[-80:])


def _not_what_it_says(named: str, kind: str) -> UploadRefused:
    actual = KINDS.get(kind, _("an unknown kind of file"))
    return UploadRefused("other_content", named=named, actual=actual)
