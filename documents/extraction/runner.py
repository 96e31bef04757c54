"""Runs the child process and turns its answer into a result or a named error."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import IO

from documents.extraction.errors import (
    Damaged,
    EmptyFile,
    ExtractionError,
    OutOfMemory,
    TimedOut,
    TooLarge,
    by_code,
)
from documents.extraction.limits import DEFAULT, MEGABYTE, Limits
from documents.extraction.result import Extraction, Remark

Source = str | os.PathLike | bytes | IO[bytes]

_ROOT = Path(__file__).resolve().parents[2]
_CHUNK = MEGABYTE
_TIME_SIGNALS = {-signal.SIGXCPU, -signal.SIGALRM}


def extract(
    path_or_bytes: Source, *, filename: str, limits: Limits = DEFAULT
) -> Extraction:
    """The text of a PDF or DOCX, read by a process of its own.

    Takes a path, bytes, or an open binary file, which is read from its start and left
    open. `filename` is only asked for its extension. Raises an ExtractionError; the
    file itself is never changed and nothing in it is ever run.
    """
    with _opened(path_or_bytes) as source, tempfile.TemporaryFile() as copy:
        sha256, size = _copy(source, copy, limits)
        try:
            if not size:
                raise EmptyFile()
            reply = _ask(copy, filename, limits)
            if "error" in reply:
                raise by_code(reply["error"])(**_params(reply, limits))
        except ExtractionError as error:
            error.sha256, error.size = sha256, size
            raise
    reading = reply["reading"]
    remarks = [Remark(one["code"], one["params"]) for one in reading["remarks"]]
    return Extraction(
        kind=reading["kind"],
        text=reading["text"],
        pages=reading["pages"],
        has_text_layer=reading["has_text_layer"],
        sha256=sha256,
        size=size,
        tables_kept=reading["tables"],
        remarks=tuple(remarks),
    )


@contextmanager
def _opened(source: Source) -> Iterator[IO[bytes]]:
    if isinstance(source, bytes):
        with tempfile.TemporaryFile() as file:
            file.write(source)
            file.seek(0)
            yield file
    elif isinstance(source, (str, os.PathLike)):
        with Path(source).open("rb") as file:
            yield file
    else:
        source.seek(0)
        yield source


def _copy(source: IO[bytes], copy: IO[bytes], limits: Limits) -> tuple[str, int]:
    """A copy no one else can change, its hash and its size."""
    digest = hashlib.sha256()
    size = 0
    while chunk := source.read(_CHUNK):
        size += len(chunk)
        if size > limits.max_bytes:
            raise TooLarge(limit=limits.max_bytes // MEGABYTE)
        digest.update(chunk)
        copy.write(chunk)
    copy.seek(0)
    return digest.hexdigest(), size


def _ask(file: IO[bytes], filename: str, limits: Limits) -> dict:
    order = json.dumps({"filename": filename, "limits": asdict(limits)})
    # No secret of the web process reaches the child.
    environment = {"PATH": os.defpath, "LANG": "C.UTF-8", "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-E", "-s", "-m", "documents.extraction.worker", order]
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(  # noqa: S603  our own module, no shell
            command,
            cwd=_ROOT,
            env=environment,
            stdin=file,
            stdout=out,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            status = process.wait(limits.seconds)
        except subprocess.TimeoutExpired:
            raise TimedOut(seconds=int(limits.seconds)) from None
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
        if status:
            raise _died(status, limits)
        out.seek(0)
        return json.load(out)


def _died(status: int, limits: Limits) -> ExtractionError:
    """What a child that gave no answer died of."""
    if status in _TIME_SIGNALS:
        return TimedOut(seconds=int(limits.seconds))
    if status == -signal.SIGKILL:
        return OutOfMemory(limit=limits.memory_bytes // MEGABYTE)
    return Damaged()


def _params(reply: dict, limits: Limits) -> dict:
    params = reply.get("params", {})
    if reply["error"] == OutOfMemory.code:
        params["limit"] = limits.memory_bytes // MEGABYTE
    return params
