"""Lines that state when a page was published, by whom, and from where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from home.importer.recognise.chrome import folded, is_label_line
from home.importer.recognise.dates import first_date

_DAY = r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}"
_TIME = r"\d{1,2}\s?[:hg]\s?\d{2}(?:\s?[:p]\s?\d{2})?(?:\s?(?:am|pm|ch|sa|phut))?"
_NOISE = rf"(?:\s|[,|\-–(:)]|luc|vao|ngay|gmt\s?\+?\s?7|{_TIME})*"
LABELLED = re.compile(
    r"^\W*(?:ngay dang|ngay xuat ban|dang ngay|dang luc|gui luc|ngay gui|da dang"
    r"|(?:lan )?cap nhat(?: luc| ngay| lan cuoi)?|ngay cap nhat|ngay tao|ngay viet"
    r"|thoi gian dang|xuat ban|posted(?: on)?|submitted on|published(?: on)?)"
    rf"{_NOISE}(?:(?:thu \w+|chu nhat){_NOISE})?{_DAY}{_NOISE}$"
)
CLOCK = re.compile(
    rf"^{_NOISE}(?:(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat){_NOISE})?"
    rf"{_DAY}{_NOISE}(?:\s\d{{1,5}})?$"
)
_AUTHOR = re.compile(
    r"^\W*(?:tác giả|người đăng|người cập nhật|người viết|bài viết|tin,? bài"
    r"|tin,? ảnh|bài,? ảnh|bài|tin(?: và| &)? ảnh|bài(?: và| &)? ảnh|thực hiện"
    r"|biên tập(?: viên)?|người biên tập)\s*:\s*(.{2,80})$",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"^\W*(?:nguồn(?: tin| bài)?|theo)\s*:\s*(.{2,120})$", re.IGNORECASE
)
_CREDIT = re.compile(
    r"^\W*(?:ảnh|nguồn ảnh|ảnh chụp|photo)\s*:\s*(.{2,80})$", re.IGNORECASE
)
# One line may hold several facts: "Lượt xem: 12 | Ngày đăng: 29/01/2021".
_PARTS = re.compile(r"\s*(?:\||•|·|;|\s{3,})\s*")


_DATED_TITLE = re.compile(rf"\s*\(\s*({_DAY})\s*\)\s*$")


def split_day(title: str) -> tuple[str, date | None]:
    """A title and the day of publication that some portals write behind it."""
    found = _DATED_TITLE.search(title)
    day = first_date(found[1]) if found else None
    return (title[: found.start()], day) if found and day else (title, None)


@dataclass
class Facts:
    """What one line states; `certain` when it says so in words."""

    published_on: date | None = None
    certain: bool = False
    author: str = ""
    source: str = ""
    credit: str = ""


def facts_of(text: str) -> Facts | None:
    """The facts of a line that holds nothing else, or None."""
    if len(text) > 200:
        return None
    facts = Facts()
    found = False
    for part in filter(None, _PARTS.split(text.strip())):
        if _read_part(part, facts):
            found = True
        elif not is_label_line(part):
            return None
    return facts if found else None


def _read_part(part: str, facts: Facts) -> bool:
    plain = folded(part)
    if LABELLED.match(plain) or CLOCK.match(plain):
        facts.published_on = first_date(part)
        facts.certain = bool(LABELLED.match(plain))
        return facts.published_on is not None
    for pattern, name in (
        (_AUTHOR, "author"),
        (_SOURCE, "source"),
        (_CREDIT, "credit"),
    ):
        if match := pattern.match(part):
            setattr(facts, name, match[1].strip(" ()[]"))
            return True
    return False
