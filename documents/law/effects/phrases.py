"""Words changed inside a provision: a phrase, or its heading alone."""

import re
from dataclasses import replace

from documents.law.provisions import Level
from documents.law.structure import Provision

_HEAD = re.compile(
    r"\s*(?P<head>(?:điều|chương|mục|tiểu\s+mục|phần|phụ\s+lục)(?:\s+thứ)?"
    r"\s+(?:số\s+)?\w+\s*[.:\-]?)(?P<gap>\s*)",
    re.IGNORECASE,
)


def replaced(provision: Provision, phrase: str, new: str) -> Provision | None:
    """The provision with another phrase, None where the phrase does not stand in it.

    Letter for letter, as a whole word, however its words are parted by spaces and line
    ends. Where a phrase goes, one of the spaces around it goes too.
    """
    words = phrase.split()
    if not words:
        return None
    before = r"(?<!\w)" if words[0][0].isalnum() else ""
    after = r"(?!\w)" if words[-1][-1].isalnum() else ""
    pattern = before + r"\s+".join(map(re.escape, words)) + after
    if not new:
        pattern = rf"[ \t]*{pattern}"
    text, count = re.subn(pattern, lambda _found: new, provision.text)
    if not count:
        return None
    title = re.sub(pattern, lambda _found: new, provision.title)
    return replace(provision, text=text, title=title)


def renamed(provision: Provision, heading: str) -> Provision | None:
    """The provision with another heading, None where it has no heading of its own.

    The new one is given with its number or without. Its line ends stay.
    """
    old = _HEAD.match(provision.text)
    if not old or not provision.title:
        return None
    own = _HEAD.match(heading)
    title = " ".join((heading[own.end() :] if own else heading).split())
    if not title:
        return None
    rest = provision.text[old.end() :]
    # The title of an article is one line, of what contains articles all there is.
    line = rest.find("\n") if provision.level is Level.ARTICLE else -1
    tail = rest[line:] if line >= 0 else rest[len(rest.rstrip()) :]
    return replace(
        provision, text=provision.text[: old.end()] + title + tail, title=title
    )
