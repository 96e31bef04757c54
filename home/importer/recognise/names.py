"""Vietnamese names as they stand in prose."""

from __future__ import annotations

import re

from home.importer.article import word_set
from portal.vietnamese import is_syllable

# Family names; they tell a name from any other capitals when nothing else does.
SURNAMES = word_set(
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Nông Vi "
    "Lương Hà Triệu Lưu Đinh Đoàn Lâm Mai Tô Trịnh Đào Hứa Chu Cao Lành Mông La Ma Bế "
    "Đàm Tạ Thái Phùng Quách Kiều Tống Lã Linh Mạc Sầm Lộc Nghiêm Vương Khổng Ninh "
    "Doãn Giáp Hoa Liễu Bàn Đổng Lục Hầu Tăng Trương Từ Mã Long Lường Phương Cam Chung "
    "Đồng Dư Đới Hàn Khuất Lô Lò Mạnh Nhâm Ông Thân Thang Thi Tiêu Tôn Trình Viên Vy "
    "Phí Quan Quàng Cà Cầm Đèo Giàng Thào Sùng Vàng Lầu "
    "Xa Sồng Điêu Tẩn Phượng Xin Lù Ly Sin Rơ Siu Nay Thò Cứ Chẻo Chảo Phàn Lèng Sèn "
    "Vừ Mùa Cháng Hạng Hảng Má Tráng Thèn Khoàng Tòng Bạc Lừ Mào Pờ Phù Lỳ Tao Nịnh "
    "Chìu Tằng Liêu Lăng Hờ Mua Già Lềnh Ngân Sần Then Seo Chang Ngải"
)
# Capitals that open the name of an office, a school or a country.
NOT_SURNAMES = word_set(
    "Trường Sở Phòng Ban Hội Trung Viện Huyện Tỉnh Ủy Uỷ Việt Bộ Liên"
)
# A capital that opens a position, not a further syllable of the name.
POSITION_STARTS = word_set("trưởng phó chánh nguyên quyền")
POSITION_PAIRS = {
    "giám đốc", "chủ tịch", "chủ nhiệm", "bí thư", "hiệu trưởng", "hiệu phó",
    "tổ trưởng", "tổ phó", "đội trưởng", "cán bộ", "chuyên viên", "tổng giám",
    "thứ trưởng", "bộ trưởng", "viện trưởng", "cục trưởng", "vụ trưởng", "ủy viên",
    "uỷ viên", "đại biểu", "đại diện", "giảng viên", "giáo viên", "kế toán",
    "thanh tra", "tổng biên", "thường trực", "thường vụ", "thư ký", "đại tá",
    "thượng tá", "trung tá", "thiếu tá",
}  # fmt: skip
_WORD = re.compile(r"\s*([^\W\d_]+)")
MAX_SYLLABLES = 5


def read_name(text: str, start: int = 0) -> tuple[str, int]:
    """The name that begins at `start` and where it ends; empty when there is none."""
    words: list[str] = []
    position = end = start
    while len(words) < MAX_SYLLABLES and (match := _WORD.match(text, position)):
        word = match[1]
        following = _WORD.match(text, match.end())
        pair = f"{word} {following[1] if following else ''}".lower()
        if not word[0].isupper() or "\n" in match[0]:
            break
        if word.lower() in POSITION_STARTS or pair in POSITION_PAIRS:
            break
        if not is_syllable(word) and not (len(word) == 1 and words):
            break
        words.append(word)
        position = end = match.end()
    return (" ".join(words), end) if len(words) >= 2 else ("", start)


def is_name(text: str) -> bool:
    """Whether the text is a name and nothing else."""
    name, end = read_name(text)
    return bool(name) and not text[end:].strip() and len(name.split()) <= 4


def has_surname(name: str) -> bool:
    return name.split()[0].capitalize() in SURNAMES
