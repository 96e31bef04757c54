"""A text layer for a scan, by ocrmypdf and tesseract where the server has them.

Neither is a Python dependency: `apt-get install ocrmypdf tesseract-ocr-vie` is all it
takes, and without them `ocr_available()` says no.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from documents.extraction.errors import Damaged, Encrypted, ExtractionError, TimedOut
from documents.extraction.limits import MEGABYTE

LANGUAGE = "vie"

_ROOT = Path(__file__).resolve().parents[2]
_ASKING_SECONDS = 20
_MEMORY = 3_000 * MEGABYTE
_LARGEST_PICTURE = "250"
# What ocrmypdf ends with, besides 0.
_INPUT, _ENCRYPTED, _MISSING = 2, 8, 3
_SIGNED = b"signature"


class OcrUnavailable(ExtractionError):
    """The server has no ocrmypdf, no tesseract, or no Vietnamese for it."""

    code = "ocr_unavailable"


class OcrFailed(ExtractionError):
    """ocrmypdf gave no PDF; `status` is what it ended with."""

    code = "ocr_failed"


def ocr_available() -> bool:
    """Whether scans can be read here: both commands, and Vietnamese."""
    if not shutil.which("ocrmypdf"):
        return False
    tesseract = shutil.which("tesseract")
    if not tesseract:
        return False
    try:
        listed = subprocess.run(  # noqa: S603  the server's own tesseract
            [tesseract, "--list-langs"],
            capture_output=True,
            timeout=_ASKING_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return LANGUAGE.encode() in (listed.stdout + listed.stderr).split()


def ocr(path: str | os.PathLike, *, seconds: float = 1_800) -> bytes:
    """A copy of the PDF with recognised text under its pictures.

    The file itself stays as it is: the copy is for reading only, so a signature in it
    may break. Raises OcrUnavailable, TimedOut, Encrypted, Damaged or OcrFailed.
    """
    if not ocr_available():
        raise OcrUnavailable()
    with tempfile.TemporaryDirectory(prefix="ocr-") as folder:
        status, said = _run(path, folder, seconds)
        if status == _INPUT and _SIGNED in said.lower():
            again = ["--invalidate-digital-signatures"]
            status, said = _run(path, folder, seconds, again)
        if status == _ENCRYPTED:
            raise Encrypted()
        if status == _MISSING:
            raise OcrUnavailable()
        if status == _INPUT:
            raise Damaged()
        result = Path(folder, "out.pdf")
        made = result.read_bytes() if result.exists() else b""
        if status or not made.startswith(b"%PDF-"):
            raise OcrFailed(status=status)
        return made


def _run(
    path: str | os.PathLike, folder: str, seconds: float, more: list[str] | None = None
) -> tuple[int, bytes]:
    """What ocrmypdf ended with, and the end of what it said."""
    command = [sys.executable, "-E", "-s", "-m", "documents.extraction.bounds"]
    command += [str(_MEMORY), str(seconds), shutil.which("ocrmypdf") or "ocrmypdf"]
    command += ["--language", LANGUAGE, "--force-ocr", "--output-type", "pdf"]
    command += ["--optimize", "0", "--jobs", "1", "--quiet"]
    command += ["--max-image-mpixels", _LARGEST_PICTURE, *(more or [])]
    command += ["--", os.fspath(Path(path).resolve()), str(Path(folder, "out.pdf"))]
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "LANG": "C.UTF-8",
        "HOME": folder,
        "TMPDIR": folder,
        "OMP_THREAD_LIMIT": "1",
    }
    with tempfile.TemporaryFile() as err:
        process = subprocess.Popen(  # noqa: S603  no shell
            command,
            cwd=_ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=err,
            start_new_session=True,
        )
        try:
            status = process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise TimedOut(seconds=int(seconds)) from None
        finally:
            _end(process)
        err.seek(0)
        return status, err.read()[-4_000:]


def _end(process: subprocess.Popen) -> None:
    """End the command and what it started: they are a process group of their own."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
