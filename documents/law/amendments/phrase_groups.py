"""Phrases of one instruction that each have a place of their own."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from documents.law.amendments.statements import Statement
from documents.law.amendments.verbs import Verb
from documents.law.amendments.words import HIDDEN

IS_PHRASE = re.compile(
    rf"(?<!\w)(?:cụm\s+từ|từ\s+ngữ|từ|chữ|thuật\s+ngữ|số|nội\s+dung)(?:\s+sau(?:\s+đây)?)?"
    rf"\s*(?::\s*)?{HIDDEN}",
    re.IGNORECASE,
)
_WITH_PLACE = re.compile(
    rf"{HIDDEN}\s*(?:bằng|thành)\s[^{HIDDEN}]{{0,40}}{HIDDEN}+[^{HIDDEN}]*?(?<!\w)(?:điểm|khoản|điều)\s",
    re.IGNORECASE,
)
_QUOTED = re.compile(rf"{HIDDEN}+")
_AT_PLACE = re.compile(
    r"\s*(?:tại|ở|trong|của)\s(?:[^;]*?\s)?(?:điểm|khoản|điều|chương|mục)\s+[\da-zđ]",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"\s*(?:,|;)?\s*(?:và\s+)?(?:(?:các\s+)?(?:cụm\s+từ|từ|chữ)\s*)?", re.I
)
_BY = re.compile(r"(?<!\w)(?:bằng|thành)(?!\w)", re.IGNORECASE)
_BESIDE = re.compile(r"(?<!\w)(?:sau|trước)(?!\w)", re.IGNORECASE)
_NEXT_PHRASE = re.compile(
    rf"(?:[,;]|(?<!\w)và)\s+(?:bãi\s+bỏ\s+)?(?:các\s+)?(?:cụm\s+từ|từ|chữ)\s*{HIDDEN}",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?<!\w)(?:điểm|khoản|điều|chương|mục|phụ\s+lục)\s+[\da-zđ]{1,5}(?!\w)",
    re.IGNORECASE,
)
_PAIRED = {Verb.REPLACE, Verb.AMEND, Verb.CORRECT}


def of_own_places(masked: str, one: Statement) -> list[Statement]:
    """Statements for each place of its own; any other is itself.

    "“A” thành “B” tại Điều 6; “C” thành “D” tại Điều 7"; "cụm từ “A” tại Điều 6 và cụm
    từ “B” tại Điều 7 bằng cụm từ “C”"; "bãi bỏ Điều 9 và cụm từ “A” tại Điều 6".
    """
    if one.verb is Verb.ADD and not one.passive:
        return _pairs_in_order(masked, one, _BESIDE, before=False) or [one]
    if one.verb not in (*_PAIRED, Verb.REPEAL):
        return [one]
    if one.passive:
        return _each_with_place(masked, one) or [one]
    if one.verb is Verb.REPEAL:
        place, rest = _after_places(masked, one)
        return [*place, *(_each_with_place(masked, rest) or [rest])]
    ordered = _pairs_in_order(masked, one, _BY, before=True)
    return ordered or _pairs(masked, one) or _each_with_place(masked, one) or [one]


def _pairs(masked: str, one: Statement) -> list[Statement]:
    ends = [found.end() for found in re.finditer(";", masked[one.start : one.tail_end])]
    cuts = [one.start, *(one.start + end for end in ends), one.tail_end]
    groups: list[tuple[int, int]] = []
    for first, last in pairwise(cuts):
        if HIDDEN in masked[first:last] or not groups:
            groups.append((first, last))
        else:
            groups[-1] = (groups[-1][0], last)
    if (
        len(groups) < 2
        or not IS_PHRASE.search(masked, *groups[0])
        or not all(_WITH_PLACE.search(masked, first, last) for first, last in groups)
    ):
        return []
    return _parted(one, groups)


def _pairs_in_order(
    masked: str, one: Statement, turn: re.Pattern[str], *, before: bool
) -> list[Statement]:
    """ "“A” tại Điều 5 bằng “B”, “C” tại Điều 6 bằng “D”", where the place stands
    `before` the turn; else "“A” vào sau “B” tại Điều 5, “C” vào sau “D” tại Điều 6".
    """
    quotes = [q.span() for q in _QUOTED.finditer(masked, one.start, one.tail_end)]
    if len(quotes) < 4 or len(quotes) % 2:
        return []
    if not IS_PHRASE.search(masked, one.start, one.tail_end):
        return []
    groups: list[tuple[int, int]] = []
    first = one.start
    for at in range(0, len(quotes), 2):
        old, new = quotes[at], quotes[at + 1]
        following = quotes[at + 2][0] if at + 2 < len(quotes) else one.tail_end
        if not turn.search(masked, old[1], new[0]):
            return []
        place = (old[1], new[0]) if before else (new[1], following)
        if not _AT_PLACE.match(masked, *place):
            return []
        is_last = at + 2 == len(quotes)
        cut = new[1] + _last_separator(masked[new[1] : following])
        last = one.tail_end if is_last else cut
        groups.append((first, last))
        first = last
    return _parted(one, groups)


def _each_with_place(masked: str, one: Statement) -> list[Statement]:
    """ "Cụm từ “A” tại …, cụm từ “B” tại … bằng cụm từ “C”", or without the last of a
    repeal; none unless every phrase has its place.
    """
    if not IS_PHRASE.search(masked, one.start, one.tail_end):
        return []
    last = one.end if one.passive else one.tail_end
    quotes = [q.span() for q in _QUOTED.finditer(masked, one.start, last)]
    becomes = None
    news: list[tuple[int, int]] = []
    if one.passive:
        after = [q.span() for q in _QUOTED.finditer(masked, one.tail, one.tail_end)]
        if len(after) != (one.verb is not Verb.REPEAL):
            return []
        becomes = after[0] if after else None
    elif one.verb is not Verb.REPEAL:
        turn = _turn(masked, quotes)
        news, quotes = quotes[turn:], quotes[:turn]
        if len(news) > 1 and len(news) != len(quotes):
            return []
        becomes = news[0] if news else None
    stop = becomes[0] if becomes and not one.passive else last
    if len(quotes) < 2 or (one.verb is not Verb.REPEAL and becomes is None):
        return []
    firsts = [one.start]
    for (_start, end), (following, _end) in pairwise(quotes):
        if _AT_PLACE.match(masked, end, following):
            firsts.append(end + _last_separator(masked[end:following]))
        elif not _JOINED.fullmatch(masked, end, following):
            return []
    if len(firsts) < 2 or not _AT_PLACE.match(masked, quotes[-1][1], stop):
        return []
    if becomes and not one.passive:
        turns = list(_BY.finditer(masked, quotes[-1][1], becomes[0]))
        stop = turns[-1].start()
    found = _parted(one, list(pairwise([*firsts, stop])))
    if not one.passive and becomes:
        # "… bằng cụm từ “C” của Nghị định số …"
        found[-1] = replace(found[-1], end=max(found[-1].end, one.tail_end))
    own = [becomes] * len(found) if len(news) < 2 else news
    if len(own) != len(found):
        return []
    return [
        replace(each, becomes=new, passive=False)
        for each, new in zip(found, own, strict=True)
    ]


def _turn(masked: str, quotes: Sequence[tuple[int, int]]) -> int:
    """How many of the quotations stand before what replaces them."""
    for index, (before, after) in enumerate(pairwise(quotes), start=1):
        if _BY.search(masked, before[1], after[0]):
            return index
    return len(quotes)


def _last_separator(words: str) -> int:
    found = list(re.finditer(r"[,;]|(?<!\w)và(?!\w)", words, re.IGNORECASE))
    return found[-1].start() if found else len(words)


def _after_places(masked: str, one: Statement) -> tuple[list[Statement], Statement]:
    """What a repeal says of places before it comes to phrases, and the rest of it."""
    phrase = _NEXT_PHRASE.search(masked, one.start, one.tail_end)
    if (
        not phrase
        or HIDDEN in masked[one.start : phrase.start()]
        or not _PLACE.search(masked, one.start, phrase.start())
    ):
        return [], one
    at = phrase.start()
    place = replace(one, end=min(one.end, at), tail_end=at)
    rest = replace(one, start=at, end=max(one.end, at), tail=at, of_phrases=True)
    return [place], rest


def _parted(one: Statement, groups: Sequence[tuple[int, int]]) -> list[Statement]:
    return [
        replace(one, start=first, end=last, tail=first, tail_end=last, of_phrases=True)
        for first, last in groups
    ]
