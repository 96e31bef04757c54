"""The first page of a PDF as a picture, drawn in a process of its own.

A file of a few kilobytes can unfold to a gigabyte: the process binds its memory and
its time before it reads.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
#: Twice as wide as it is shown, for screens that show each point with four.
WIDTH = 720
SECONDS = 20


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture in WebP, and how many pages the file has."""

    picture: bytes
    width: int
    height: int
    page_count: int


def first_page(pdf: bytes) -> Drawn | None:
    """How the file begins; None where it is no PDF, locked, damaged or too large."""
    # No secret of the web process reaches the child.
    environment = {"PATH": os.defpath, "LANG": "C.UTF-8", "PYTHONHASHSEED": "0"}
    try:
        done = subprocess.run(  # noqa: S603  our own module, no shell
            [sys.executable, "-E", "-s", "-m", "guides.first_pages.worker", str(WIDTH)],
            input=pdf,
            capture_output=True,
            cwd=_ROOT,
            env=environment,
            timeout=SECONDS,
            check=True,
        )
    except subprocess.SubprocessError:
        return None
    head, _line, picture = done.stdout.partition(b"\n")
    try:
        return Drawn(picture, **json.loads(head))
    except (TypeError, ValueError):
        return None
