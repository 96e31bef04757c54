"""Lines that may open a provision, as they stand in a uniform copy of the text."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from documents.law.provisions import (
    ATTACHED_TEXTS,
    POINT_ORDER,
    SECTION_LETTERS,
    Level,
    is_section_letter,
    label_key,
)
from documents.law.quotations import quoted_spans
from portal.vietnamese import is_syllable

_ROMAN = r"[IVXLC]{1,7}"
_NUMBERED = rf"(?:{_ROMAN}|\d{{1,3}})[a-zđ]?"
# Containers: what follows on the line is their title.
_CONTAINERS = {
    Level.PART: rf"(?:PHẦN|Phần)\s+(?:(?:THỨ|[Tt]hứ)\s+\w+|{_ROMAN}|\d{{1,2}}|[A-Z])",
    Level.CHAPTER: rf"(?:CHƯƠNG|Chương)\s+{_NUMBERED}",
    Level.SUBSECTION: r"(?:TIỂU\s+MỤC|Tiểu\s+mục)\s+\d{1,3}[a-zđ]?",
    Level.SECTION: rf"(?:MỤC|Mục)\s+{_NUMBERED}",
    Level.APPENDIX: (
        r"(?:PHỤ\s+LỤC|Phụ\s+lục)"
        rf"(?:\s+(?:(?:SỐ|số)\s+)?(?:{_ROMAN}[AB]?|\d{{1,3}}|[A-Z])(?!\w))?"
    ),
}
_PATTERNS = {
    level: re.compile(rf"(?P<head>{pattern})(?!\w)\s*[.:\-]?\s*(?P<title>.*)")
    for level, pattern in _CONTAINERS.items()
} | {
    Level.ARTICLE: re.compile(
        r"(?P<head>(?:ĐIỀU|Điều)\s+\d{1,4}[a-zđ]{0,2})"
        r"\s*(?:[.:](?!\d)\s*(?:-\s*)?(?P<title>.*)|$)"
    ),
    Level.CLAUSE: re.compile(
        r"(?P<head>\d{1,3}[a-zđ]?)(?:\.(?!\d)(?=\s*\S)|[-/](?=\s+[^\W\d_]))(?P<title>)"
    ),
    Level.POINT: re.compile(
        rf"(?P<head>[{POINT_ORDER}]\d?)(?:\)|/(?=\s))(?=\s*\S)(?P<title>)"
    ),
    Level.CLOSING: re.compile(
        r"(?P<head>)(?:Nơi\s+nhận\s*:|(?:(?:TM|KT|TL|TUQ)\.|[TK]/[MTL])\s*[A-ZĐỦỶ]{2})"
        r"(?P<title>)"
    ),
    Level.ATTACHMENT: re.compile(
        rf"(?P<head>)(?P<title>(?i:{'|'.join(ATTACHED_TEXTS)}))$"
    ),
}  # fmt: skip
_OLD_SECTION = re.compile(
    rf"(?P<head>(?=[IVX]){_ROMAN})(?:[./]|\s?-)\s+(?P<title>\S.*)"
)
# The number of such a section alone, its title in capitals on the next line.
_OLD_NUMBER = re.compile(rf"(?P<head>(?=[IVX]){_ROMAN})\.$")
# Who signs where nobody else is signed for, after the end mark of the text.
_OFFICE = re.compile(
    r"(?:CHỦ\s+TỊCH|BỘ\s+TRƯỞNG|GIÁM\s+ĐỐC|THỦ\s+TƯỚNG|TỔNG\s+GIÁM\s+ĐỐC|CHÁNH\s+ÁN"
    r"|VIỆN\s+TRƯỞNG|THỐNG\s+ĐỐC|TRƯỞNG\s+BAN)(?!\w)"
)
_END_MARK = "./."
_LONGEST_LINE = 300
# Prints of the 1980s to 2000s: "Điều 6- Nhiệm vụ", "Điều 2 - Bản Điều lệ này …", "1-Các
# đơn vị", "1 - Sáng kiến …", "a. Dự án", "b- Đối với".
_DASHED_ARTICLE = re.compile(
    r"(?P<head>(?:ĐIỀU|Điều)\s+\d{1,4}[a-zđ]{0,2})\s?-\s*(?P<title>[^\W\d_].*)"
)
_DASHED_CLAUSE = re.compile(
    r"(?P<head>\d{1,3}[a-zđ]?)(?:[-/]|\s-\s+)(?P<word>[^\W\d_]+)(?!\w)(?P<title>)"
)
_DOTTED_POINT = re.compile(
    rf"(?P<head>[{POINT_ORDER}])(?:\.|\s?-)(?:\s+\S|(?P<word>[^\W\d_]+))(?P<title>)"
)
# What an article of another act is followed by; "này" makes it this one's again.
_OF_AN_ACT = re.compile(
    r"(?:Luật|Bộ\s+luật|Pháp\s+lệnh|Nghị\s+\w+|Quyết\s+định|Thông\s+tư|Hiến\s+pháp"
    r"|Chỉ\s+thị|Quy\s+chế|Quy\s+định|Điều\s+lệ)(?!\w)(?!\s+này\s+(?:có|được))"
)
_LETTERED = re.compile(rf"(?P<head>[{SECTION_LETTERS}])(?:[./]|\s?-)\s+(?P<title>\S.*)")
# "Điều 5 Chính sách của Nhà nước": a heading whose full stop was left out. "Điều 5 Luật
# này" and "Điều 5 Nghị định …" are words of a sentence.
_BARE_ARTICLE = re.compile(
    r"""(?P<head>(?:ĐIỀU|Điều)\s+\d{1,4}[a-zđ]{0,2})\s+
    (?!(?:Luật|Bộ\s+luật|Pháp\s+lệnh|Nghị|Quyết\s+định|Thông\s+tư|Hiến\s+pháp|Quy\s+chế
      |Quy\s+định|Điều|Hiệp\s+định|Công\s+ước|Chương|Mục|Phần)(?!\w))
    (?P<title>[^\W\d_][^.;:]{2,200})(?<![,\s])$""",
    re.VERBOSE,
)
_GOES_ON = re.compile(
    r"(?:,|(?<!\w)(?:tại|của|và|theo|hoặc|với|từ|đến|vào|sau|các|khoản\s\w+|điểm\s\w+))$",
    re.IGNORECASE,
)
_PROMULGATED = re.compile(
    r"^\s*\(?\s*(?:Được\s+)?(?:[Bb]an\s+hành\s+)?[Kk]èm\s+theo", re.MULTILINE
)
_NOTE_WINDOW = 800
_SENTENCE_ENDS = tuple(".;:,")
_NOTE = re.compile(r"\[\d{1,3}\]\s*\S")
_LINE = re.compile(r"[^\n]*\n?")


@dataclass(frozen=True, slots=True)
class Head:
    """A line that may open a provision; `old` marks the I. of older guidance.

    `bare` is an article's heading without its full stop, so only the next in order.
    `lettered` is an A. of guidance, whose level the lines around it decide. `dotted` is
    a point written "a." or "a-", which only the points around it tell from a list.
    """

    start: int
    level: Level
    label: str
    title: str
    old: bool = False
    bare: bool = False
    lettered: bool = False
    dotted: bool = False

    @property
    def number(self) -> int:
        """Its place in a sequence; 0 where labels are words or letters."""
        if self.level is Level.POINT:
            return POINT_ORDER.index(self.label[0]) + 1
        if self.level is Level.SUBSECTION and is_section_letter(self.label):
            return SECTION_LETTERS.index(self.label) + 1
        return label_key(self.label)[0]


def heads(text: str) -> Iterator[Head]:
    """Candidates in order; lines inside a quotation belong to the act it amends.

    Footnotes stand after the signature and quote other acts: until an appendix nothing
    in them opens a provision, be a quotation in them closed or not.
    """
    quotations = quoted_spans(text)
    before = ""
    signed = in_notes = False
    for line in _LINE.finditer(text):
        stripped = line[0].strip()
        if not stripped or _inside(quotations, line.start()):
            continue
        head = _head(
            stripped, line.start(), goes_on=bool(_GOES_ON.search(before[-20:]))
        )
        if head is None:
            head = _by_neighbour(stripped, line, before, text)
        before = stripped
        in_notes = in_notes or (signed and bool(_NOTE.match(stripped)))
        if head is None or (
            head.level is Level.ATTACHMENT and not _noted(text, line.end())
        ):
            continue
        if head.level in (Level.ATTACHMENT, Level.APPENDIX):
            signed = in_notes = False
        signed = signed or head.level is Level.CLOSING
        if not in_notes:
            yield head


def _head(line: str, start: int, *, goes_on: bool = False) -> Head | None:
    for level, pattern in _PATTERNS.items():
        found = pattern.match(line)
        if found and _titled_well(level, found):
            label = _label(level, found["head"].split())
            return Head(start, level, label, _title(level, found["title"] or ""))
    if found := _OLD_SECTION.match(line):
        return Head(start, Level.SECTION, found["head"], found["title"], old=True)
    if found := _LETTERED.match(line):
        return Head(start, Level.PART, found["head"], found["title"], lettered=True)
    found = None if goes_on else _BARE_ARTICLE.match(line)
    if found and found["title"][0].isupper():
        label = found["head"].split()[-1]
        return Head(start, Level.ARTICLE, label, found["title"], bare=True)
    return None if goes_on else _old_print(line, start)


def _old_print(line: str, start: int) -> Head | None:
    """What prints of the 1980s to 2000s divide by a dash, and points by a full stop."""
    found = _DASHED_ARTICLE.match(line)
    if found and found["title"][0].isupper() and not _OF_AN_ACT.match(found["title"]):
        title = _title(Level.ARTICLE, found["title"])
        return Head(start, Level.ARTICLE, found["head"].split()[-1], title)
    found = _DASHED_CLAUSE.match(line)
    if found and _opens_sentence(found["word"]):
        return Head(start, Level.CLAUSE, found["head"], "")
    found = _DOTTED_POINT.match(line)
    if found and (found["word"] is None or _opens_sentence(found["word"])):
        return Head(start, Level.POINT, found["head"], "", dotted=True)
    return None


def _opens_sentence(word: str) -> bool:
    """ "2-Butanol" is a substance and "1/TT" a number, "1-Các" begins a clause."""
    return word[0].isupper() and not word[1:2].isupper() and is_syllable(word)


def _by_neighbour(line: str, at: re.Match[str], before: str, text: str) -> Head | None:
    """What is told by the line before or after it alone."""
    if before.endswith(_END_MARK) and _OFFICE.match(line):
        return Head(at.start(), Level.CLOSING, "", "")
    number = _OLD_NUMBER.match(line)
    if number is None:
        return None
    title = text[at.end() : at.end() + _LONGEST_LINE].lstrip().partition("\n")[0]
    if title.isupper() and not _head(title.strip(), at.end()):
        return Head(at.start(), Level.SECTION, number["head"], "", old=True)
    return None


def _title(level: Level, words: str) -> str:
    """The heading's words; a sentence after the number of an article is its text."""
    words = words.strip()
    return "" if level is Level.ARTICLE and words[-1:] in _SENTENCE_ENDS else words


def _titled_well(level: Level, found: re.Match[str]) -> bool:
    """ "Phụ lục I kèm theo Quyết định này" is running text, not a heading."""
    return level not in _CONTAINERS or not found["title"][:1].islower()


def _label(level: Level, words: list[str]) -> str:
    if level is Level.APPENDIX:
        return words[-1] if len(words) > 2 else ""
    if level is Level.PART:
        return " ".join(words[1:]).lower() if len(words) > 2 else words[-1]
    return words[-1] if words else ""


def _noted(text: str, place: int) -> bool:
    """An attached text says under its name what it is attached to."""
    return bool(_PROMULGATED.search(text[place : place + _NOTE_WINDOW]))


def _inside(spans: list[tuple[int, int]], place: int) -> bool:
    index = bisect_right(spans, (place, place)) - 1
    return index >= 0 and spans[index][0] < place < spans[index][1]
