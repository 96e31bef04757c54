"""A place in an act as officials type it: "Điều 5 khoản 2", with marks or without."""

import re

from documents.law.provisions import (
    ATTACHED_TEXTS,
    Level,
    Step,
    anchor_path,
    part_slug,
    path_anchor,
)
from portal.vietnamese import fold, nfc

_UNITS = {
    "tieu muc": Level.SUBSECTION,
    "diem": Level.POINT,
    "khoan": Level.CLAUSE,
    "dieu": Level.ARTICLE,
    "muc": Level.SECTION,
    "chuong": Level.CHAPTER,
    "phan": Level.PART,
}
_SPELT = {
    Level.PART: "Phần",
    Level.CHAPTER: "Chương",
    Level.SECTION: "Mục",
    Level.SUBSECTION: "Tiểu mục",
    Level.ARTICLE: "Điều",
    Level.CLAUSE: "khoản",
    Level.POINT: "điểm",
}
_STEP = re.compile(
    rf"\b({'|'.join(_UNITS)})\s+(\d{{1,4}}[a-z]{{0,2}}|[a-z]\d{{0,2}}|[ivxlc]{{1,6}}[a-z]?)"
    r"(?!\w)"
)
_APPENDIX = re.compile(r"\bphu luc(?:\s+(\d{1,3}|[ivxlc]{1,6}))?(?!\w)")
_ATTACHED = {part_slug(name): fold(name) for name in ATTACHED_TEXTS}
_NAMES = {part_slug(name): name.capitalize() for name in ATTACHED_TEXTS}
_JOINING = re.compile(
    r"\b(?:cua|tai|thuoc|trong|ban hanh|kem theo|va|van ban)\b|[,;.()]"
)
_ANCHOR = re.compile(r"[a-z0-9]+(?:--?[a-z0-9]+)*")


def typed_anchor(text: str) -> str | None:
    """The anchor of the one place that is typed, or None if it is not one place.

    Takes an anchor as it stands, and words in either order: "khoản 2 Điều 5",
    "Dieu 5, khoan 2", "Điều 1 Quy định kèm theo", "Phụ lục II". Ranges and lists are
    several places.
    """
    spelt = " ".join(nfc(text, plain_spaces=True).strip(" #").split()).lower()
    if "-" in spelt and _ANCHOR.fullmatch(spelt):
        return spelt if _is_anchor(spelt) else None
    words = fold(spelt)
    if len(words) != len(spelt):
        return None
    steps: dict[Level, Step] = {}
    for found in _STEP.finditer(words):
        level = _UNITS[found[1]]
        if level in steps:
            return None
        steps[level] = Step(level, spelt[found.start(2) : found.end(2)])
    rest, part = _part(_STEP.sub(" ", words))
    if rest or not (steps or part):
        return None
    path = tuple(sorted(steps.values(), key=lambda step: step.level.rank))
    if not path:
        return part if part.startswith(Level.APPENDIX) else None
    if not _is_whole(path, part):
        return None
    return path_anchor(path, part)


def _part(words: str) -> tuple[str, str]:
    """What is left of the words, and the attached text or appendix they name."""
    if appendix := _APPENDIX.search(words):
        label = f"-{appendix[1]}" if appendix[1] else ""
        return _left(_APPENDIX.sub(" ", words, count=1)), f"{Level.APPENDIX}{label}"
    for slug, name in _ATTACHED.items():
        if re.search(rf"\b{name}\b", words):
            return _left(words.replace(name, " ", 1)), slug
    if "kem theo" in words:
        return _left(words), str(Level.ATTACHMENT)
    return _left(words), ""


def _left(words: str) -> str:
    return _JOINING.sub(" ", words).strip()


def _is_whole(path: tuple[Step, ...], part: str) -> bool:
    """A clause or point stands in an article, of guidance in a part or section, or in
    an appendix: alone it may be anywhere.
    """
    levels = {step.level for step in path}
    below = levels & {Level.CLAUSE, Level.POINT}
    around = levels & {Level.ARTICLE, Level.PART, Level.SECTION, Level.SUBSECTION}
    return not below or bool(around) or part.startswith(Level.APPENDIX)


def _is_anchor(name: str) -> bool:
    part, _mark, rest = name.rpartition("--")
    if anchor_path(rest):
        return True
    starts = (Level.APPENDIX, Level.ATTACHMENT, Level.PREAMBLE, Level.CLOSING)
    return not part and rest.startswith(tuple(map(str, starts)))


def place_typed(anchor: str) -> str:
    """The words an official would type for an anchor; itself where there are none.

    `typed_anchor` reads them back as the same anchor.
    """
    part, _mark, rest = anchor.rpartition("--")
    steps = [
        f"{_SPELT[step.level]} {step.label}" for step in reversed(anchor_path(rest))
    ]
    words = " ".join(steps)
    if part in _ATTACHED:
        words = f"{words} {_NAMES[part]} kèm theo"
    elif part == Level.ATTACHMENT:
        words = f"{words} kèm theo"
    elif part.startswith(Level.APPENDIX):
        words = f"{words} {place_typed(part)}"
    elif not part and rest.startswith(Level.APPENDIX):
        label = rest.removeprefix(Level.APPENDIX).strip("-").upper()
        words = f"Phụ lục {label}".strip()
    return words if typed_anchor(words) == anchor else anchor
