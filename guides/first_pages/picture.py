"""The first page of a PDF as a picture, drawn in a process of its own.

A file of a few kilobytes can unfold to a gigabyte: the process binds its memory and
its time before it reads.
"""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass

from portal.child_process import answer_of

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
    module = "guides.first_pages.worker"
    try:
        printed = answer_of(module, str(WIDTH), raw=pdf, seconds=SECONDS)
    except subprocess.SubprocessError:
        return None
    head, _line, picture = printed.partition(b"\n")
    try:
        return Drawn(picture, **json.loads(head))
    except (TypeError, ValueError):
        return None
