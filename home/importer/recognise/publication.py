"""Lines that state when a page was published, by whom, and from where."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from home.importer.recognise.captions import names_a_scene
from home.importer.recognise.chrome import folded, is_label_line
from home.importer.recognise.dates import event_dates, first_date, make_date, near
from home.importer.recognise.signatures import is_signer

_DAY_IN_FIGURES = r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}"
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTHS = {
    "gieng": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "nam": 5, "sau": 6, "bay": 7,
    "tam": 8, "chin": 9, "muoi": 10, "muoi mot": 11, "muoi hai": 12, "chap": 12,
}  # fmt: skip
_IN_WORDS = re.compile(
    rf"(\d{{1,2}}) th(?:ang|g)?\s?({'|'.join(reversed(_MONTHS))}|\d{{1,2}})"
    r",?(?: nam)? (\d{4})"
)
# "Tháng Ba 12, 2010" as some themes write it.
_MONTH_FIRST = re.compile(
    rf"th(?:ang|g)?\s?({'|'.join(reversed(_MONTHS))}|\d{{1,2}}) (\d{{1,2}}), (\d{{4}})"
)
_DAY = (
    rf"(?:{_DAY_IN_FIGURES}|{_IN_WORDS.pattern}|{_MONTH_FIRST.pattern}"
    rf"|{_ISO_DAY.pattern})"
)
_TIME = (
    r"\d{1,2}\s?[:hg]\s?\d{2}(?:\s?[:p]\s?\d{2})?"
    r"(?:\s?(?:am|pm|ch|sa|phut|sang|chieu|toi))?"
)
_NOISE = rf"(?:\s|[,|\-–(:)\[\]'’]|luc|vao|ngay|gmt\s?\+?\s?0?7(?::?00)?|{_TIME})*"
LABELLED = re.compile(
    r"^\W*(?:ngay dang|ngay xuat ban|dang ngay|dang luc|gui luc|ngay gui|da dang"
    r"|(?:lan )?cap nhat(?: luc| ngay| lan cuoi)?|ngay cap nhat|ngay tao|ngay viet"
    r"|thoi gian dang|xuat ban|posted(?: on)?|submitted on|published(?: on)?|date"
    r"|(?:tin|bai|duoc) (?:dang|viet)(?: ngay| luc)?|(?:viet|gui|dang) (?:ngay|vao)"
    r"|lan cap nhat cuoi|ngay (?:phat hanh|dua tin|viet bai)|thoi diem dang|ngay)"
    rf"{_NOISE}(?:(?:thu \w+|chu nhat){_NOISE})?{_DAY}{_NOISE}$"
)
CLOCK = re.compile(
    rf"^(?:clock)?{_NOISE}(?:(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat){_NOISE})?"
    rf"{_DAY}{_NOISE}(?:\s\d{{1,5}})?$"
)
# "M.MẪU 23/04/2021 10:22": whoever wrote it and when, in one line.
_BEHIND_AUTHOR = re.compile(
    r"^(.{2,40}?)[\s,|–-]+"
    rf"((?:(?:thứ \w{{1,4}}|chủ nhật|ngày|{_TIME})[\s,–-]*)?{_DAY_IN_FIGURES}.*)$",
    re.IGNORECASE,
)
# Whoever puts a page on the portal has not written it.
_POSTER = re.compile(
    r"^\W*(?:người|được)\s+(?:đăng|nhập)(?:\s+bởi)?\s*:\s*.{2,80}$"
    r"|^\W*đăng bởi\s*:?\s.{2,80}$",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"^\W*(?:tác giả(?: bài viết)?|người cập nhật|người viết|bài viết|ctv|tg"
    r"|(?:(?:ảnh|clip)[\s,&+–-]*(?:và\s+)?)*(?:tin|bài)"
    r"(?:[\s,&+–-]*(?:và\s+)?(?:tin|bài|ảnh|clip))*|thực hiện"
    r"|biên tập(?: viên)?|người biên tập)\s*:\s*(.{2,80})$",
    re.IGNORECASE,
)
_WRITTEN_BY = re.compile(
    r"^\W*(?:viết bởi|written by|tác giả|người viết)\s+(.{2,60})$", re.IGNORECASE
)
# How a line opens that tells a day and little else, right under the title.
_OPENS_DAY = re.compile(
    r"^\W*(?:\d|\w{2,5}\)\W*\d|ngay|dang|cap nhat|thu \w{1,3}\W|chu nhat|luc|gui"
    r"|xuat ban|duoc|tin ngay|bai dang|publish|post|date)"
)
_MOST_BESIDE = 7
_SOURCE = re.compile(
    r"^\W*(?:nguồn(?: tin| bài)?|theo)\s*:\s*(.{2,120})$", re.IGNORECASE
)
_CREDIT = re.compile(
    r"^\W*(?:ảnh|nguồn ảnh|ảnh chụp|photo)\s*:\s*(.{2,80})$", re.IGNORECASE
)
_SHORTLY = timedelta(days=45)
# One line may hold several facts: "Lượt xem: 12 | Ngày đăng: 29/01/2021".
_PARTS = re.compile(
    r"\s*(?:\||•|·|;|\s{3,})\s*"
    r"|\s+[-–]?\s*(?=(?:Người (?:đăng|viết)|Tác giả|(?:Số )?[Ll]ượt xem|Ngày đăng)\s*:)"
)


# The part of the portal a page is in, beside the day.
_SECTION = re.compile(
    r"(?:(?:chuyên mục|danh mục|thể loại)\s*:\s*.{2,60}|[^\d.!?:]{2,30})", re.IGNORECASE
)
_VIEWS = re.compile(
    r"\(?(?<!\w)(?:(?:(?:số )?lượt (?:xem|đọc|truy cập)|đã xem|xem|đọc|views?|hits?)"
    r"\s*:\s*[\d.,]+|[\d.,]+ (?:lượt (?:xem|đọc|truy cập)|views?|hits?))(?!\w)\)?",
    re.IGNORECASE,
)
_DATED_TITLE = re.compile(rf"\s*\(\s*({_DAY_IN_FIGURES})\s*\)\s*$")


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
    for part in filter(None, _PARTS.split(_VIEWS.sub(" | ", text).strip())):
        if _read_part(part, facts):
            found = True
        elif facts.published_on and not facts.author and is_signer(part):
            facts.author = part
        elif facts.published_on and _SECTION.fullmatch(part):
            continue
        elif not is_label_line(part):
            return None
    return facts if found else None


def day_in_line(text: str) -> date | None:
    """The day of a line under the title that has it and hardly any other words."""
    if text.endswith((".", ":", "!", "?")) or not _OPENS_DAY.match(folded(text)):
        return None
    words = [word for word in text.split() if any(map(str.isalpha, word))]
    return _day(text) if len(words) <= _MOST_BESIDE else None


def is_near(day: date, texts: Iterable[str]) -> bool:
    """Whether one of the texts tells of a day shortly before or after it."""
    return any(
        abs(near(mention, day).start - day) <= _SHORTLY
        for text in texts
        for mention in event_dates(text, year=day.year)
    )


def _read_part(part: str, facts: Facts) -> bool:
    plain = folded(part)
    if LABELLED.match(plain) or CLOCK.match(plain):
        facts.published_on = _day(part)
        facts.certain = bool(LABELLED.match(plain))
        return facts.published_on is not None
    if re.fullmatch(_TIME, plain) or _POSTER.match(part):
        return True
    for pattern, name in (
        (_AUTHOR, "author"),
        (_SOURCE, "source"),
        (_CREDIT, "credit"),
    ):
        if name == "credit" and names_a_scene(part):
            # What is seen, not who took it: a caption stays in the article.
            continue
        if match := pattern.match(part):
            setattr(facts, name, match[1].strip(" ()[]"))
            return True
    match = _WRITTEN_BY.match(part)
    if match and is_signer(match[1]):
        facts.author = match[1].strip()
        return True
    return _read_author_and_day(part, facts)


def _read_author_and_day(part: str, facts: Facts) -> bool:
    match = _BEHIND_AUTHOR.match(part)
    if not match or not CLOCK.match(folded(match[2])):
        return False
    if not is_signer(match[1]):
        return False
    facts.author, facts.published_on = match[1], first_date(match[2])
    return facts.published_on is not None


def _day(part: str) -> date | None:
    """The day in figures, or as in "3 Tháng Bảy, 2015"."""
    if found := first_date(part):
        return found
    if iso := _ISO_DAY.search(part):
        year, month, day = iso.groups()
        return make_date(int(day), int(month), int(year))
    plain = folded(part)
    if match := _IN_WORDS.search(plain):
        day, month, year = match.groups()
    elif match := _MONTH_FIRST.search(plain):
        month, day, year = match.groups()
    else:
        return None
    number = int(month) if month.isdecimal() else _MONTHS[month]
    return make_date(int(day), number, int(year)) if number <= 12 else None
