"""What is said of a person behind the name: the position and whose it is."""

from __future__ import annotations

import re

from home.importer.recognise.names import POSITION_PAIRS, POSITION_STARTS

_ORGANISATION = re.compile(
    r"(?<![\w.])(?:Sở|Trường|UBND|HĐND|Ủy ban|Uỷ ban|Phòng|Trung tâm"
    r"|(?:Bộ|Viện|Cục|Vụ)(?! trưởng)|Công ty|Hội(?! đồng)|Liên hiệp|Chi cục|Tổng cục"
    r"|Văn phòng|Tỉnh ủy|Tỉnh uỷ"
    r"|Huyện ủy|Huyện uỷ|Thành ủy|Đảng ủy|Đại học|Học viện|Ban|Tỉnh đoàn|Đoàn"
    r"|Huyện đoàn|Liên đoàn|Ngân hàng|Bệnh viện|Hợp tác xã|Tập đoàn|Báo|Đài|Công an"
    r"|Quốc hội|Chính phủ|Mặt trận|Trạm|Doanh nghiệp|MTTQ|THPT|THCS)(?!\w)"
)
# Somebody without an office is named with where they live.
_HOME = re.compile(r"(?:xã|phường|thị trấn|huyện|thành phố|tỉnh|thôn)\s+[^\W\d_]")
# "Trưởng Phòng" and "Chánh Văn phòng" are positions, not organisations.
_HEADS = re.compile(r"(?:Trưởng|Phó|Chánh|Phụ trách)\s*$", re.IGNORECASE)
# Age and home say who somebody is, and no position.
_ASIDE = re.compile(
    r"(?:^|,)\s*(?:\d{1,3} tuổi|(?:người|quê|trú|sinh|ngụ)\s[^,]*)(?=,|$)"
    r"|(?:^|,)\s*(?:thôn|bản|làng|ấp|tổ dân phố|khu phố|khối)\s[^,]*"
    r"(?:,\s*(?:xã|phường|thị trấn|huyện|tỉnh)\s[^,]*)*(?=,|$)"
    r"|\s+ở\s+(?:xã|thôn|bản|làng|phường|thị trấn|huyện|ấp|tổ|khu)\s.*$"
)
_WORD = re.compile(r"\s*([^\W\d_]+)")


def opens_position(text: str, start: int) -> bool:
    """Whether an office or a post begins here: "Ủy viên", "trưởng"."""
    first = _WORD.match(text, start)
    if first is None:
        return False
    second = _WORD.match(text, first.end())
    pair = f"{first[1]} {second[1] if second else ''}".lower()
    return first[1].lower() in POSITION_STARTS or pair in POSITION_PAIRS


def without_asides(text: str) -> str:
    """What is said of somebody without age, birth and home."""
    return _ASIDE.sub("", text).strip(" ,")


def read_position(text: str) -> tuple[str, str]:
    """Position and organisation: after a comma, or where the organisation begins."""
    parts = [part.strip() for part in re.split(r",|\(", text) if part.strip(" .")]
    for index, part in enumerate(parts):
        if _ORGANISATION.match(part) or _HOME.match(part):
            if index:
                return ", ".join(parts[:index]), ", ".join(parts[index:])
            return ", ".join(parts[1:]), part
    for index in (-1, 0):
        title, organisation = _split(parts[index])
        if organisation:
            parts[index] = title
            return ", ".join(filter(None, parts)), organisation
    return ", ".join(parts), ""


def _split(part: str) -> tuple[str, str]:
    """A position and the organisation it ends with, as in "Giám đốc Sở Minh Họa"."""
    for match in _ORGANISATION.finditer(part):
        before, organisation = part[: match.start()].strip(), part[match.start() :]
        if " " in organisation and not _HEADS.search(before):
            return before, organisation
    return part, ""
