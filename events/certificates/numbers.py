"""Numbers of certificates as people write them, names as strangers see them: pure."""

import re
import unicodedata
from typing import NamedTuple

_LEAST_DIGITS = 4
_YEARS = range(2000, 2100)
_WRITTEN = re.compile(
    r"""\D*?(?P<number>\d{1,6})\s*[/\\.\-–—_ ]\s*(?P<year>\d{4})\s*\.?""",
    re.ASCII,
)
_RUN_TOGETHER = re.compile(r"\D*?(?P<number>\d{4,6})(?P<year>20\d\d)", re.ASCII)


class Number(NamedTuple):
    """The running number of a certificate within the year it was issued in."""

    year: int
    running: int

    def __str__(self) -> str:
        """0412/2026, as it is printed."""
        return f"{self.running:0{_LEAST_DIGITS}d}/{self.year}"


def parse_number(text: str) -> Number | None:
    """The number somebody typed; None where it is none.

    Missing zeros, spaces, another stroke and a word in front ("Số 412-2026") do not
    matter. A year this portal cannot have issued in is still a number, and a wrong one.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    found = _WRITTEN.fullmatch(plain) or _RUN_TOGETHER.fullmatch(plain)
    if found is None or not (running := int(found["number"])):
        return None
    return Number(int(found["year"]), running)


def is_plausible(number: Number) -> bool:
    """Whether any certificate could bear it; what is not needs no look-up."""
    return number.year in _YEARS


def masked(name: str) -> str:
    """Initials and the last word: N. T. B. Diệp; of a single word its initial."""
    words = unicodedata.normalize("NFC", name).split()
    if not words:
        return ""
    initials = [f"{word[0].upper()}." for word in words]
    return " ".join([*initials[:-1], words[-1]] if len(words) > 1 else initials)
