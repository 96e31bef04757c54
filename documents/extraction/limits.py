"""How much one file may cost."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What the child process may read, take and use; `DEFAULT` suits an upload.

    A file beyond them is refused whole, with the reason: half the text of an act
    would pass for all of it.
    """

    max_bytes: int = 50 * MEGABYTE
    max_pages: int = 1_000
    max_characters: int = 10_000_000
    seconds: float = 180
    memory_bytes: int = 768 * MEGABYTE
    entries: int = 5_000
    unpacked_bytes: int = 150 * MEGABYTE
    ratio: int = 200
    xml_elements: int = 1_500_000


DEFAULT = Limits()
