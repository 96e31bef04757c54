"""Letters that were written to files, where there is no mail server."""

import email
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings

#: As Django's own backend divides the letters of a file.
_BETWEEN = b"\n" + b"-" * 79 + b"\n"


def files() -> Iterator[Path]:
    """The files of letters; none where a mail server takes them."""
    outbox: Any = settings.POST_OFFICE
    backend = outbox["BACKENDS"]["default"]
    if backend.endswith(".filebased.EmailBackend"):
        yield from Path(settings.EMAIL_FILE_PATH).glob("*.log")


def erase(message_ids: Collection[str]) -> int:
    """Take the letters with these Message-IDs out of every file; say how many.

    A file is written over in place, so that a worker that appends to it goes on.
    """
    erased = 0
    for file in files() if message_ids else ():
        letters = file.read_bytes().split(_BETWEEN)
        left = [one for one in letters if _message_id(one) not in message_ids]
        if len(left) == len(letters):
            continue
        erased += len(letters) - len(left)
        if not any(one.strip() for one in left):
            file.unlink(missing_ok=True)
            continue
        with file.open("r+b") as opened:
            opened.write(_BETWEEN.join(left))
            opened.truncate()
    return erased


def _message_id(letter: bytes) -> str:
    return str(email.message_from_bytes(letter.lstrip())["Message-ID"] or "").strip()
