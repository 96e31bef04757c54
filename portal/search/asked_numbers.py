"""The numbers of acts in what a reader typed, in whatever form the rooms know."""

import re
from collections.abc import Sequence

from portal.search import registry
from portal.search.analyser import folded_words, tokens
from portal.search.numbers import Number, find_days, find_numbers

#: "Nghị quyết số 14 năm 2019 của Hội đồng nhân dân tỉnh" is a number in so many words.
_LONGEST_NUMBER = 12

# Letters of a type, with the number right behind them.
_GLUED = re.compile(r"(?<![\w/.-])([^\W\d_]{2,3})(\d{1,4})(?![\w-])")
_PROVISIONS = ("dieu", "khoan", "diem", "chuong", "muc")
_FIRST_YEAR = 1900

#: Where a number starts and ends in the text, and its parts.
Placed = tuple[int, int, Number]


def unglued(text: str) -> str:
    """The text with a space between a type's letters and the number behind them."""
    return _GLUED.sub(_apart, text)


def _apart(found: re.Match[str]) -> str:
    """ "nđ13" is Nghị định 13, if the letters may stand before a number."""
    spaced = f"{found[1]} {found[2]}"
    return spaced if registry.read_number(spaced) else found[0]


def asked_numbers(text: str, most_words: int) -> list[Placed]:
    """The number that is asked about, and a second one if any, each where it stands.

    "qđ ubnd 36/2018" says more than the 36/2018 in it, and "06/2020 sửa gì của qđ 36"
    asks about the first.
    """
    found = find_numbers(text)
    if not found or not found[0][2].codes:
        start, end, number = _number_in(_without_days(text, found), most_words)
        if number and (not found or number.number == found[0][2].number):
            found = [(start, end, number), *(o for o in found if o[0] >= end)]
        elif number and all(end <= one[0] or one[1] <= start for one in found):
            found.append((start, end, number))
    first = [number for _start, _end, number in found[:1]]
    others = [one for one in found[1:] if one[2] not in first]
    return [*found[:1], *others[:1]]


def _without_days(text: str, numbers: Sequence[Placed]) -> str:
    """The text with blanks for its days: "tháng 1 năm 2021" is no number 1 of 2021, nor
    is 12/3/2021 a number 3, while 08-2022 may be one."""
    for start, end, keys in find_days(text):
        said = len(keys) > 1 or "thang" in folded_words(text[start:end])
        if said and all(
            end <= first or last <= start for first, last, _number in numbers
        ):
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _number_in(text: str, most_words: int) -> tuple[int, int, Number | None]:
    """Where a number stands that is typed in some free way: as much as can be one.

    "quyết định 36 còn hiệu lực không" names an act, whatever else it asks of it.
    """
    words = tokens(text)[:most_words]
    digits = [at for at, word in enumerate(words) if word.folded[:1].isdigit()]
    if not digits:
        return 0, 0, None
    for size in range(min(len(words), _LONGEST_NUMBER), 0, -1):
        for first in range(len(words) - size + 1):
            if first and first in digits and words[first - 1].folded in _PROVISIONS:
                # "Điều 4 quy chế" is no regulation number 4.
                continue
            if any(first <= at < first + size for at in digits):
                start, end = words[first].start, words[first + size - 1].end
                is_part = size < len(words)
                number = registry.read_number(text[start:end], is_part=is_part)
                # In "điều 4 quy chế 12 2023" no 4 is of a year 12.
                if number and (number.year or _FIRST_YEAR) >= _FIRST_YEAR:
                    return start, end, number
    return 0, 0, None
