"""The name under which a browser saves what it is sent, as RFC 5987 has it."""

import re
from urllib.parse import quote

from portal.slugs import ascii_slug

MAX_WORDS = 16
MAX_LETTERS = 120
_PLAIN = re.compile(r"[A-Za-z0-9_-]{1,120}")
# What no system lets stand in a name, and what would end the header.
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')


def saved_as(name: str, *, inline: bool = False) -> str:
    """The header `Content-Disposition` for a file of that name, which has an ending.

    Programs that know no more than ASCII get the name in plain letters.
    """
    name = _FORBIDDEN.sub(" ", name)
    stem, _dot, ending = name.rpartition(".")
    stem, ending = stem.strip(), f".{ascii_slug(ending)}"
    plain = stem if _PLAIN.fullmatch(stem) else _few_words(stem)
    full = stem[:MAX_LETTERS].strip() or plain
    kind = "inline" if inline else "attachment"
    header = f'{kind}; filename="{plain}{ending}"'
    if full == plain:
        return header
    return f"{header}; filename*=UTF-8''{quote(full + ending, safe='')}"


def _few_words(stem: str) -> str:
    return "-".join(ascii_slug(stem).split("-")[:MAX_WORDS]) or "trang"
