"""The place that stands before its verb: "Tại khoản 3 Điều 1, thay cụm từ …"."""

import re

from documents.law.amendments.words import HIDDEN, LEAD_WINDOW, UNIT

_AT_PLACE = re.compile(
    rf"(?:\A|[.;:\n])[\s\-+]*tại\s+(?P<places>{UNIT}\s[^.;:\n{HIDDEN}]{{0,200}}?)[,:]?\s*\Z",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?<!\w)(?:điểm|khoản|điều|phụ\s+lục)\s+(?:\d|[a-zđ](?!\w)|[IVX])", re.IGNORECASE
)
_PHRASE_FOLLOWS = re.compile(
    rf"\s*(?:các\s+)?(?:cụm\s+từ|từ|chữ)\s*{HIDDEN}", re.IGNORECASE
)


def names_place(masked: str, start: int, end: int) -> bool:
    """Whether the words name a place, be it one that is not understood: then what they
    change is not the whole act.
    """
    return bool(_PLACE.search(masked, start, end))


def place_before(masked: str, verb: int, end: int) -> tuple[int, int] | None:
    """Where the words stand that say, before a verb, in which place it changes a
    phrase; None where none do.
    """
    if not _PHRASE_FOLLOWS.match(masked, end):
        return None
    first = max(0, verb - LEAD_WINDOW)
    found = _AT_PLACE.search(masked[first:verb])
    if not found:
        return None
    return first + found.start("places"), first + found.end("places")
