"""The paragraphs of a provision, in which instructions are looked for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from documents.law.amendments.corrections import GOES_ON
from documents.law.amendments.words import HIDDEN, MARK, TYPE, UNIT
from documents.law.provisions import ATTACHED_TEXTS
from documents.law.quotations import quoted_spans
from documents.law.structure import Provision

_HEAD = re.compile(
    r"\s*(?:(?:điều|chương|mục|tiểu\s+mục|phần)\s+\w+\s*(?:[.:]\s?-?|-)?"
    r"|\d{1,3}[a-zđ]?\s*(?:\.-?|[-/](?!\d))|[a-zđ](?:\d?\)|[./-](?=\s))"
    r"|[IVXLC]+\s*[.\-])?\s*",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*[-–+•*]\s")
_NAMES_ACT = re.compile(
    rf"\s{{0,40}}(?:{MARK}\s{{0,9}})?"
    rf"(?:{UNIT}\s[^.;:\n{HIDDEN}]{{0,160}}?\s)?(?:{TYPE}\s+(?:số\s|\d)"
    rf"|(?:Bộ\s+luật|Luật|Pháp\s+lệnh)\s[^.;:\n{HIDDEN}]{{0,160}}?\ssố\s+\d)",
    re.IGNORECASE,
)
# "Khoản 2 Điều 5;" of a list whose lines have no numbers.
_PLACES = re.compile(
    rf"\s{{0,40}}(?:{MARK}\s{{0,9}})?(?:(?:điểm|khoản|điều|chương|mục)\s{{1,9}}[\da-zđ]{{1,5}}"
    r"(?:\s{0,9}(?:,|;|và(?!\w))\s{0,9}|\s{1,9}|(?=[.]|\Z)))++[.]?\s{0,40}",
    re.IGNORECASE,
)
# "Cụm từ “hoặc tin học” tại khoản 1 Điều 36;"
_PHRASE = re.compile(
    rf"\s{{0,40}}(?:{MARK}\s{{0,9}})?(?:các\s+)?(?:cụm\s+từ|từ|chữ)\s*{HIDDEN}",
    re.IGNORECASE,
)
# A line end inside a sentence: after a word that wants another, between a kind of place
# and its number, before a small letter.
_WRAPPED = re.compile(
    r"(?P<after>(?<!\w)(?:(?:theo|của|và|tại|số|bởi|về|với)[ \t]*(?=\n[ \t]*\w)"
    r"|(?i:điều|khoản|điểm|mục|chương)[ \t]*"
    r"(?=\n[ \t]*(?:\d{1,3}[a-zđ]?|[a-zđ])(?!\w))))\n"
    rf"|(?P<before>[\w,{HIDDEN}][ \t]*)\n(?=[ \t]*(?P<small>[^\W\d_])[^\s)]*\s)"
)
# "“Quy chế phối hợp …” ban hành kèm theo Quyết định số …"
_QUOTED_TITLE = re.compile(
    rf"[“\"](?P<kind>{'|'.join(ATTACHED_TEXTS)})\s[^“”\"\n]{{1,300}}[”\"]"
    r"(?=,?\s+(?:được\s+)?ban\s+hành\s+kèm\s+theo(?!\w))",
    re.IGNORECASE,
)
_PHRASE_END = re.compile(r"(?<!\w)(?:từ|chữ|ngữ)\s{0,9}\Z", re.IGNORECASE)
_BRACKET = re.compile(r"[()\n]")
# "điểm b(iii)": which line of the point is meant.
_LINE_OF_POINT = re.compile(r"\([ivx]{1,5}\)")
_LINE_END = re.compile(rf"\n(?!\s{{0,40}}(?:{HIDDEN}|{GOES_ON}))", re.IGNORECASE)
_SAID_BELOW = re.compile(r"(?:sau\s+đây|như\s+sau)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`start` to `end` in the text, without the number the provision begins with.

    `is_title` says that it is the heading of an article, `opens_list` that it ends
    with a colon, or promises in a heading what follows, `is_bullet` that it is an item
    without a number, `names_act` that it begins with an act or a place in one,
    `is_place` that it is nothing but places, and `is_phrase` that it begins with one.
    """

    start: int
    end: int
    is_title: bool = False
    opens_list: bool = False
    is_bullet: bool = False
    names_act: bool = False
    is_place: bool = False
    is_phrase: bool = False


def hidden(text: str) -> str:
    """The text with every quotation hidden, each character by one, and what stands in
    brackets blank: it tells of the past ("đã được sửa đổi theo …").
    """
    parts, done = [], 0
    for start, end in quoted_spans(text):
        parts += [text[done:start], HIDDEN * (end - start)]
        done = end
    shown = _with_names(text, "".join([*parts, text[done:]]))
    return _without_brackets(_WRAPPED.sub(_unwrapped, shown))


def _with_names(text: str, shown: str) -> str:
    """Of the quoted title of a regulation its kind is shown, the rest is blank."""
    parts, done = [], 0
    for found in _QUOTED_TITLE.finditer(text):
        is_phrase = _PHRASE_END.search(text[max(0, found.start() - 20) : found.start()])
        hides = {shown[found.start("kind")], shown[found.end() - 1]} == {HIDDEN}
        if is_phrase or not hides:
            continue
        start, end = found.span()
        blanks = " " * (end - found.end("kind"))
        parts += [shown[done:start], " ", found["kind"], blanks]
        done = end
    return "".join([*parts, shown[done:]])


def _unwrapped(found: re.Match[str]) -> str:
    if found["after"]:
        return f"{found['after']} "
    return f"{found['before']} " if found["small"].islower() else found[0]


def _without_brackets(text: str) -> str:
    """Blanks for what stands in brackets that close in their line."""
    parts, done = [], 0
    opened: list[int] = []
    for found in _BRACKET.finditer(text):
        if found[0] == "(":
            opened.append(found.start())
        elif found[0] == "\n":
            opened.clear()
        elif opened:
            start = opened.pop()
            if not opened and not _LINE_OF_POINT.fullmatch(text, start, found.end()):
                parts += [text[done:start], " " * (found.end() - start)]
                done = found.end()
    return "".join([*parts, text[done:]])


def paragraphs(masked: str, piece: Provision) -> list[Paragraph]:
    """Those of the piece's own words; a quotation belongs to the words before it."""
    head = _HEAD.match(masked, piece.start, piece.end)
    start = head.end() if head else piece.start
    found = [
        Paragraph(
            first,
            last,
            opens_list=masked[first:last].rstrip().endswith(":"),
            is_bullet=bool(_BULLET.match(masked, first, last)),
            names_act=bool(_NAMES_ACT.match(masked, first, last)),
            is_place=bool(_PLACES.fullmatch(masked, first, last)),
            is_phrase=bool(_PHRASE.match(masked, first, last)),
        )
        for first, last in _cut(masked, start, piece.end)
    ]
    if found and piece.title:
        first = found[0]
        words = masked[first.start : first.end]
        opens = first.opens_list or bool(_SAID_BELOW.search(words))
        found[0] = Paragraph(first.start, first.end, True, opens)
    return found


def _cut(masked: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for line in _LINE_END.finditer(masked, start, end):
        if masked[first : line.start()].strip():
            yield first, line.start()
        first = line.end()
    if masked[first:end].strip():
        yield first, end
