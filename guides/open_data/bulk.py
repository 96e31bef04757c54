"""Bulk files: made anew each night, and never half of one to be read.

A file is stored under a name made of its content; only then its row names it. Where
making one fails, yesterday's stays with yesterday's day.
"""

import csv
import hashlib
import io
import json
import logging
from collections.abc import Callable
from datetime import datetime
from tempfile import SpooledTemporaryFile
from typing import IO

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import DatabaseError
from django.utils import timezone

from guides.models import BulkFile
from guides.open_data.collections import COLLECTIONS, Collection, Row
from portal.tabular.exports import safe_cell

FOLDER = "open-data"
CSV, LINES = "csv", "jsonl"
_IN_MEMORY = 8 * 1024 * 1024

_log = logging.getLogger(__name__)


def make_all(now: datetime) -> None:
    """Both formats of every collection; one that fails leaves the others alone."""
    for collection in COLLECTIONS:
        try:
            make(collection, now)
        except (DatabaseError, OSError, ValueError):
            _log.exception("The bulk files of %s were not made", collection.name)


def make(collection: Collection, now: datetime) -> None:
    """Write both formats in one pass, so that they say the same."""
    with (
        SpooledTemporaryFile(_IN_MEMORY) as table,
        SpooledTemporaryFile(_IN_MEMORY) as lines,
    ):
        write_row = _table_of(table, collection)
        count = 0
        for row in collection.rows(timezone.localdate(now)):
            write_row(row)
            lines.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
            count += 1
        _keep(f"{collection.name}.{CSV}", table, count, now)
        _keep(f"{collection.name}.{LINES}", lines, count, now)


def _table_of(out: IO[bytes], collection: Collection) -> Callable[[Row], None]:
    """A CSV that Excel opens by itself, in which no text runs as a formula."""
    out.write("\ufeff".encode())

    def write(values: list) -> None:
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\r\n").writerow(map(safe_cell, values))
        out.write(text.getvalue().encode())

    write(list(collection.fields))
    return lambda row: write([row[name] for name in collection.fields])


def _keep(name: str, content: IO[bytes], rows: int, now: datetime) -> None:
    size = content.tell()
    content.seek(0)
    digest = hashlib.sha256()
    while piece := content.read(1024 * 1024):
        digest.update(piece)
    content.seek(0)
    sha256 = digest.hexdigest()
    before = BulkFile.objects.filter(name=name).first()
    facts = {"rows": rows, "size": size, "sha256": sha256, "made_at": now}
    if before and before.sha256 == sha256 and default_storage.exists(before.stored_as):
        BulkFile.objects.filter(pk=before.pk).update(**facts)
        return
    stem, _dot, ending = name.rpartition(".")
    stored = default_storage.save(
        f"{FOLDER}/{stem}-{sha256[:16]}.{ending}", File(content, name=name)
    )
    BulkFile.objects.update_or_create(name=name, defaults=facts | {"stored_as": stored})
    if before and before.stored_as != stored:
        default_storage.delete(before.stored_as)
