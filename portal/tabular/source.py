"""The bytes of an uploaded table, and what they are whatever the name says."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePath
from typing import IO

from portal import file_kinds
from portal.office_files import is_ole, is_zip, ole_kind
from portal.tabular.errors import TableRefused
from portal.tabular.model import MEGABYTE, Limits

Source = str | os.PathLike | bytes | IO[bytes]

_OBJECTS = re.compile(rb"\[\s*[{\]]")
_SPREADSHEET = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_HEAD = 200


def load(source: Source, limits: Limits) -> bytes:
    """All bytes of a path, of bytes, or of an open file; raises TableRefused."""
    if isinstance(source, bytes):
        raw = source
    elif isinstance(source, (str, os.PathLike)):
        with Path(source).open("rb") as file:
            raw = file.read(limits.file_bytes + 1)
    else:
        source.seek(0)
        raw = source.read(limits.file_bytes + 1)
    if len(raw) > limits.file_bytes:
        raise TableRefused("too_large", limit=limits.file_bytes / MEGABYTE)
    if not raw.strip():
        raise TableRefused("empty_file")
    return raw


def kind_of(raw: bytes, filename: str) -> str:
    """xlsx, ods, xls, csv or json by content; raises TableRefused for anything else."""
    if is_zip(raw):
        # The first entry of an OpenDocument file, never compressed, says what it is.
        return "ods" if _SPREADSHEET in raw[:_HEAD] else "xlsx"
    if is_ole(raw):
        kind = ole_kind(raw)
        if kind == "encrypted":
            raise TableRefused("encrypted")
        if kind != "xls":
            raise TableRefused("not_a_table", actual=kind)
        return "xls"
    kind = file_kinds.kind_of(raw[: file_kinds.HEAD_BYTES])
    if kind in ("html", "drawing"):
        raise TableRefused("web_page")
    # Text of two bytes a letter looks like nothing known.
    if kind not in ("text", "unknown"):
        raise TableRefused("not_a_table", actual=kind)
    text = raw.removeprefix(b"\xef\xbb\xbf").lstrip()
    if named(filename) == "json" or _OBJECTS.match(text):
        return "json"
    return "csv"


def named(filename: str) -> str:
    """The extension a file has: xlsx for "Đoàn.XLSX"."""
    return PurePath(filename.replace("\\", "/")).suffix.lower().removeprefix(".")
