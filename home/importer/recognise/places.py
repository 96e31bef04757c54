"""Localities an article names: those of the list, and those a kind word announces."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from home.importer.recognise.names import POSITION_STARTS, SURNAMES
from portal.vietnamese import is_syllable, match_key

KINDS = "tỉnh|huyện|thành phố|thị xã|thị trấn|xã|phường|TP\\.?|tp\\.?"
_ANNOUNCED = re.compile(
    rf"(?<!\w)(?:(?:\d+|hai|ba|bốn|năm|sáu|các|những)\s+)?(?:{KINDS})(?!\w)\s*:?\s*",
    re.IGNORECASE,
)
# After "huyện Ví Dụ, " begins an office as often as another name.
_OFFICE = re.compile(
    r"(?:Sở|Ban|Phòng|Bộ|Cục|Vụ|Viện|Chi cục|Trung tâm|Văn phòng|[ỦU][ỷyỶY] ban|Uỷ ban"
    r"|Ủy ban|Liên hiệp|Liên minh|Liên đoàn|Công an|Công ty|Công đoàn|Hội đồng|Hội Nông"
    r"|Hội Liên|Hội Cựu|Tỉnh ủy|Tỉnh uỷ|Tỉnh đoàn|Huyện ủy|Huyện uỷ|Thành ủy|Thành uỷ"
    r"|Đảng ủy|Đảng uỷ|Đoàn Thanh|Mặt trận|Đài Phát|Báo|Trường|Bệnh viện)(?!\w)"
)
# "UBND tỉnh Ví Dụ" and "Sở Minh Họa tỉnh Ví Dụ" name who, not where.
_OF_OFFICE = re.compile(
    r"(?:UBND|HĐND|MTTQ|UBMTTQ|Ủy ban nhân dân|Hội đồng nhân dân|Đảng bộ|Công an"
    r"|Hội|Đoàn|(?:Sở|Ban|Phòng|Bộ|Cục|Viện|Trung tâm|Chi cục|Liên hiệp|Hội|Đài|Trường"
    r"|Bệnh viện|Liên minh|Liên đoàn|Văn phòng|Đoàn ĐBQH|Đoàn đại biểu)"
    r"\s[^.,;:()\n]{1,70}"
    r")\s+$"
)
_OFFICE_WINDOW = 90
# "Phó Chủ tịch UBND huyện Trần Văn Mẫu": of such an office a person is named next.
_HELD = re.compile(
    r"(?:[Cc]hủ tịch|[Bb]í thư|[Gg]iám đốc|[Tt]rưởng|[Cc]hánh|[Ủủ]y viên|[Uu]ỷ viên)"
    r"(?!\w)[^.,;:()\n]{0,60}$"
)
_OF_SCHOOL = re.compile(
    r"[Tt]rường (?:PT\w*|TH\w*|MN|[Mm]ầm non|[Mm]ẫu giáo|[Tt]iểu học|[Tt]rung học\s?\w*"
    r"(?: cơ sở| phổ thông)?)(?: THCS| THPT)?\s+$"
)
_NEXT = re.compile(rf"\s*(?:,|;|\s+và|,\s*và|-|–)\s*(?:(?:{KINDS})\s+)?")
_NAME = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){1,3}")
# Words after which the same syllables name a person, a street or a school.
_NOT_A_PLACE = re.compile(
    r"(?:đồng chí|đ/c|ông|bà|đường|phố|trường|chuyên|THPT|THCS|sông|chợ|khởi nghĩa"
    r"|chiến khu|họ và tên)\s+(?:[^\W\d_]+\s+){0,1}$",
    re.IGNORECASE,
)


def find_localities(text: str, known: Sequence[str] = ()) -> list[str]:
    """Names in the order of their first mention, each once, spelt as in the list."""
    spelling = {match_key(name): name for name in known}
    found: dict[str, tuple[int, str]] = {}
    announced = _announced(text, spelling)
    for position, name in sorted([*_listed(text, known), *announced]):
        key = match_key(name)
        found.setdefault(key, (position, spelling.get(key, name)))
    return [name for _position, name in sorted(found.values())]


_VENUE = re.compile(
    r"(?<!\w)(?:[Tt]ại|ở)\s+(?P<venue>(?:[Hh]ội trường|[Pp]hòng họp"
    r"|[Nn]hà văn h[óo][aá]|[Nn]hà khách|[Nn]hà hát|[Kk]hách sạn"
    r"|[Tt]rung tâm|[Tt]rường|[Tt]rụ sở|[Cc]ung"
    r"|[Nn]hà (?:thiếu nhi|đa năng|truyền thống|trưng bày|sinh hoạt|thi đấu|rông)"
    r"|[Ss]ân(?: vận động| trường| nhà)?|[Qq]uảng trường|[Bb]ảo tàng|[Cc]ông viên"
    r"|[Kk]hu (?:du lịch|di tích)|[Tt]rụ sở|[Tt]rạm|[Ss]tudio"
    r"|[Tt]hư viện|[Hh]ọc viện|[Vv]iện|UBND|Sở)"
    r"(?:\s[^.,;:()\n]{1,90}|(?<=đa năng)))"
)
# "Ngày 17/5, hội trường UBND huyện đón": the house is what the sentence is about.
_HOUSE_FIRST = re.compile(
    r"(?:\d|[Ss]áng|[Cc]hiều)[^.;:\n]{0,20},\s+"
    r"(?P<venue>[Hh]ội trường\s[^.,;:()\n]{4,70}?)"
    r"\s+(?:đón|chật|đã)(?!\w)"
)
_GOES_ON = re.compile(
    r"\s+(?:đã|sẽ|diễn ra|tổ chức|nhằm|với|do|để|khai mạc|phối hợp"
    r"|tiến hành|cho|đồng chí|dưới sự|vào|(?:sáng |chiều |tối )?ngày|sáng|chiều|đón"
    r"|trong (?:hai|ba|\d+) ngày)(?!\w).*"
)
_FEWEST_LETTERS = 8


def find_venue(text: str) -> str:
    """The house a gathering is held in, as the sentence names it; empty for none."""
    for match in (*_VENUE.finditer(text), *_HOUSE_FIRST.finditer(text)):
        venue = " ".join(_GOES_ON.sub("", match["venue"]).split())
        if len(venue) >= _FEWEST_LETTERS and any(map(str.isupper, venue)):
            return venue
    return ""


def _listed(text: str, known: Iterable[str]) -> Iterator[tuple[int, str]]:
    for name in known:
        pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, name.split())) + r"(?!\w)"
        for match in re.finditer(pattern, text):
            if not _part_of_a_name(text, match.start(), match.end()):
                yield match.start(), name
                break


def _announced(text: str, known: Container[str]) -> Iterator[tuple[int, str]]:
    """The names after "huyện:", "các huyện" or "xã", list by list."""
    position = 0
    while match := _ANNOUNCED.search(text, position):
        position = match.end()
        if _is_in_office(text, match) or _is_of_school(text, match):
            continue
        while name := _capitals(text, position):
            if _OFFICE.match(text, position) or _is_person(text, match.start(), name):
                break
            name = _known_part(name, known)
            yield position, name
            after = _NEXT.match(text, position + len(name))
            if after is None:
                break
            position = after.end()


def _is_of_school(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _OFFICE_WINDOW) : match.start()]
    return bool(_OF_SCHOOL.search(before))


def _is_person(text: str, position: int, name: str) -> bool:
    """Whether "huyện" ends an office and the name is its holder's."""
    words = name.split()
    if words[0].lower() in POSITION_STARTS:
        return True
    before = text[max(0, position - _OFFICE_WINDOW) : position]
    return len(words) > 2 and words[0] in SURNAMES and bool(_HELD.search(before))


