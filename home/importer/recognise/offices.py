"""People whose office stands before their name: "Chủ tịch UBND tỉnh Trần Văn Mẫu"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from home.importer.article import Speaker
from home.importer.recognise.names import SURNAMES
from portal.vietnamese import is_syllable

_OFFICES = (
    r"(?:Phó\s+)?(?:Tổng\s+)?(?:[Gg]iám đốc|[Cc]hủ tịch|[Cc]hủ nhiệm|[Bb]í thư"
    r"|Thứ trưởng|[ỦU][ỷy] viên(?: Ban)? [Tt]hường vụ"
    r"|Bộ trưởng|Cục trưởng|Vụ trưởng|Viện trưởng|[Hh]iệu trưởng|Chánh [Vv]ăn phòng"
    r"|[Tt]rưởng (?:[Bb]an|[Pp]hòng|[Đđ]oàn|[Kk]hoa))"
)
_OPENS = re.compile(rf"(?<!\w)(?P<office>{_OFFICES})(?!\w)")
# What of the office's own name may stand between: no comma, no verb.
_BETWEEN = re.compile(r"(?:[^.,;:()\n–-]|(?<=\s)[-–](?=\s\w+\s[a-zà-ỹ])){0,90}")
_SYLLABLE = re.compile(r"[^\W\d_]+")
_KIND = re.compile(r"(?:tỉnh|huyện|xã|phường|thành phố|thị xã|thị trấn|TP\.?)\s+$")
_FEWEST, _MOST = 3, 4


def office_holders(sentence: str) -> Iterator[Speaker]:
    """Each with the office and whose it is; a name of two syllables is left out.

    Two may be the end of a place as well: "UBND tỉnh Cao Bằng" is nobody's name.
    """
    position = 0
    while opened := _OPENS.search(sentence, position):
        position = opened.end()
        between = _BETWEEN.match(sentence, position)
        run = _run_of_name(sentence, position, between.end() if between else position)
        if run is None:
            continue
        start, end = run
        organisation = sentence[position:start].strip()
        position = end
        if organisation[:1].islower():
            office = f"{opened['office']} {organisation}"
            yield Speaker(sentence[start:end], office)
        else:
            yield Speaker(sentence[start:end], opened["office"], organisation)


def _run_of_name(text: str, start: int, limit: int) -> tuple[int, int] | None:
    """Where the first name of a known family stands, within the limit."""
    runs: list[list[re.Match[str]]] = [[]]
    for word in _SYLLABLE.finditer(text, start, limit):
        last = runs[-1][-1] if runs[-1] else None
        is_name = word[0][0].isupper() and word[0][1:].islower()
        is_name = is_name and is_syllable(word[0])
        if not is_name or (last and text[last.end() : word.start()] != " "):
            runs.append([])
        if is_name:
            runs[-1].append(word)
    for run in runs:
        if name := _name_in(run, text):
            return name[0].start(), name[-1].end()
    return None


def _name_in(run: list[re.Match[str]], text: str) -> list[re.Match[str]]:
    """The end of a run of capitals that begins with a family name.

    After "tỉnh" a place comes first, so the shortest is taken; else the longest.
    """
    tails = [
        run[place:]
        for place, word in enumerate(run)
        if word[0] in SURNAMES and _FEWEST <= len(run) - place <= _MOST
    ]
    if not tails:
        return []
    follows_kind = bool(_KIND.search(text[: run[0].start()]))
    return tails[-1] if follows_kind and len(run) > _MOST else tails[0]
