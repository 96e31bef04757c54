"""The places an instruction names: "khoản 1a vào sau khoản 1", "tên Điều 9"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from documents.law.citations.references import provisions_in
from documents.law.provisions import (
    ATTACHED_TEXTS,
    POINT_ORDER,
    Level,
    ProvisionRef,
    Step,
    part_slug,
    path_anchor,
)

_UNIT = r"(?:các\s+)?(?:tiểu\s+mục|điểm|khoản|điều|chương|mục|phần|phụ\s+lục)(?!\w)"
_HEADING = re.compile(
    r"(?<!\w)(?:tên|tiêu\s+đề)\s+(?:gọi\s+)?(?:của\s+)?(?=(?:các\s+)?"
    r"(?:điều|chương|mục|tiểu\s+mục|phần|phụ\s+lục)(?!\w))",
    re.IGNORECASE,
)
_INTO = re.compile(
    r"(?<!\w)(?:vào(?:\s+(?:(?:ngay|liền|kề|tiếp)\s+)?(?:sau|trước|cuối|đầu))?"
    rf"|(?:(?:ngay|liền|kề|tiếp)\s+)?sau|trước)\s+(?={_UNIT})",
    re.IGNORECASE,
)
_SMALLER = re.compile(
    r"(?<!\w)(?:tên\s+(?=(?:khoản|điểm)\s)|đoạn|dòng|câu|ý|gạch\s+đầu\s+dòng|tiết|số\s+thứ\s+tự|mẫu(?:\s+số)?|biểu"
    r"|mục\s+số|cột|bảng|nội\s+dung\s+(?:sau|về)|cụm\s+từ)(?:(?<=\s)|(?!\w))",
    re.IGNORECASE,
)
# "điểm a.16", "điểm b(i), (ii)": lines of a point, which have no place of their own.
_LINE_OF_POINT = re.compile(
    r"(?P<point>(?<!\w)điểm\s+(?P<label>[a-zđ]\d?))(?:(?:\.\d+)+"
    r"|\s?\([ivx]{1,5}\)(?:\s*(?:,|và)\s*\([ivx]{1,5}\))*)",
    re.IGNORECASE,
)
# "Mục b, Khoản 6, Điều 4": what is smaller than a clause is a point.
_OLD_POINT = re.compile(
    r"(?<!\w)mục\s+(?P<label>[a-zđ])(?=\s*,?\s*(?:của\s+)?khoản\s+\d)", re.IGNORECASE
)
_NUMBERED_APPENDIX = re.compile(r"(phụ\s+lục)\s+số\s+0?", re.IGNORECASE)
# "Thay thế Phụ lục đính kèm Thông tư số …": the only one, which has no number.
_ONLY_APPENDIX = re.compile(
    r"\s*(?:toàn\s+bộ\s+)?phụ\s+lục\s+(?:(?:ban\s+hành|đính)\s+)?kèm(?!\w)",
    re.IGNORECASE,
)
# What follows only describes the place.
_DESCRIBED = re.compile(
    r"(?<!\w)(?:về(?:\s+việc)?|bằng|quy\s+định\s+(?:tại|về)|như\s+sau|trừ|theo"
    r"|kể\s+từ|có\s+hiệu\s+lực)(?!\w)",
    re.IGNORECASE,
)
_ATTACHED = re.compile(rf"(?<!\w)(?i:{'|'.join(ATTACHED_TEXTS)})(?!\w)")
# "Bản quy định kèm theo Quyết định số …", as older acts call it.
_SHEET = re.compile(r"(?<!\w)bản\s+\Z", re.IGNORECASE)
_LAST_SEPARATOR = re.compile(r"(?:[;,]|(?<!\w)và(?!\w))(?=[^;,]*\Z)")
_MOST_IN_RANGE = 60


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """`heading` is its heading alone, `partial` something smaller than the place.

    `attachment` is the anchor word of the attached text it is in, None where the words
    say nothing of that.
    """

    path: tuple[Step, ...]
    attachment: str | None = None
    heading: bool = False
    partial: bool = False

    @property
    def is_whole_path(self) -> bool:
        """Whether it can be found: a clause or a point alone may be anywhere."""
        return bool(self.path) and (
            self.path[0].level.rank <= Level.ARTICLE.rank
            or self.path[0].level is Level.APPENDIX
        )

    @property
    def anchor(self) -> str:
        if not self.is_whole_path:
            return ""
        return path_anchor(self.path, self.attachment or "")

    @property
    def own(self) -> Step:
        return self.path[-1]

    def within(self, outer: tuple[Step, ...]) -> "NamedPlace":
        """The place inside another one where its own words leave that out."""
        rank = self.path[0].level.rank
        if not rank or rank == Level.ARTICLE.rank:
            return self
        missing = tuple(step for step in outer if 0 < step.level.rank < rank)
        return replace(self, path=(*missing, *self.path))


def changed_places(words: str, *, adds: bool) -> list[NamedPlace]:
    """The places in the words after a verb, in order, each once.

    For what is added (`adds`) the place is the new one: "khoản 3a vào sau khoản 3 Điều
    7" is Điều 7 khoản 3a. A range is every place in it.
    """
    if _ONLY_APPENDIX.match(words):
        return [NamedPlace((Step(Level.APPENDIX, ""),))]
    words = _OLD_POINT.sub(r"điểm \g<label>", words)
    words = _NUMBERED_APPENDIX.sub(r"\1 ", words)
    if described := _DESCRIBED.search(words):
        words = words[: described.start()]
    cut = {found["label"].lower() for found in _LINE_OF_POINT.finditer(words)}
    words = _LINE_OF_POINT.sub(r"\g<point>", words)
    partial = _SMALLER.search(words)
    if partial:
        # "đoạn 2 khoản 3": what lies before "khoản" numbers the paragraph.
        unit = re.search(_UNIT, words[partial.end() :], re.IGNORECASE)
        words = words[: partial.start()] + (
            words[partial.end() + unit.start() :] if unit else ""
        )
    named, rest = _headings(words)
    if adds and not named:
        found = list(_added(rest))
    else:
        found = [
            NamedPlace(_as_counted(path))
            for ref in provisions_in(rest)
            for path in _paths(ref)
        ]
    if partial:
        found = [replace(place, partial=True) for place in found]
    found = [_with_lines(place, cut) for place in found]
    if len(named) == 1 and named[0].path[-1].level is Level.ARTICLE:
        found = [place.within(named[0].path) for place in found]
    elif not named and re.search(r"(?<!\w)tên\s+điều(?!\s*\d)", words, re.IGNORECASE):
        named = [NamedPlace((), heading=True)]
    return list(dict.fromkeys([*named, *found]))


def _as_counted(path: tuple[Step, ...]) -> tuple[Step, ...]:
    """ "Điểm 4 mục II" of a text without articles: what has a number is a clause."""
    levels = {step.level for step in path}
    last = path[-1]
    if last.level is not Level.POINT or not last.label.isdecimal():
        return path
    if levels & {Level.CLAUSE, Level.ARTICLE} or len(path) < 2:
        return path
    return (*path[:-1], Step(Level.CLAUSE, last.label))


def _with_lines(place: NamedPlace, cut: set[str]) -> NamedPlace:
    """Partial where only lines of the point are meant; `cut` are such points."""
    own = place.path[-1] if place.path else None
    is_cut = bool(own and own.level is Level.POINT and own.label in cut)
    return replace(place, partial=place.partial or is_cut)


def attachment_in(words: str) -> str | None:
    """The anchor word of the attached text the words name, None if they name none."""
    found = list(_ATTACHED.finditer(words))
    names = [
        m for m in found if m[0][0].isupper() or _SHEET.search(words, 0, m.start())
    ]
    return part_slug(names[0][0].lower()) if names else None


def _headings(words: str) -> tuple[list[NamedPlace], str]:
    """Places of which only the heading is meant, and the words without them."""
    named: list[NamedPlace] = []
    rest, done = "", 0
    for heading in _HEADING.finditer(words):
        rest += words[done : heading.start()]
        following = words[heading.end() :]
        end = re.search(
            r"(?<!\w)(?:và\s+)?nội\s+dung|[;]|,\s*(?=khoản|điểm)|(?<!\w)và\s+(?=(?:các\s+)?"
            r"(?:khoản|điểm)\b)",
            following,
            re.IGNORECASE,
        )
        stop = heading.end() + (end.start() if end else len(following))
        for ref in provisions_in(words[heading.end() : stop]):
            named += [NamedPlace(path, heading=True) for path in _paths(ref)]
        done = stop if end else len(words)
    return named, rest + words[done:]


def _added(words: str) -> Iterator[NamedPlace]:
    """ "điểm q vào khoản 1 và điểm h vào khoản 3 Điều 5" is two new points."""
    parts = _INTO.split(words)
    if len(parts) == 1 or not provisions_in(parts[0]):
        into = len(parts) > 1 and not provisions_in(parts[0])
        for ref in provisions_in(" ".join(parts)):
            for path in _paths(ref):
                yield NamedPlace(path, partial=into and len(path) < 2)
        return
    what = parts[0]
    for number, part in enumerate(parts[1:], start=2):
        where, following = part, ""
        if number < len(parts) and (cut := _LAST_SEPARATOR.search(part)):
            where, following = part[: cut.start()], part[cut.end() :]
        outer = next((ref.path for ref in provisions_in(where)), ())
        for ref in provisions_in(what):
            for path in _paths(ref):
                yield NamedPlace(path).within(outer)
        what = following


def _paths(ref: ProvisionRef) -> Iterator[tuple[Step, ...]]:
    own = ref.path[-1]
    for label in _labels(own.label, ref.through):
        yield (*ref.path[:-1], Step(own.level, label))


def _labels(first: str, last: str) -> list[str]:
    """Every label of a range; only its ends where it does not count plainly."""
    if not last:
        return [first]
    if first.isdecimal() and last.isdecimal():
        numbers = range(int(first), int(last) + 1)
        if 0 < len(numbers) <= _MOST_IN_RANGE:
            return list(map(str, numbers))
    if len(first) == len(last) == 1 and {first, last} <= set(POINT_ORDER):
        letters = POINT_ORDER[POINT_ORDER.index(first) : POINT_ORDER.index(last) + 1]
        if letters:
            return list(letters)
    return [first, last]
