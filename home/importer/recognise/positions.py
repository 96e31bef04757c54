"""What is said of a person behind the name: the position and whose it is."""

from __future__ import annotations

import re

from home.importer.recognise.honorifics import HONORIFIC
from home.importer.recognise.names import POSITION_PAIRS, POSITION_STARTS

# Where the position ends and the sentence goes on.
_VERBS = (
    "cùng|đã|sẽ|phát biểu|chủ trì|cho biết|nhấn mạnh|khẳng định|trình bày|giới thiệu"
    "|trao đổi|truyền đạt|báo cáo(?! viên)|tham dự|tham gia|đến dự|phổ biến|khai mạc"
    "|dự(?! (?:án|toán|báo|phòng|thảo|trữ))|bế mạc|kết luận|đề nghị|yêu cầu|ghi nhận"
    "|biểu dương|thay mặt|điều hành|chia sẻ|trao|làm (?:trưởng|chủ|báo)|được"
    "|là báo cáo viên|thông tin|hướng dẫn|nhắc lại|cho rằng|đọc|mang|đến từ|làm|đạt"
    "|(?<!Hội )(?<!hội )đồng chủ trì|chỉ đạo|kể|tặng|giao(?! (?:thông|dịch|lưu|ban))"
    "|chúc mừng|động viên"
    "|tuyên bố|cắt băng|gửi|trả lời|nêu|lưu ý|mong|đang|vừa|là (?:người|tác giả)|cầm"
    "|đề xuất|giải thích|bày tỏ|hứa|ký|thăm|dặn|nói|đặt|chủ tọa|cùng dự|dâng|có mặt"
    "|đến (?:dự|thăm|với|từ|làm)|tới (?:dự|thăm)|về (?:dự|thăm)|tham quan|tham luận"
    "|đánh trống|bấm nút|cảm ơn|hoan nghênh|gợi ý|khuyến khích|cho hay|tiếp thu"
    "|thống nhất|kêu gọi|thông báo|công bố|quán triệt|bổ sung|làm việc|đề cập|lý giải"
    "|với|tâm sự|hiến kế|chứng kiến|hy vọng|nhận định|chế tạo|sở hữu|đoạt|giành"
    "|bộc bạch|thừa nhận|đón|tổng kết|khen|phân tích|đồng tình|trực tiếp|lần lượt"
)
POSITION_ENDS = re.compile(
    rf"[;)\n]|[.!?](?:\s|$)|\s+(?:và\s+[“\"]|của\s+(?:em|ông|bà|anh|chị)\s)|,?\s+(?:và|cùng)\s+(?:các\s+)?{HONORIFIC}"
    rf"|,\s+(?:các\s+)?{HONORIFIC}\s*:?\s*(?=[A-ZĐÀ-Ỹ])|,?\s+(?:{_VERBS})(?!\w)"
)
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
