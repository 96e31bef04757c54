"""Where a text quotes another: the new wording inside an amending act."""

import re

# Two apostrophes stand for a mark in texts typed before there was one on the keys.
_MARK = re.compile(r"[“”«»\"]|''")
_OPENING, _CLOSING = "“«", "”»"


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Outermost quotations, marks included, in order.

    A quotation mark without its partner quotes nothing, so a forgotten one does not
    swallow the rest of the text.
    """
    open_at: list[int] = []
    pairs: list[tuple[int, int]] = []
    for found in _MARK.finditer(text):
        if _opens(text, found):
            open_at.append(found.start())
        elif open_at:
            pairs.append((open_at.pop(), found.end()))
    spans: list[tuple[int, int]] = []
    for start, end in sorted(pairs):
        if not spans or start >= spans[-1][1]:
            spans.append((start, end))
    return spans


def _opens(text: str, found: re.Match[str]) -> bool:
    """A straight mark opens when nothing but a space or bracket stands before it."""
    mark, place, end = found[0], found.start(), found.end()
    if mark in _OPENING or mark in _CLOSING:
        return mark in _OPENING
    before = text[place - 1] if place else " "
    after = text[end] if end < len(text) else " "
    return (before.isspace() or before in "([“") and not after.isspace()
