"""Where the bytes of a page's pictures come from. Nothing is fetched from a network."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from home.importer.article import Block

Loader = Callable[[str], bytes | None]

MAX_PICTURE_BYTES = 15 * 1024 * 1024
SUFFIXES = {".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".bmp"}
_DATA = re.compile(r"data:image/[\w.+-]+;base64,", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z\d+.-]*:", re.IGNORECASE)


def find_pictures(blocks: Iterable[Block], loaders: Iterable[Loader]) -> list[Block]:
    """Image blocks with the bytes of their picture, where one of the loaders has it."""
    sources = [embedded, *loaders]
    found: list[Block] = []
    for block in blocks:
        if block.kind == "image" and block.source:
            loaded = (load(block.source) for load in sources)
            data = next((data for data in loaded if data), b"")
            block = replace(block, data=data)
        found.append(block)
    return found


def embedded(source: str) -> bytes | None:
    """The picture a data: address holds in itself."""
    match = _DATA.match(source)
    if not match or len(source) > 2 * MAX_PICTURE_BYTES:
        return None
    try:
        return base64.b64decode(unquote(source[match.end() :]), validate=True)
    except (binascii.Error, ValueError):
        return None


def beside(page: Path) -> Loader:
    """Loads pictures a browser saved in the page's own folder, and no other file."""
    folder = page.resolve().parent

    def load(source: str) -> bytes | None:
        address = unquote(source.partition("?")[0])
        if _SCHEME.match(address) or address.startswith(("/", "\\")):
            return None
        if PurePosixPath(address).suffix.lower() not in SUFFIXES:
            return None
        try:
            path = (folder / address).resolve()
            if not path.is_relative_to(folder) or not path.is_file():
                return None
            if path.stat().st_size > MAX_PICTURE_BYTES:
                return None
            return path.read_bytes()
        except (OSError, ValueError):
            return None

    return load
