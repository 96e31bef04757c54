"""Where a text quotes another: the new wording inside an amending act."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

# Two apostrophes stand for a mark in texts typed before there was one on the keys.
_MARK = re.compile(r"[“”«»\"]|''")
_OPENING, _CLOSING = "“«", "”»"

_VERBS = r"(?:sửa\s+đổi|sửa\s+lại|bổ\s+sung|thay\s+thế|đính\s+chính)"
# The end of a line after which new wording stands.
_ANNOUNCED = re.compile(
    rf"(?<!\w){_VERBS}[^\n“”«»]{{0,400}}?như\s+sau\s*:[ \t]*\n\s{{0,40}}", re.IGNORECASE
)
# A line that cannot be wording any more: the next instruction, or the act's own end.
_NEXT = re.compile(
    r"\n(?=[ \t]*(?:Điều\s+\d+[a-zđ]?(?:[.:]|\s?-)?|\d{1,2}[.)]|[a-zđ]\))[ \t]*(?:"
    r"(?:Sửa\s+đổi|Bổ\s+sung|Bãi\s+bỏ|Thay\s+thế|Thay\s+cụm|Hủy\s+bỏ|Huỷ\s+bỏ|Đính\s+chính)(?!\w)"
    rf"|[^\n“”]{{0,300}}?được\s+{_VERBS}[^\n“”]{{0,80}}như\s+sau"
    r"|(?:Hiệu\s+lực|Điều\s+khoản|Tổ\s+chức\s+thực|Trách\s+nhiệm\s+thi)"
    r"|[^\n“”]{0,40}?này\s+có\s+hiệu\s+lực))"
)
_ITEM = re.compile(r"[ \t]*(\d{1,3})[.)]")
_LONGEST_MENDED = 20_000
_MOST_BETWEEN = 20


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Outermost quotations, marks included, in order.

    A quotation mark without its partner quotes nothing, so a forgotten one does not
    swallow the rest of the text; only of new wording that an instruction announces in
    the line above is the missing side known: it begins there, and ends before the next
    instruction.
    """
    marks = list(_MARK.finditer(text))
    pairs, open_at, closing = _paired(text, marks, None)
    spans = _outermost(pairs)
    if len(spans) < len(pairs):
        # One inside another: the outer one may have been left open, and closed by a
        # mark too many of a later instruction.
        pairs, open_at, closing = _paired(text, marks, _Items(text))
        spans = _outermost(pairs)
    if not (open_at or closing):
        return spans
    return _outermost([*spans, *_mended(text, spans, open_at, closing)])


def _paired(
    text: str, marks: Sequence[re.Match[str]], items: "_Items | None"
) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Quotations, then the marks that open and that close none."""
    open_at: list[int] = []
    left_open: list[int] = []
    closing: list[int] = []
    pairs: list[tuple[int, int]] = []
    for found in marks:
        if _opens(text, found):
            open_at.append(found.start())
            continue
        while items and open_at and items.followed(open_at[-1], found.start()):
            left_open.append(open_at.pop())
        if open_at:
            pairs.append((open_at.pop(), found.end()))
        else:
            closing.append(found.end())
    return pairs, [*left_open, *open_at], closing


class _Items:
    """The numbers of the instructions that announce new wording, and of all."""

    def __init__(self, text: str) -> None:
        self._announcing = {
            found.end(): _number(text, text.rfind("\n", 0, found.start()) + 1)
            for found in _ANNOUNCED.finditer(text)
        }
        self._starts = [found.start() for found in _NEXT.finditer(text)]
        self._numbers = [_number(text, start + 1) for start in self._starts]

    def followed(self, start: int, end: int) -> bool:
        """Whether the next instruction, by its number, stands between the wording that
        opens at the place and the other place: then that is not where it closes.
        """
        number = self._announcing.get(start)
        if number is None:
            return False
        first = bisect_right(self._starts, start)
        last = min(bisect_left(self._starts, end), first + _MOST_BETWEEN)
        return number + 1 in self._numbers[first:last]


def _number(text: str, start: int) -> int | None:
    item = _ITEM.match(text, start)
    return int(item[1]) if item else None


def is_one_sided(quotation: str) -> bool:
    """Whether it lacks a mark at either end."""
    words = quotation.strip().rstrip(".;,")
    marks = f"{_OPENING}{_CLOSING}\"'"
    return bool(words) and not (words[0] in marks and words[-1] in marks)


def _outermost(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for start, end in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        if not spans or start >= spans[-1][1]:
            spans.append((start, end))
    return spans


def _mended(
    text: str,
    spans: Sequence[tuple[int, int]],
    open_at: Sequence[int],
    closing: Sequence[int],
) -> Iterator[tuple[int, int]]:
    """Announced quotations of which one mark is missing."""
    announced = [found.end() for found in _ANNOUNCED.finditer(text)]
    if not announced:
        return
    starts = [start for start, _end in spans]
    ends = [end for _start, end in spans]
    following = [found.start() for found in _NEXT.finditer(text)]
    for end in closing:
        at = bisect_left(announced, end - 1) - 1
        # What another quotation, or an instruction, stands between is not meant.
        before = bisect_right(ends, end) - 1
        after = bisect_right(following, announced[at]) if at >= 0 else 0
        stop = following[after] if after < len(following) else len(text)
        if at < 0 or end > stop or end - announced[at] > _LONGEST_MENDED:
            continue
        if before < 0 or ends[before] <= announced[at]:
            # From the line end on, as the first line is inside it too.
            yield announced[at] - 1, end
        elif starts[before] == announced[at]:
            # A mark in the middle: the wording goes on to the last one.
            yield announced[at], end
    for start in open_at:
        after = bisect_right(following, start)
        if start not in announced or after == len(following):
            continue
        stop = following[after]
        inner = bisect_right(starts, start)
        if stop - start <= _LONGEST_MENDED and (
            inner == len(starts) or starts[inner] >= stop or ends[inner] <= stop
        ):
            yield start, stop


def _opens(text: str, found: re.Match[str]) -> bool:
    """A straight mark opens when nothing but a space or bracket stands before it."""
    mark, place, end = found[0], found.start(), found.end()
    if mark in _OPENING or mark in _CLOSING:
        return mark in _OPENING
    before = text[place - 1] if place else " "
    after = text[end] if end < len(text) else " "
    return (before.isspace() or before in "([“") and not after.isspace()
