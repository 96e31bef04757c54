"""Where a list ends and the totals and signatures below it begin: pure, on texts."""

import re
from collections.abc import Collection, Sequence

from portal.vietnamese import fold

_DIGITS = re.compile(r"\d")
_LEAST_DIGITS = 7
# What offices write below their lists; a row of a person says none of it.
_BELOW = re.compile(
    r"^(?:tong (?:so|cong)|cong\b|danh sach (?:nay )?(?:gom|co)|an dinh)"
    r"|nguoi (?:lap|duyet|ky|phu trach)|thu truong|ky(?: ten)?,? (?:ghi|dong)"
    r"|ghi ro ho|ngay\b.{0,12}\bthang\b"
)

Numbered = tuple[int, Sequence[str]]


def foot_of(rows: Sequence[Numbered], counters: Collection[int]) -> list[int]:
    """The numbers of the last rows that are of no person.

    None of them has a telephone number. Where a column counts the people they have no
    number there; elsewhere the first of them says what only stands below lists.
    """
    last = max(
        (at for at, (_, texts) in enumerate(rows) if _has_phone(texts, counters)),
        default=-1,
    )
    tail = rows[last + 1 :]
    counted = any(_count(texts, counters) for _, texts in rows[: last + 1])
    for at, (_, texts) in enumerate(tail):
        if _is_below(texts) or (counted and not _count(texts, counters)):
            below = tail[at:]
            if not any(_count(texts, counters) for _, texts in below):
                return [number for number, _ in below]
    return []


def _has_phone(texts: Sequence[str], counters: Collection[int]) -> bool:
    return any(
        len(_DIGITS.findall(text)) >= _LEAST_DIGITS
        for index, text in enumerate(texts)
        if index not in counters and not _BELOW.search(fold(text))
    )


def _count(texts: Sequence[str], counters: Collection[int]) -> bool:
    """Whether the row is numbered."""
    return any(
        index < len(texts) and texts[index].strip().strip(".").isdecimal()
        for index in counters
    )


def _is_below(texts: Sequence[str]) -> bool:
    return any(_BELOW.search(fold(text).strip()) for text in texts)
