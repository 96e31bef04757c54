"""The place that stands before its verb: "Tại khoản 3 Điều 1, thay cụm từ …", "Khoản 3
Điều 1: bãi bỏ cụm từ …".
"""

import re

from documents.law.amendments.words import HIDDEN, LEAD_WINDOW, MARK, UNIT

_AT_PLACE = re.compile(
    rf"(?:\A|[.;:\n])[\s\-+]*(?:{MARK}\s+)?(?:tại\s+(?P<places>{UNIT}\s[^.;:\n{HIDDEN}]{{0,200}}?)[,:]?"
    rf"|(?P<bare>(?:điểm|khoản|điều)\s+[\da-zđ]{{1,5}}(?!\w)[^.;:\n{HIDDEN}]{{0,200}}?):)\s*\Z",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?<!\w)(?:điểm|khoản|điều|phụ\s+lục)\s+(?:\d|[a-zđ](?!\w)|[IVX])", re.IGNORECASE
)
_PHRASE_FOLLOWS = re.compile(
    rf"\s*(?:các\s+)?(?:cụm\s+từ|từ|chữ)\s*{HIDDEN}", re.IGNORECASE
)
_NOTHING_FOLLOWS = re.compile(r"\s*(?:như\s+sau\s*)?(?:[.;:\n]|\Z)", re.IGNORECASE)


def names_place(masked: str, start: int, end: int) -> bool:
    """Whether the words name a place, be it one that is not understood: then what they
    change is not the whole act.
    """
    return bool(_PLACE.search(masked, start, end))


def place_before(masked: str, verb: int, end: int) -> tuple[int, int] | None:
    """Where the words stand that say, before a verb, which place it changes, or in
    which a phrase; None where none do.
    """
    if not (_PHRASE_FOLLOWS.match(masked, end) or _NOTHING_FOLLOWS.match(masked, end)):
        return None
    first = max(0, verb - LEAD_WINDOW)
    found = _AT_PLACE.search(masked[first:verb])
    if not found:
        return None
    group = "places" if found["places"] else "bare"
    return first + found.start(group), first + found.end(group)
