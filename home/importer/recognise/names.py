"""Vietnamese names as they stand in prose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from home.importer.article import Block, word_set
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


_KIND_OF_WORK = re.compile(
    r"^(?:(?:tin|bài|ảnh|clip|video)(?:[\s,&+–-]*(?:và\s+)?(?:tin|bài|ảnh|clip|video))*"
    r"|tác giả|thực hiện|[cb]tv|pv|tg)\s*:?\s+",
    re.IGNORECASE,
)
_DEGREE = re.compile(r"^t(?:h?)s\.\s*", re.IGNORECASE)
_INITIALS = re.compile(
    r"(?:[A-ZĐ]\.\s?){1,3}[A-ZĐ]?[^\W\d_]{0,7}|PV|BBT|CTV|BTV|Ban [Bb]iên tập"
    r"|[Bb]an [Bb]iên tập .{2,40}"
)
_PAPER = re.compile(
    r"\(?(?:Theo\s*:?\s+)?(?:Báo|Đài|TTXVN|Cổng|Trang)(?!\w)[^.!?;:]{0,60}"
    r"|\(?Theo\s*:?\s+(?:[\w-]+\.)+(?:vn|com|net|org)\)?"
)
_AFTER_NAME = re.compile(
    r"\s*\(\s*(?:(?:theo|nguồn)\s*:?\s+[^()]{2,60}|tổng hợp|sưu tầm|st|t/h)\)$"
    r"|\s*\((?:theo|nguồn)\s*:[^()]{2,60}\)$",
    re.IGNORECASE,
)
_DEPARTMENT = (
    r"(?:Phòng|Ban|Văn phòng|Trung tâm|TT\.?|Tổ|Bộ phận|Đài|Báo|TTXVN|Sở|Hội|Trạm|Trường"
    r"|VP|UBND|Huyện đoàn|Tỉnh đoàn)(?!\w)"
)
_WHOLE_DEPARTMENT = re.compile(
    r"(?:Phòng|Ban|Văn phòng|Trung tâm|Tổ|Bộ phận)(?!\w)[^.,;:!?\d]{3,50}"
)
_BETWEEN_NAMES = re.compile(r"\s*[–,;/&(]\s*|\s+-\s*|-\s+|\s+và\s+|\s*-\s*(?=[A-ZĐ])")
_MOST_SIGNED = 14
_VERBS = re.compile(r"(?<!\w)(?:đã|sẽ|được|tổ chức|phối hợp|trao|tham gia|nhận)(?!\w)")


def source_below(blocks: Sequence[Block]) -> str:
    """The paper a text was taken from, when the last line names nothing else."""
    line = _last_line(blocks)
    return line.strip(" ()") if _PAPER.fullmatch(line) else ""


def signature_of(blocks: Sequence[Block]) -> str:
    """The writer in the last line of the text, when it says nothing else.

    That is a name, perhaps with whose it is behind it, initials, or a department.
    """
    line = _AFTER_NAME.sub("", _last_line(blocks)).strip(" ()–-")
    if _INITIALS.fullmatch(line):
        return line
    line = _KIND_OF_WORK.sub("", line.strip(" ."))
    name = _DEGREE.sub("", line)
    if is_name(name) and not re.match(_DEPARTMENT, name):
        return line
    if _VERBS.search(line):
        return ""
    if len(name.split()) <= _MOST_SIGNED and _is_signed(name):
        return f"{line})" if "(" in line else line
    return line if _WHOLE_DEPARTMENT.fullmatch(line) else ""


def _is_signed(line: str) -> bool:
    """A name with further names, or with whose it is, behind it."""
    first, *others = _BETWEEN_NAMES.split(line)
    if not others or not is_signer(first):
        return False
    for one in others:
        if re.match(_DEPARTMENT, one):
            return True
        if not is_signer(one):
            return False
    return True


def is_signer(text: str) -> bool:
    """A person's name or initials and nothing else."""
    text = text.strip()
    return bool(_INITIALS.fullmatch(text)) or (
        is_name(text) and not re.match(_DEPARTMENT, text)
    )


def is_writer(text: str) -> bool:
    """A signer whom the family name or the initials tell from any other capitals."""
    if _INITIALS.fullmatch(text):
        return True
    heading = text.isupper() and len(text.split()) < 3
    return is_signer(text) and has_surname(text) and not heading


def _last_line(blocks: Sequence[Block]) -> str:
    texts = [block for block in blocks if block.kind != "image"]
    return texts[-1].text.strip() if len(texts) > 1 and texts[-1].kind == "text" else ""
