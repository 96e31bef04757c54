"""The writer's line under a text, and the paper it was taken from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from home.importer.article import Block
from home.importer.recognise.names import has_surname, is_name

# Below the last paragraph a signature stands among so many lines of the portal.
LAST_LINES = 6
# What is as long, or ends so, is a paragraph.
_LONGEST_LINE = 20
_ENDS_SENTENCE = (".", "!", "?", "…", ".”", '."', ".)", "./", ":", ";")
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
    r"(?:Phòng|Ban|Văn phòng|Trung tâm|TT\.?|Tổ|Bộ phận|Đài|Báo|TTXVN|Sở|Hội|Trạm"
    r"|Trường|VP|UBND|Huyện đoàn|Tỉnh đoàn)(?!\w)"
)
_WHOLE_DEPARTMENT = re.compile(
    r"(?:Phòng|Ban|Văn phòng|Trung tâm|Tổ|Bộ phận)(?!\w)[^.,;:!?\d]{3,50}"
)
_BETWEEN_NAMES = re.compile(r"\s*[–,;/&(]\s*|\s+-\s*|-\s+|\s+và\s+|\s*-\s*(?=[A-ZĐ])")
_BEHIND_TEXT = re.compile(r"(?<=[.!?…])\s+\(?([^\W\d_][\w. ]{3,28}[\w.])\)?$")
_MOST_SIGNED = 14
_VERBS = re.compile(r"(?<!\w)(?:đã|sẽ|được|tổ chức|phối hợp|trao|tham gia|nhận)(?!\w)")


def signature_in(line: str) -> str:
    """The writer a line names and nothing else: a name, initials or a department.

    A name may have further ones behind it, or whose it is.
    """
    line = _AFTER_NAME.sub("", line.strip()).strip(" ()–-")
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


@dataclass
class Signed:
    """A text without what stood under it: writer, paper, lines of the portal."""

    blocks: list[Block]
    author: str = ""
    source: str = ""
    furniture: list[str] = field(default_factory=list)


def take_signature(blocks: Sequence[Block]) -> Signed:
    """Without the paper and the writer named under the last paragraph.

    In the last line any name is the writer's; further up, among lines of the portal,
    only what no other words look like: a family name, initials, "Tin, ảnh".
    """
    signed = Signed(list(blocks))
    if _PAPER.fullmatch(paper := _last(signed.blocks)):
        signed.source = paper.strip(" ()")
        signed.blocks = _without_last(signed.blocks)
    signed.author = signature_in(_last(signed.blocks))
    if signed.author:
        signed.blocks = _without_last(signed.blocks)
        return signed
    if _take_from_paragraph(signed):
        return signed
    lines = [i for i, block in enumerate(signed.blocks) if block.kind != "image"]
    for place in reversed(lines[-LAST_LINES:-1]):
        line = signed.blocks[place].text.strip()
        if len(line.split()) >= _LONGEST_LINE or line.endswith(_ENDS_SENTENCE):
            break
        if _KIND_OF_WORK.match(line) or is_writer(line):
            signed.author = signature_in(line)
        if signed.author:
            below = signed.blocks[place + 1 :]
            signed.furniture = [block.text for block in below if block.kind == "text"]
            kept = [block for block in below if block.kind != "text"]
            signed.blocks = [*signed.blocks[:place], *kept]
            break
    return signed


def _take_from_paragraph(signed: Signed) -> bool:
    """Whether the last paragraph itself ends in the writer's name, taken from it."""
    last = _last(signed.blocks)
    match = _BEHIND_TEXT.search(last)
    if match is None or not is_writer(match[1]):
        return False
    signed.author = match[1]
    texts = [i for i, block in enumerate(signed.blocks) if block.kind != "image"]
    block = signed.blocks[texts[-1]]
    signed.blocks[texts[-1]] = block.keep([(0, block.text.rindex(match[0]))])
    return True


def _last(blocks: Sequence[Block]) -> str:
    texts = [block for block in blocks if block.kind != "image"]
    return texts[-1].text.strip() if len(texts) > 1 and texts[-1].kind == "text" else ""


def _without_last(blocks: list[Block]) -> list[Block]:
    last = max(i for i, block in enumerate(blocks) if block.kind != "image")
    return [*blocks[:last], *blocks[last + 1 :]]