def _known_part(name: str, known: Container[str]) -> str:
    """Of "Ví Dụ Khai" before "mạc" the two syllables that are a listed name."""
    first = " ".join(name.split()[:2])
    return first if match_key(name) not in known and match_key(first) in known else name


def _is_in_office(text: str, match: re.Match[str]) -> bool:
    """Whether "tỉnh" stands in the name of an office; of a district it says where."""
    if not match[0].lower().lstrip().startswith("tỉnh"):
        return False
    before = text[max(0, match.start() - _OFFICE_WINDOW) : match.start()]
    return bool(_OF_OFFICE.search(before))


def _capitals(text: str, position: int) -> str:
    """Two to three capitalised syllables standing at `position`."""
    match = _NAME.match(text, position)
    words: list[str] = []
    for word in match[0].split(" ") if match else []:
        if not (word[0].isupper() and word[1:].islower() and is_syllable(word)):
            break
        words.append(word)
    name = " ".join(words)
    return name if len(words) in {2, 3} and text.startswith(name, position) else ""


def _part_of_a_name(text: str, start: int, end: int) -> bool:
    """Whether these syllables stand inside a longer name, of a person or a street."""
    before, after = text[max(0, start - 40) : start], text[end : end + 12]
    if _NOT_A_PLACE.search(before):
        return True
    last = re.search(r"([^\W\d_]+)\s$", before)
    word = last[1] if last else ""
    if word[:1].isupper() and not re.fullmatch(KINDS, word, re.IGNORECASE):
        sentence_start = re.search(r"(?:^|[.!?:;]\s+)\S+\s$", before)
        return not sentence_start and not word.isupper()
    following = re.match(r"\s([^\W\d_]+)", after)
    return bool(following and following[1][0].isupper() and following[1][1:].islower())
