"""How many people came."""

from __future__ import annotations

import re
from collections.abc import Iterable

from home.importer.article import Attendance
from home.importer.recognise.people import sentences

_DIGITS = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_SCALES = {"mươi": 10, "trăm": 100, "nghìn": 1000, "ngàn": 1000}
_NUMBER_WORD = "|".join([*_DIGITS, *_SCALES, "linh", "lẻ"])
_QUALIFIERS = "hơn|trên|gần|khoảng|xấp xỉ|ước tính|tổng số|tổng cộng|đông đảo"
_UNITS = (
    "cá nhân|người|đại biểu|học viên|cán bộ|công chức|viên chức|giáo viên|khách mời"
    "|thành viên|hội viên|đoàn viên|học sinh|sinh viên|thí sinh|nông dân|nhà khoa học"
    "|chuyên gia|đồng chí|lao động|vận động viên|tác giả|khách|lượt người|lượt khách"
)
_CROWD = re.compile(
    rf"(?<!\w)(?:(?P<qualifier>{_QUALIFIERS})\s+)?"
    rf"(?:(?P<digits>\d{{1,3}}(?:[.\s]\d{{3}})+|\d+)"
    rf"|(?P<words>(?:{_NUMBER_WORD})(?:\s+(?:{_NUMBER_WORD}))*))"
    rf"\s+(?P<unit>{_UNITS})(?!\w)",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"tham dự|tham gia|(?<!\w)dự(?! (?:án|toán|báo|thảo|phòng))|có mặt|thu hút|quy tụ"
    r"|góp mặt|với sự|(?:mở|tập huấn|lớp)(?!\w)[^.;]{0,60}(?<!\w)cho(?!\w)",
    re.IGNORECASE,
)
_LARGEST = 1_000_000


def find_attendance(paragraphs: Iterable[str]) -> Attendance | None:
    """The largest number of people said to have come."""
    found: list[Attendance] = []
    for paragraph in paragraphs:
        for sentence in sentences(paragraph):
            if _COMING.search(sentence):
                found += map(_attendance, _CROWD.finditer(sentence))
    likely = [crowd for crowd in found if 1 < crowd.number < _LARGEST]
    return max(likely, key=lambda crowd: crowd.number, default=None)


def _attendance(match: re.Match[str]) -> Attendance:
    digits, words = match["digits"], match["words"]
    number = int(re.sub(r"\D", "", digits)[:9]) if digits else number_in_words(words)
    qualifier = (match["qualifier"] or "").lower()
    text = " ".join(match[0].split())
    return Attendance(number, qualifier, match["unit"].lower(), text)


def number_in_words(words: str) -> int:
    """A number below a million as it is said: "sáu trăm" is 600."""
    total = group = 0
    digit: int | None = None
    for word in words.lower().split():
        if word in _DIGITS:
            digit = _DIGITS[word]
            if word == "mười":
                group, digit = group + 10, None
        elif word in {"nghìn", "ngàn"}:
            total, group, digit = (group + (digit or 0) or 1) * 1000, 0, None
        elif word in _SCALES:
            group, digit = group + (1 if digit is None else digit) * _SCALES[word], None
    return total + group + (digit or 0)
