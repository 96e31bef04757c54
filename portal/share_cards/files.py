"""Drawn pictures, kept on disk: one for each page, until its facts change."""

import logging
import os
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

logger = logging.getLogger(__name__)

# One picture at a time in each process: a crowd of new addresses waits its turn and
# leaves the rest of the machine to readers.
_turn = threading.Lock()


def kept(page_id: int, version: str, extension: str) -> bytes | None:
    """The file of that version, if it was drawn before."""
    try:
        return _path(page_id, version, extension).read_bytes()
    except OSError:
        return None


def drawn_once(
    page_id: int, version: str, extension: str, draw: Callable[[], bytes]
) -> bytes:
    """The file of that version; older ones of the page are forgotten.

    A disk that is full or may not be written to costs a drawing each time, no more.
    """
    with _turn:
        content = kept(page_id, version, extension)
        if content is not None:
            return content
        content = draw()
        try:
            _keep(_path(page_id, version, extension), content)
        except OSError as error:
            logger.warning("A share picture is not kept: %s", type(error).__name__)
        return content


def _path(page_id: int, version: str, extension: str) -> Path:
    return settings.SHARE_PICTURES_DIR / f"{page_id}-{version}.{extension}"


def _keep(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    os.replace(name, path)
    for older in path.parent.glob(f"{path.name.partition('-')[0]}-*"):
        if older != path:
            older.unlink(missing_ok=True)
