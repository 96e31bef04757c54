"""Captions and credits: short lines that belong to the picture above them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from home.importer.article import Block
from home.importer.recognise.chrome import folded

MAX_WORDS = 35
# How a caption opens when nothing but its words tells that it is one.
_OPENERS = re.compile(
    r"^(?:quang canh|toan canh|anh|hinh|hinh anh|mot so hinh anh|cac dai bieu"
    r"|dai bieu|anh minh hoa|so do|bieu do)\b"
)
_SPOKEN = re.compile(
    r"\b(?:phat bieu|trinh bay|thuyet trinh|trao giai|ky giao uoc|chu tri|trao"
    r"|tham quan|dieu hanh|chup anh|luu niem|ky ket)\b"
)
# Whoever is seen: with nothing else to tell it, a short line that opens so is one.
_SEEN = re.compile(
    r"^(?:\d{1,2}\W{1,3})?(?:(?:các|những|một số|nhóm|đội|tập thể)\s)?(?:em|ông|bà|anh"
    r"|chị|thầy|cô|đ/c|đồng chí|tác giả|thí sinh|học sinh|học viên|sinh viên|hội viên"
    r"|đội thi|nông dân|người dân|bà con|đoàn|thành viên|đoàn viên|thanh niên|giáo viên"
    r"|cán bộ|chuyên gia|tiến s[iĩyỹ]|thạc s[iĩyỹ]|ts|ths|pgs|gs|nghệ nhân|lãnh đạo"
    r"|đại diện|đại biểu|ban giám khảo|ban tổ chức|gian (?:trưng bày|hàng)|phó|chủ tịch"
    r"|bí thư|giám đốc|trưởng (?:ban|phòng|đoàn)|nhóm|lễ trao|sản phẩm|tiết mục"
    r"|một góc|khung cảnh|không khí|đông đảo|rất đông|phần thi|đội|hội trường)(?!\w)",
    re.IGNORECASE,
)
# What has been said or done is told in the text, not under a picture.
_NARRATIVE = re.compile(
    r"(?<!\w)(?:đã|sẽ|cho biết|cho rằng|nhấn mạnh|khẳng định|đề nghị|nhằm|vì|nên|nếu"
    r"|không|còn|cũng|được|phải|mới|là|có|ngày \d+|\d+%)(?!\w)",
    re.IGNORECASE,
)
# A lead opens with the paper's mark or with the day.
_LEAD = re.compile(
    r"^(?:\([\w .,-]{2,30}\)\s*[-–]?|[\w.]{2,12}\s*[-–]\s?|\d{1,2}\s?(?:gio|h)\b"
    r"|(?:vao )?(?:ngay|sang|chieu|toi|trong|tu|hom)\b|vua qua|nham|thuc hien)"
)
# How the story goes on: such a sentence below a picture is the next paragraph.
_CONTINUES = re.compile(
    r"^(?:tai|trong|sau|nhan dip|ket thuc|tiep theo|phat bieu tai|cung)\b[^.]*,"
)
# What is seen done: with it any short line between paragraphs is one.
_SHOWN = re.compile(
    r"^(?!Hiệu quả|Kết quả|Những|Nâng cao|Phát huy|Tăng cường|Đẩy mạnh|Để|Cần|Từ)"
    r".*(?<!\w)(?:phát biểu|trao|chụp|tham quan|thực hành|trình bày|thuyết trình"
    r"|biểu diễn|cắt băng|ký kết|tặng|trưng bày|tuyên dương|lưu niệm|bên|chủ trì"
    r"|tại (?:buổi|hội|lễ|lớp|cuộc|gian|vườn|ruộng|sân)|lắp|chạy thử|thi đấu)(?!\w)"
)
_FIRST_LINES = 4
_SHORTEST_LEAD = 30
_SHORTEST_PARAGRAPH = 20
_LONGEST_SENTENCE = 22
_CREDIT = re.compile(
    r"[\s.;,–-]*[(\[]?\s*(?:(?:ảnh|nguồn ảnh|nguồn|photo)\s*:\s*"
    r"|(?<=[.(–-])\s*(?-i:Ảnh)\s+(?-i:(?=[A-ZĐ])))"
    r"([^()\[\]]{2,80}?)\s*[)\]]?\.?$",
    re.IGNORECASE,
)
# "Ảnh: Quang cảnh hội nghị" names what is seen, "Ảnh: Lê Minh" who took it.
_SCENE = (
    r"(?:quang|toàn|khung) cảnh|(?:các |những |đông đảo )?đại biểu"
    r"|(?:các )?(?:đồng chí|đ/c)|một (?:góc|số|phần)|lễ |buổi |lớp |đoàn |lãnh đạo "
    r"|hội (?:nghị|thảo|thi|trường)|ban (?:tổ chức|giám khảo)"
    r"|(?:ông|bà|anh|chị|thầy|cô) .* (?:phát biểu|trao)"
)
_NAMED_SCENE = re.compile(
    rf"^\W*(?:ảnh|hình(?: ảnh)?)\s*:\s*(?={_SCENE})", re.IGNORECASE
)
_SITE = re.compile(r"\s*\(\s*((?:[\w-]+\.)+[a-z]{2,})\s*\)\s*$", re.IGNORECASE)
_NUMBERED = re.compile(r"\W*(?:\d+|[IVX]+|[a-zđ])[.)]")
_END = (".", "!", "?", ":", ";", ",", "…")


def names_a_scene(line: str) -> bool:
    """Whether what stands behind "Ảnh:" is what the picture shows."""
    return bool(_NAMED_SCENE.match(line))


def split_credit(caption: str) -> tuple[str, str]:
    """A caption, without the label before it, and the credit at its end."""
    caption = _NAMED_SCENE.sub("", caption, count=1)
    for pattern in (_CREDIT, _SITE):
        if match := pattern.search(caption):
            return caption[: match.start()].rstrip(), match[1].strip()
    return caption, ""


def place_captions(blocks: Sequence[Block]) -> tuple[list[Block], list[str]]:
    """Blocks with captions moved onto their pictures, and the captions in order.

    A line that is plainly a caption but has no picture above it gets a picture
    block of its own, so that the editor sees where one is missing.
    """
    placed: list[Block] = []
    closing = _closing(blocks)
    for position, block in enumerate(blocks):
        last = placed[-1] if placed else None
        if last and last.kind == "image" and not last.caption and _fits(block):
            caption, credit = split_credit(block.text)
            credit = credit or block.credit or last.credit
            placed[-1] = replace(last, caption=caption, credit=credit)
        elif _stands_alone(block, position, blocks) or (
            position >= closing and _is_below(block)
        ):
            caption, credit = split_credit(block.text)
            placed.append(Block(kind="image", caption=caption, credit=credit))
        else:
            placed.append(block)
    return placed, [b.caption for b in placed if b.kind == "image" and b.caption]


def _fits(block: Block) -> bool:
    """Whether a line under a picture is its caption rather than the next paragraph."""
    text = block.text
    if block.kind not in {"text", "item"} or len(text.split()) > MAX_WORDS:
        return False
    if "caption" in block.hints:
        return True
    if text[:1].islower():
        return False
    if not text.endswith(_END):
        return True
    marked = "italic" in block.hints or "centred" in block.hints
    plain = folded(text)
    spoken = bool(_OPENERS.match(plain) or _SPOKEN.search(plain))
    is_caption = marked or (spoken and not _CONTINUES.match(plain))
    return text.endswith(".") and len(text.split()) <= 25 and is_caption


def _stands_alone(block: Block, position: int, blocks: Sequence[Block]) -> bool:
    """A caption whose picture was lost without a trace."""
    text = block.text
    if block.kind != "text" or len(text.split()) > MAX_WORDS:
        return False
    if position == 0:
        shown = _opens(text) or (not text.endswith(_END) and _tells(text))
        return shown and any(map(_is_lead, blocks[1:_FIRST_LINES]))
    if "caption" in block.hints:
        return True
    if text[:1].islower():
        return False
    if text.endswith("."):
        return _is_sentence_seen(text)
    if text.endswith(_END):
        return False
    if _SITE.search(text) or _CREDIT.search(text):
        return len(text.split()) >= 4
    words = len(text.split())
    if _OPENERS.match(folded(text)):
        return words >= 4
    if words >= 5 and _is_seen(text):
        return _is_between(position, blocks)
    follows = blocks[position - 1].kind == "image" or (
        blocks[position - 1].text.endswith(_END)
    )
    return words >= 6 and follows and _is_between(position, blocks) and _tells(text)


def _opens(text: str) -> bool:
    return bool(_OPENERS.match(folded(text)) or _SEEN.match(text))


def _closing(blocks: Sequence[Block]) -> int:
    """Where the last paragraph ends: pictures follow it as often as not."""
    paragraphs = (
        position
        for position, block in enumerate(blocks)
        if len(block.text.split()) >= _SHORTEST_PARAGRAPH and block.text.endswith(_END)
    )
    return max(paragraphs, default=len(blocks)) + 1


def _is_below(block: Block) -> bool:
    """Whether a line below the last paragraph says what a lost picture shows."""
    text = block.text
    if block.kind != "text" or not 5 <= len(text.split()) <= MAX_WORDS:
        return False
    return not text.endswith(_END) and (_is_seen(text) or _tells(text))


def _is_seen(text: str) -> bool:
    return bool(_SEEN.match(text)) and not _NARRATIVE.search(text)


def _is_sentence_seen(text: str) -> bool:
    """Whether one short sentence says who is seen doing what, and tells no news."""
    return (
        4 <= len(text.split()) <= _LONGEST_SENTENCE
        and ". " not in text
        and ("," not in text or bool(_SPOKEN.search(folded(text))))
        and _opens(text)
        and not _NARRATIVE.search(text)
    )


def _is_lead(block: Block) -> bool:
    if block.kind != "text":
        return False
    words = len(block.text.split())
    return words >= _SHORTEST_LEAD or bool(_LEAD.match(folded(block.text)))


def _is_between(position: int, blocks: Sequence[Block]) -> bool:
    """Whether paragraphs stand on both sides: what opens a list is no caption."""
    around = (blocks[position - 1 : position], blocks[position + 1 : position + 2])
    return all(
        side and side[0].kind in {"text", "image"} and not side[0].text.endswith(":")
        for side in around
    )


def _tells(text: str) -> bool:
    """Whether somebody is seen doing something: "Bà Mẫu trao giải cho học viên"."""
    shown = _SPOKEN.search(folded(text)) or (
        _SHOWN.search(text) and not _NARRATIVE.search(text)
    )
    return bool(shown) and not _NUMBERED.match(text)
