"""Localities an article names: those of the list, and those a kind word announces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from portal.vietnamese import is_syllable, match_key

KINDS = "huyện|thành phố|thị xã|thị trấn|xã|phường|TP\\.?|tp\\.?"
_ANNOUNCED = re.compile(
    rf"(?<!\w)(?:(?:\d+|hai|ba|bốn|năm|sáu|các|những)\s+)?(?:{KINDS})(?!\w)\s*:?\s*",
    re.IGNORECASE,
)
_NEXT = re.compile(rf"\s*(?:,|;|\s+và|,\s*và|-|–)\s*(?:(?:{KINDS})\s+)?")
_NAME = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){1,3}")
# Words after which the same syllables name a person, a street or a school.
_NOT_A_PLACE = re.compile(
    r"(?:đồng chí|đ/c|ông|bà|đường|phố|trường|chuyên|THPT|THCS|sông|chợ|khởi nghĩa"
    r"|chiến khu|họ và tên)\s+(?:[^\W\d_]+\s+){0,1}$",
    re.IGNORECASE,
)


def find_localities(text: str, known: Sequence[str] = ()) -> list[str]:
    """Names in the order of their first mention, each once, spelt as in the list."""
    spelling = {match_key(name): name for name in known}
    found: dict[str, tuple[int, str]] = {}
    for position, name in sorted([*_listed(text, known), *_announced(text)]):
        key = match_key(name)
        found.setdefault(key, (position, spelling.get(key, name)))
    return [name for _position, name in sorted(found.values())]


def _listed(text: str, known: Iterable[str]) -> Iterator[tuple[int, str]]:
    for name in known:
        pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, name.split())) + r"(?!\w)"
        for match in re.finditer(pattern, text):
            if not _part_of_a_name(text, match.start(), match.end()):
                yield match.start(), name
                break


def _announced(text: str) -> Iterator[tuple[int, str]]:
    """The names after "huyện:", "các huyện" or "xã", list by list."""
    position = 0
    while match := _ANNOUNCED.search(text, position):
        position = match.end()
        while name := _capitals(text, position):
            yield position, name
            after = _NEXT.match(text, position + len(name))
            if after is None:
                break
            position = after.end()


def _capitals(text: str, position: int) -> str:
    """Two to three capitalised syllables standing at `position`."""
    match = _NAME.match(text, position)
    words: list[str] = []
    for word in match[0].split(" ") if match else []:
        if not (word[0].isupper() and word[1:].islower() and is_syllable(word)):
            break
        words.append(word)
    name = " ".join(words)
    return name if len(words) in {2, 3} and text.startswith(name, position) else ""


def _part_of_a_name(text: str, start: int, end: int) -> bool:
    """Whether these syllables stand inside a longer name, of a person or a street."""
    before, after = text[max(0, start - 40) : start], text[end : end + 12]
    if _NOT_A_PLACE.search(before):
        return True
    last = re.search(r"([^\W\d_]+)\s$", before)
    word = last[1] if last else ""
    if word[:1].isupper() and not re.fullmatch(KINDS, word, re.IGNORECASE):
        sentence_start = re.search(r"(?:^|[.!?:;]\s+)\S+\s$", before)
        return not sentence_start and not word.isupper()
    following = re.match(r"\s([^\W\d_]+)", after)
    return bool(following and following[1][0].isupper() and following[1][1:].islower())
