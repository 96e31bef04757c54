"""Phrases an instruction replaces, drops or adds."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from documents.law.amendments.phrase_groups import IS_PHRASE
from documents.law.amendments.verbs import Verb
from documents.law.amendments.wording import unquoted
from documents.law.amendments.words import HIDDEN

_BY = re.compile(r"(?<!\w)(?:bằng|thành|là)(?!\w)", re.IGNORECASE)
_BESIDE = re.compile(
    rf"(?:vào\s+)?(?:(?:ngay|liền)\s+)?(?P<side>sau|trước)\s+(?:các\s+)?(?:cụm\s+từ|từ|chữ)\s*{HIDDEN}",
    re.IGNORECASE,
)
_QUOTED = re.compile(rf"{HIDDEN}+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """`old` becomes `new`, which is empty where the phrase goes."""

    old: str
    new: str


def phrases(
    masked: str,
    text: Callable[[int, int], str],
    start: int,
    end: int,
    verb: Verb,
    split: int | None = None,
    *,
    known: bool = False,
    becomes: tuple[int, int] | None = None,
) -> list[Phrase]:
    """The phrases that the words between the places change; none if they change none.

    `masked` has its quotations hidden, `text` gives words as printed. `split` is where
    a passive verb parts what was from what is to be; of `known` phrases the words need
    not say that they are some, and what stands for them may be elsewhere (`becomes`).
    """
    words = masked[start:end]
    if not (known or IS_PHRASE.search(words)):
        return []
    quotes = [
        (found.start(), _one_line(text(start + found.start(), start + found.end())))
        for found in _QUOTED.finditer(words)
    ]
    if becomes:
        new_words = _one_line(text(*becomes))
        return [Phrase(old, new_words) for _at, old in quotes if old]
    if verb is Verb.ADD:
        return _beside(words, quotes)
    if verb is Verb.REPEAL:
        return [Phrase(old, "") for _at, old in quotes if old]
    turn = split - start if split is not None else _turn(words, quotes)
    if paired := _pairs(words, quotes):
        return paired
    old = [words for at, words in quotes if at < turn and words]
    new = [words for at, words in quotes if at >= turn]
    if not old or not new:
        return []
    if len(old) == len(new):
        return [Phrase(*pair) for pair in zip(old, new, strict=True)]
    return [Phrase(one, new[0]) for one in old]


def _one_line(quoted: str) -> str:
    """Without its marks; where the print breaks the line the act itself may not."""
    return " ".join(unquoted(quoted).split())


def _pairs(words: str, quotes: list[tuple[int, str]]) -> list[Phrase]:
    """ "“A” bằng “B”; “C” bằng “D”": two phrases; none where the words say no such."""
    if len(quotes) < 4 or len(quotes) % 2:
        return []
    starts = [at for at, _text in quotes]
    for index in range(0, len(quotes), 2):
        if not _BY.search(words, starts[index], starts[index + 1]):
            return []
    for index in range(1, len(quotes) - 1, 2):
        if _BY.search(words, starts[index], starts[index + 1]):
            return []
    texts = [text for _at, text in quotes]
    return [Phrase(*pair) for pair in zip(texts[::2], texts[1::2], strict=True)]


def _turn(words: str, quotes: list[tuple[int, str]]) -> int:
    first = quotes[0][0]
    turn = _BY.search(words, first)
    return turn.start() if turn else len(words)


def _beside(words: str, quotes: list[tuple[int, str]]) -> list[Phrase]:
    beside = _BESIDE.search(words)
    if not beside or len(quotes) < 2:
        return []
    added = [text for at, text in quotes if at < beside.start()]
    old = [text for at, text in quotes if at > beside.start()]
    if not added or not old:
        return []
    if beside["side"].lower() == "trước":
        return [Phrase(old[0], f"{added[0]} {old[0]}")]
    gap = "" if added[0][:1] in ",;.:)" else " "
    return [Phrase(old[0], f"{old[0]}{gap}{added[0]}")]
