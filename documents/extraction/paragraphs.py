"""Where one paragraph of an act ends and the next begins, judged by its words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from portal.vietnamese import is_probably_tcvn3, is_syllable

# The number of a provision may call a footnote: "Điều 173.[5] Tội trộm cắp tài sản".
_NOTE = r"(?:\[\d{1,3}\])?"
# What opens a line wherever it stands there.
_SURE = re.compile(
    rf"""
    (?:Điều|ĐIỀU)[ ]\d+[a-zđ]{{0,2}}(?:[ ]?[.:]{_NOTE}|{_NOTE}[.:])(?:[ ]|$)
    | \d{{1,3}}[.)]{_NOTE}[ ] | [a-zđ]{{1,2}}\d?\)\.?{_NOTE}[ ] | [IVX]{{1,5}}[.)][ ]
    | [-–—+•▪●○*][ ] | \(\d{{1,3}}\)[ ] | \[\d{{1,3}}\][ ]
    | Căn[ ]cứ[ ] | Theo[ ]đề[ ]nghị[ ] | Xét[ ] | Nơi[ ]nhận:
    """,
    re.VERBOSE,
)
# What opens a part only when nothing, or a capital, follows: "Chương II" does in its
# own line, "Chương II của Nghị định" does not.
_HEADING = re.compile(
    r"""
    (?:phần|chương|mục|tiểu[ ]mục|phụ[ ]lục)
        [ ](?:(?:thứ[ ])?(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)
            |[ivxlc]+|\d+)\b[.:]?
    | phụ[ ]lục | quyết[ ]định:? | quyết[ ]nghị:?
    | \d{1,3}(?:\.\d{1,3}){1,3}\.? | [a-zđ]\.
    | (?:điều[ ]\d{1,3}[a-zđ]?|[ivxlc]{1,6}|\d{1,2})[ ]?[-–]
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Points with a full stop: "a. Dự án đầu tư". Of the letters m alone is a measure too.
_LETTERED = re.compile(rf"[a-ln-zđ]\.{_NOTE}(?= )")
_ENUMERATOR = re.compile(
    r"(?:Điều|ĐIỀU) \d+[a-zđ]{0,2}[.:]?|\d{1,3}[.)]|\d{1,3}(?:\.\d{1,3}){1,3}\.?"
    r"|[a-zđ]{1,2}\d?\)|[IVX]{1,5}[.)]|[A-ZĐ]\.|[-–—+•▪●○*]|\(\d{1,3}\)|\[\d{1,3}\]"
)
# After these words a number at the start of a line belongs to their sentence:
# "theo quy định tại khoản 2 | Điều 7. Các trường hợp khác …"
_CALLS_FOR_MORE = re.compile(
    r"""(?:[,(/–-]|(?<!\w)(?:tại|của|và|theo|hoặc|với|từ|đến|vào|sau|trước|trên|dưới|các
      |số|ngày|tháng|năm|điều|khoản|điểm|mục|chương|phần|phụ[ ]lục|là|bằng|cho|về
      |(?:khoản|điểm|mục|chương)[ ]\w{1,4}))$""",
    re.VERBOSE | re.IGNORECASE,
)
_CLOSERS = "”\"')]»’"
_TERMINAL = ".;:!?…"
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_LONG_WORD = 40
_FIRST_WORD = re.compile(r"[^\W\d_]+")


def is_marker(line: str) -> bool:
    """Whether the line opens like a provision, a list item or a part of an act."""
    if _SURE.match(line):
        return True
    heading = _HEADING.match(line) if line[:1].isupper() or line[:1].isdigit() else None
    heading = heading or _LETTERED.match(line)
    if not heading:
        return False
    rest = line[heading.end() :]
    opens = rest[1:2].isupper() or rest[1:2] in '(“"'
    return not rest or (rest[0] == " " and opens)


def is_enumerator(text: str) -> bool:
    """Whether the text is nothing but the number of what follows it."""
    return bool(_ENUMERATOR.fullmatch(text.strip()))


def ends_sentence(line: str) -> bool:
    return line.rstrip(_CLOSERS + " ")[-1:] in _TERMINAL if line else True


def calls_for_more(line: str) -> bool:
    """Whether what stands in the next line can only belong to this one."""
    return bool(_CALLS_FOR_MORE.search(line[-24:].rstrip()))


def goes_on(line: str) -> bool:
    """Whether the line can only run on: small letters open no paragraph."""
    return line[:1].islower() and not is_marker(line)


def seam(before: str, after: str) -> tuple[int, str]:
    """How two lines of one paragraph meet: letters to drop, and what goes between.

    Vietnamese divides no words, so a hyphen at the end of a line stays unless both
    halves are pieces of a foreign word.
    """
    # The soft hyphen is also the letter ư of TCVN3 fonts.
    if before.endswith("\u00ad") and not is_probably_tcvn3(before):
        return 1, ""
    if before.endswith("-") and before[-2:-1].isalpha() and after[:1].isalnum():
        half = _LAST_WORD.search(before[-_LONG_WORD:-1])
        rest = _FIRST_WORD.match(after[:_LONG_WORD])
        divided = half and rest and _is_foreign(half[0], rest[0])
        return (1, "") if divided else (0, "")
    if before.endswith("/") and before[-2:-1].isalnum() and after[:1].isalnum():
        return 0, ""
    return 0, " "


def glued(before: str, after: str) -> str:
    """Two lines of one paragraph as one, a divided word or number made whole."""
    dropped, between = seam(before, after)
    return before[: len(before) - dropped] + between + after


def joined(lines: Iterable[str]) -> list[str]:
    """Lines broken by hand, joined where a sentence plainly runs on."""
    kept: list[str] = []
    for line in lines:
        if kept and goes_on(line) and not ends_sentence(kept[-1]):
            kept[-1] = glued(kept[-1], line)
        else:
            kept.append(line)
    return kept


def _is_foreign(head: str, tail: str) -> bool:
    """Neither half stands as a Vietnamese syllable, and both are plain letters."""
    halves = (head, tail)
    plain = all(half.isascii() and len(half) > 1 for half in halves)
    syllables = all(is_syllable(half.lower()) for half in halves)
    return plain and tail[0].islower() and not syllables
