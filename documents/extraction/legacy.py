"""Lines of one file that were typed in fonts from before Unicode, told by each other.

One file may hold both encodings: sections typed on different machines, captions of one
in the other, a capital of VNI in a word of TCVN3.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from portal.vietnamese import (
    LegacyEncoding,
    decode_tcvn3,
    decode_vni,
    detect_legacy,
    has_modern_letters,
    is_syllable,
    may_be_in,
)

_TCVN3, _VNI = LegacyEncoding.TCVN3, LegacyEncoding.VNI
#: How many lines around one may tell its encoding.
_NEAR = 12
# A PDF may call the glyphs of two letters signs: "nhµ n−íc", "x∙ héi". Beside a letter
# they are no signs.
_LETTER = r"[^\W\d_]"
_SIGN = re.compile(rf"(?<={_LETTER})[\u2212\u2219]|[\u2212\u2219](?={_LETTER})")
_SIGNS = {"\u2212": "\u00ad", "\u2219": "\u00b7"}
_WORD = re.compile(r"[A-Za-z\u00a1-\u00ff]+")
# "5 µm" is no word of TCVN3, where µ is à.
_MEASURE = re.compile(r"(?<=\d) ?µ[A-Za-z]{1,2}(?!\w)")
# Symbols of acts, whose letters are no syllables: "Sè: 256/2004/Q§-UB", "QÑ-UBND".
_SYMBOL = {
    _TCVN3: re.compile(r"[A-Z]§|§(?=[A-Z])"),
    _VNI: re.compile(r"[QNLC]Ñ(?=-)|HÑ(?=ND|QT|TV|BT)"),
}


def encodings_of(texts: Sequence[str]) -> list[LegacyEncoding | None]:
    """The encoding of each line, None for Unicode.

    A line too short to tell by itself is in that of the lines around it or, unless they
    are in Unicode, of any of the file, if its letters become words so.
    """
    known = [
        None if text.isascii() else detect_legacy(with_letters(text)) for text in texts
    ]
    shown = {encoding for encoding in known if encoding}
    if not shown:
        return known
    modern = [has_modern_letters(text) for text in texts]
    found = []
    for at, text in enumerate(texts):
        near = slice(max(0, at - _NEAR), at + 1 + _NEAR)
        around = {encoding for encoding in known[near] if encoding}
        anywhere = set() if any(modern[near]) else shown
        found.append(known[at] or _only(text, around) or _only(text, anywhere))
    return found


def _only(text: str, encodings: set[LegacyEncoding]) -> LegacyEncoding | None:
    """The one of these encodings that the line may be in."""
    fitting = [one for one in encodings if _fits(with_letters(text), one)]
    return fitting[0] if len(fitting) == 1 else None


def _fits(text: str, encoding: LegacyEncoding) -> bool:
    text = _MEASURE.sub("", text)
    if may_be_in(text, encoding):
        return True
    return bool(_SYMBOL[encoding].search(text)) and not has_modern_letters(text)


def with_letters(text: str) -> str:
    """The line with the letters of TCVN3 that a PDF calls minus and bullet."""
    if text.isascii() or not any(sign in text for sign in _SIGNS):
        return text
    return _SIGN.sub(lambda found: _SIGNS[found[0]], text)


def decoded(text: str, encoding: LegacyEncoding) -> str:
    """The line in Unicode; a word that only the other encoding reads is read so."""
    if encoding is _TCVN3:
        return _WORD.sub(lambda found: _from_tcvn3(found[0]), with_letters(text))
    return _WORD.sub(lambda found: _from_vni(found[0]), text)


@lru_cache(maxsize=8192)
def _from_tcvn3(word: str) -> str:
    return _better(word, decode_tcvn3(word), decode_vni)


@lru_cache(maxsize=8192)
def _from_vni(word: str) -> str:
    return _better(word, decode_vni(word), decode_tcvn3)


def _better(word: str, read: str, decode_other: Callable[[str], str]) -> str:
    if word.isascii() or is_syllable(read):
        return read
    other = decode_other(word)
    return other if is_syllable(other) else read
