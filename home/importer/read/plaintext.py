"""Plain text of a page, pasted or saved, to blocks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from home.importer.article import Block, text_block
from portal.vietnamese import nfc

# A column of wrapped text: every line but the last about this wide.
WRAP_WIDTHS = range(60, 101)
# A paragraph broken into more lines than these is none.
MOST_BROKEN = 40

BULLET = re.compile(r"^[-–—•*+●▪◦]\s+(?=\S)")
SENTENCE_END = (".", "!", "?", "…", ":", ";", ".”", ".)", '."')


def clean_text(text: str) -> str:
    """NFC, one kind of space, nothing invisible, no control characters."""
    text = nfc(text, plain_spaces=True)
    return "".join(
        char if char == "\n" or unicodedata.category(char) != "Cc" else " "
        for char in text.replace("\r\n", "\n").replace("\r", "\n")
    )


def read_text(text: str, convert: Callable[[str], str] = str) -> list[Block]:
    """One block per line, wrapped lines rejoined, bullets as list items."""
    blocks: list[Block] = []
    converted = "\n".join(map(convert, text.splitlines()))
    for group in _groups(clean_text(converted)):
        for line in _unwrap(group):
            if bullet := BULLET.match(line):
                blocks.append(Block(kind="item").with_text(line[bullet.end() :]))
            else:
                blocks.append(text_block(line))
    return blocks


def _groups(text: str) -> list[list[str]]:
    """Lines between blank lines, spaces tidied."""
    groups: list[list[str]] = [[]]
    for raw in text.split("\n"):
        line = " ".join(raw.split())
        if line:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _unwrap(lines: list[str]) -> list[str]:
    """Rejoin a paragraph that was wrapped at a column; leave real lines alone.

    It was wrapped when all its lines but the last are about as wide as each other
    and most of them break off in the middle of a sentence. Where a line goes on in
    small letters they were broken anywhere, and only what ends a sentence ends a line.
    """
    going_on = any(line[0].islower() for line in lines[1:])
    if going_on and lines[0][0].isupper() and len(lines) <= MOST_BROKEN:
        return _rejoin(lines)
    full = lines[:-1]
    if len(full) < 2 or not all(len(line) in WRAP_WIDTHS for line in full):
        return lines
    broken = sum(not line.endswith(SENTENCE_END) for line in full)
    if broken * 2 <= len(full) or max(map(len, full)) - min(map(len, full)) > 20:
        return lines
    return [" ".join(lines)]


def _rejoin(lines: list[str]) -> list[str]:
    """Lines that go on joined with what they go on with."""
    joined: list[str] = []
    for line in lines:
        goes_on = joined and not joined[-1].endswith(SENTENCE_END)
        if goes_on and not BULLET.match(line):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined
