"""Names of the parts of an act, and the anchors made of them."""

import re
from dataclasses import dataclass
from enum import StrEnum

from portal.vietnamese import fold

POINT_ORDER = "abcdđeghiklmnopqrstuvxy"
"""The letters that number points, in their order."""

SECTION_LETTERS = "ABCDĐEGH"
"""The capitals that number parts of guidance without articles; I is a numeral."""

ATTACHED_TEXTS = (
    "quy định", "quy chế", "điều lệ", "nội quy", "phương án", "kế hoạch",
    "chương trình", "đề án", "quy trình", "hướng dẫn", "danh mục",
)  # fmt: skip
"""What an act promulgates, as its heading says."""


class Level(StrEnum):
    """A part of an act; the value is its word in an anchor."""

    PREAMBLE = "mo-dau"
    PART = "phan"
    CHAPTER = "chuong"
    SECTION = "muc"
    SUBSECTION = "tieu-muc"
    ARTICLE = "dieu"
    CLAUSE = "khoan"
    POINT = "diem"
    CLOSING = "ket-thuc"
    ATTACHMENT = "kem-theo"
    APPENDIX = "phu-luc"

    @property
    def rank(self) -> int:
        """0 for what contains everything else; CLAUSE lies deeper than ARTICLE."""
        return _RANKS.get(self, 0)


_RANKS = {
    Level.PART: 1,
    Level.CHAPTER: 2,
    Level.SECTION: 3,
    Level.SUBSECTION: 4,
    Level.ARTICLE: 5,
    Level.CLAUSE: 6,
    Level.POINT: 7,
}


_NUMBERED = "|".join(sorted(map(str, _RANKS), key=len, reverse=True))
_STEP = re.compile(
    rf"({_NUMBERED})-([a-z0-9]+(?:-(?!(?:{_NUMBERED})-)[a-z0-9]+)*)(?:-|$)"
)


_NUMERAL = re.compile(r"([IVXLC]+)([a-zđ]?)")
# As an address has them, where only the order of the letters tells IIc from a numeral.
_SLUG_NUMERAL = re.compile(
    r"(?=[ivxlc])(c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3}))([a-zđ]?)"
)


@dataclass(frozen=True, slots=True)
class Step:
    """One level of a path: Điều 15đ is `Step(Level.ARTICLE, "15đ")`."""

    level: Level
    label: str = ""

    @property
    def anchor(self) -> str:
        return (
            f"{self.level}-{label_slug(self.label)}" if self.label else str(self.level)
        )


@dataclass(frozen=True, slots=True)
class ProvisionRef:
    """A provision named in prose, outermost step first.

    `through` is the last label of a range ("Điều 5 đến Điều 8"). `attachment` is the
    word for the text the act promulgates ("Quy định ban hành kèm theo"), when the
    provision is in that one.
    """

    path: tuple[Step, ...]
    through: str = ""
    attachment: str = ""

    @property
    def anchor(self) -> str:
        return path_anchor(self.path, part_slug(self.attachment))

    def label(self, level: Level) -> str:
        """The number or letter at that level, empty when it is not named."""
        return next((step.label for step in self.path if step.level is level), "")


def path_anchor(path: tuple[Step, ...], part: str = "") -> str:
    """`dieu-5-khoan-2-diem-dd`, after `quy-dinh--` in an attached text.

    Articles are numbered through an act, so what contains them is left out. An appendix
    is a text of its own: `phu-luc-i--muc-ii`.
    """
    levels = [step.level for step in path]
    if levels[1:] and levels[0] is Level.APPENDIX and Level.ARTICLE not in levels:
        return path_anchor(path[1:], path[0].anchor)
    start = levels.index(Level.ARTICLE) if Level.ARTICLE in levels else 0
    anchor = "-".join(step.anchor for step in path[start:])
    return f"{part}--{anchor}" if part else anchor


def anchor_path(name: str) -> tuple[Step, ...]:
    """The path an anchor spells within its part: `dieu-15dd-khoan-2` is Điều 15đ,
    khoản 2. Empty for what spells none.
    """
    steps, place = [], 0
    while found := _STEP.match(name, place):
        steps.append(Step(Level(found[1]), _label(Level(found[1]), found[2])))
        place = found.end()
    return tuple(steps) if steps and place == len(name) else ()


def _label(level: Level, slug: str) -> str:
    """15dd is 15đ again; what contains articles has Roman numerals or capitals."""
    label = slug.replace("dd", "đ")
    if level in (Level.PART, Level.SUBSECTION) and is_section_letter(label.upper()):
        return label.upper()
    roman = level.rank < Level.ARTICLE.rank and _SLUG_NUMERAL.fullmatch(label)
    return roman[1].upper() + roman[2] if roman else label


def is_section_letter(label: str) -> bool:
    return len(label) == 1 and label in SECTION_LETTERS


def label_slug(label: str) -> str:
    """15đ is `15dd`, which 15d is not; other marks and spaces go."""
    spelt = label.lower().replace("đ", "dd")
    return "-".join(map(_plain, spelt.split()))


def part_slug(name: str) -> str:
    """The anchor word of an attached text: "Quy định" is `quy-dinh`."""
    return "-".join(map(_plain, name.split()))


def label_key(label: str) -> tuple[int, ...]:
    """Sorts 2 before 2a before 10, II before IIa before IX, and d before đ before e."""
    if numeral := _NUMERAL.fullmatch(label):
        return (roman_value(numeral[1]), *map(_letter_rank, numeral[2]))
    letters = label.lstrip("0123456789")
    digits = label[: len(label) - len(letters)]
    return (int(digits or 0), *map(_letter_rank, letters.lower()))


def roman_value(numeral: str) -> int:
    """The number a Roman numeral stands for."""
    values = [_ROMAN[char] for char in numeral]
    following = [*values[1:], 0]
    pairs = zip(values, following, strict=True)
    return sum(-value if value < after else value for value, after in pairs)


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def _letter_rank(char: str) -> int:
    """Digits after a letter (a1) come before the next letter."""
    if char in POINT_ORDER:
        return 1000 + POINT_ORDER.index(char)
    return ord(char) if char.isascii() else 2000


def _plain(word: str) -> str:
    return "".join(c for c in fold(word) if c.isascii() and c.isalnum())
