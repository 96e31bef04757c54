"""Names that stand in several columns, made whole: pure, on texts.

Nothing of a name is dropped. What cannot be told from the cells is asked.
"""

from collections.abc import Sequence
from enum import StrEnum

from portal.vietnamese import match_key, tidy

# So large a part of the rows decides for the whole column.
_NEARLY_ALL = 0.8
_GIVEN_WORDS = 2
# No syllable has more: "nghiêng".
_SYLLABLE = 7


class Beside(StrEnum):
    """What a column is to the column of names on its left."""

    PIECE = "piece"
    REPEATED = "repeated"
    OTHER = "other"
    UNCLEAR = "unclear"


def joined(pieces: Sequence[str]) -> str:
    """The pieces of a name in their order, as one name."""
    return " ".join(filter(None, map(tidy, pieces)))


def is_half(name: str) -> bool:
    """Whether it is one syllable, which nobody is called in full."""
    words = tidy(name).split()
    return len(words) == 1 and len(words[0]) <= _SYLLABLE


def seem_halves(names: Sequence[str]) -> bool:
    """Whether most of these names are half of one."""
    filled = [name for name in names if name.strip()]
    return bool(filled) and sum(map(is_half, filled)) * 2 > len(filled)


def given_beside(names: Sequence[str], given: Sequence[str]) -> Beside:
    """A column headed "Tên" beside one of names: their last word again, or the rest."""
    pairs = [
        (match_key(name).split(), match_key(last).split())
        for name, last in zip(names, given, strict=True)
        if name.strip() and last.strip()
    ]
    if not pairs:
        return Beside.OTHER
    again = sum(
        len(name) > len(last) and name[-len(last) :] == last for name, last in pairs
    )
    if not again:
        return Beside.PIECE
    return Beside.REPEATED if again >= _NEARLY_ALL * len(pairs) else Beside.UNCLEAR


def untitled_beside(names: Sequence[str], texts: Sequence[str]) -> Beside:
    """A column without a heading right of the names: their second half, or not."""
    pairs = [
        (name, tidy(text))
        for name, text in zip(names, texts, strict=True)
        if name.strip()
    ]
    filled = [(name, text) for name, text in pairs if _words_of_a_name(text)]
    if not filled:
        return Beside.OTHER
    if any(text for _, text in pairs if text and not _words_of_a_name(text)):
        return Beside.UNCLEAR
    found = given_beside(*zip(*filled, strict=True))
    short = all(len(text.split()) <= _GIVEN_WORDS for _, text in filled)
    if found is Beside.PIECE and not (
        short and len(filled) >= _NEARLY_ALL * len(pairs)
    ):
        return Beside.UNCLEAR
    return found


def _words_of_a_name(text: str) -> bool:
    return bool(text) and all(word.isalpha() for word in tidy(text).split())
