"""A document drawn in a process of its own, whose memory ends with it.

WeasyPrint gives back little of what a long paper took, so the worker, which lives for
weeks, would keep the most it ever needed. Forking the worker is no way: it has threads,
and a lock that one of them holds would stay locked in the child. A fresh Python without
our applications starts in a second.
"""

import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack

from django.conf import settings

#: A batch takes seconds; one that hangs is ended.
SECONDS = 180
_SHOWN = 60


class DrawingFailed(Exception):
    """The process ended without a PDF; says how, and nothing of the document."""


def render_apart(html: str, base_url: str) -> bytes:
    """As `portal.pdf.render`, in a process that is gone afterwards.

    Raises DrawingFailed where it was killed, took longer than `SECONDS`, or could not
    draw the document.
    """
    with ExitStack() as stack:
        # What a process that was killed leaves behind goes with this folder.
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="portal-pdf-"))
        document, out, said = (
            stack.enter_context(tempfile.TemporaryFile(dir=folder)) for _ in range(3)
        )
        document.write(html.encode())
        document.seek(0)
        process = subprocess.Popen(  # noqa: S603  our own module, no shell
            command(base_url),
            cwd=settings.BASE_DIR,
            env={**os.environ, "TMPDIR": folder},
            stdin=document,
            stdout=out,
            stderr=said,
            # A signal to the worker's group ends what it does after this batch.
            start_new_session=True,
        )
        try:
            status = process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            raise DrawingFailed(f"no PDF after {SECONDS} s") from None
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
        if status:
            said.seek(0)
            raise DrawingFailed(f"status {status} {_last_word(said.read())}".strip())
        out.seek(0)
        return out.read()


def command(base_url: str) -> list[str]:
    """What is run to draw a document with addresses under `base_url`."""
    return [sys.executable, "-m", "portal.pdf.worker", base_url]


def _last_word(said: bytes) -> str:
    """The kind of the fault, which the child says last."""
    return said.decode(errors="replace").rpartition("\n")[2][:_SHOWN]
