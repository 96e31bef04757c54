"""TCVN3 (ABC) and VNI: fonts' codes from before Unicode, seen as odd Latin letters.

Such text looks right only in its own font; elsewhere "Nguyễn Văn A" reads
"NguyÔn V¨n A" or "Nguyeãn Vaên A". It is recognised by what it becomes: a word counts
as legacy only if it is no Vietnamese syllable as it stands and is one when decoded.
"""

import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum

from portal.vietnamese.syllables import is_syllable


class LegacyEncoding(StrEnum):
    TCVN3 = "tcvn3"
    VNI = "vni"


# One byte a letter, in the order huyền, hỏi, ngã, sắc, nặng. Toned capitals have no
# codes of their own: a capital font (.VnTimeH) shows the small letters as capitals.
_TCVN3_ROWS = {
    "a": "µ¶·¸¹", "ă": "»¼½¾Æ", "â": "ÇÈÉÊË", "e": "ÌÎÏÐÑ", "ê": "ÒÓÔÕÖ", "i": "×ØÜÝÞ",
    "o": "ßáâãä", "ô": "åæçèé", "ơ": "êëìíî", "u": "ïñòóô", "ư": "õö÷øù", "y": "úûüýþ",
}  # fmt: skip
_TCVN3_PLAIN = {
    "¨": "ă", "©": "â", "®": "đ", "ª": "ê", "«": "ô", "¬": "ơ", "\u00ad": "ư",
    "¡": "Ă", "¢": "Â", "§": "Đ", "£": "Ê", "¤": "Ô", "¥": "Ơ", "¦": "Ư",
}  # fmt: skip
_TONES = "\u0300\u0309\u0303\u0301\u0323"

# A plain vowel, then a second letter for its tone or its hat with the tone.
_VNI_TONES = dict(zip("øûõùï", _TONES, strict=True))
_VNI_HATS = {
    "ê": "\u0306", "è": "\u0306\u0300", "ú": "\u0306\u0309", "ü": "\u0306\u0303",
    "é": "\u0306\u0301", "ë": "\u0306\u0323",
    "â": "\u0302", "à": "\u0302\u0300", "å": "\u0302\u0309", "ã": "\u0302\u0303",
    "á": "\u0302\u0301", "ä": "\u0302\u0323",
}  # fmt: skip
_VNI_SINGLE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_TAKES = {"a": "øûõùïêèúüéëâàåãáä", "e": "øûõùïâàåãáä", "o": "øûõùïâàåãáä",
              "u": "øûõùï", "y": "øûõùï", "ô": "øûõùï", "ö": "øûõùï"}  # fmt: skip


def _tcvn3_table() -> dict[str, str]:
    toned = {
        code: unicodedata.normalize("NFC", vowel + tone)
        for vowel, codes in _TCVN3_ROWS.items()
        for code, tone in zip(codes, _TONES, strict=True)
    }
    return toned | _TCVN3_PLAIN


def _vni_table() -> dict[str, str]:
    small = dict(_VNI_SINGLE)
    for vowel, takes in _VNI_TAKES.items():
        for mark in takes:
            marks = _VNI_TONES.get(mark) or _VNI_HATS[mark]
            letter = _VNI_SINGLE.get(vowel, vowel) + marks
            small[vowel + mark] = unicodedata.normalize("NFC", letter)
    capitals = {code.upper(): letter.upper() for code, letter in small.items()}
    mixed = {
        code[0].upper() + code[1]: letter.upper()
        for code, letter in small.items()
        if len(code) == 2
    }
    return small | capitals | mixed


_TCVN3 = _tcvn3_table()
_VNI = _vni_table()
_VNI_CODE = re.compile("|".join(sorted(_VNI, key=len, reverse=True)))
_LATIN_WORD = r"[A-Za-z\u00a1-\u00ff]+"
_WORD = re.compile(rf"(?<![^\W\d_]){_LATIN_WORD}(?![^\W\d_])")
_LETTERS = re.compile(_LATIN_WORD)
_ODD = re.compile(r"[\u00a1-\u00ff]")
_MODERN_LETTER = re.compile(
    r"[\u0102\u0103\u0110\u0111\u0128-\u01b0\u0300-\u0323\u1ea0-\u1ef9]"
)

_FONT = re.compile(r"(?:[A-Z]{6}\+)?(?:\.?Vn[A-Z3]|(?P<vni>VNI[- _]))")

# Signs that no word has within it, and TCVN3 has for letters.
_SIGN_IN_WORD = re.compile(r"[§®¨©¬¡¢£¤¥¦](?=[A-Za-z])")
# Of cp1252 too there are letters in the ranges above: š, œ, ž.
_ONLY_UNICODE = re.compile(
    r"[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0"
    r"\u0300-\u0323\u1ea0-\u1ef9]"
)
# A page or two tell the encoding of the whole.
_SAMPLE = 100_000


def decode_tcvn3(text: str) -> str:
    """TCVN3 text in Unicode; what TCVN3 has no code for stays as it is.

    A word typed in capitals for a capital font gets its capitals back.
    """
    return _LETTERS.sub(lambda found: _decode_tcvn3_word(found[0]), text)


def decode_vni(text: str) -> str:
    """VNI text in Unicode; what VNI has no code for stays as it is."""
    return _VNI_CODE.sub(lambda found: _VNI[found[0]], text)


def detect_legacy(text: str) -> LegacyEncoding | None:
    """Which legacy encoding the text is in, or None for Unicode.

    Proper Vietnamese, with foreign names, signs and quotation marks in it, is never
    taken for legacy text: the odd words must outnumber the words in Unicode, and most
    of the text must read as Vietnamese once decoded.
    """
    text = text[:_SAMPLE]
    if not _ODD.search(text):
        return None
    words = _WORD.findall(text)
    scores = {
        LegacyEncoding.TCVN3: _score(words, _decode_tcvn3_word),
        LegacyEncoding.VNI: _score(words, decode_vni),
    }
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] > _modern_words(text) else None


def encoding_of_font(name: str) -> LegacyEncoding | None:
    """The encoding a font is named for: .VnTimeH is TCVN3, VNI-Times is VNI.

    A subset's tag (`ABCDEF+`) does not count. Whether the text set in it is still in
    that encoding only its letters say.
    """
    found = _FONT.match(name)
    if found is None:
        return None
    return LegacyEncoding.VNI if found["vni"] else LegacyEncoding.TCVN3


def has_modern_letters(text: str) -> bool:
    """Whether there are letters of Vietnamese that only Unicode has."""
    return bool(_ONLY_UNICODE.search(text))


def may_be_in(text: str, encoding: LegacyEncoding) -> bool:
    """Whether a text among others of this encoding is in it too: “Sè: 14/2019/NQ-H§ND”.

    Too few of its words to tell by themselves; but one has to become a syllable, or to
    have a sign for a letter (H§ND), and none may cease to be one.
    """
    if has_modern_letters(text):
        return False
    tcvn3 = encoding is LegacyEncoding.TCVN3
    decode = _decode_tcvn3_word if tcvn3 else decode_vni
    odd = [word for word in _WORD.findall(text) if _ODD.search(word)]
    gained = any(_is_odd(word) and is_syllable(decode(word)) for word in odd)
    lost = any(is_syllable(word) and not is_syllable(decode(word)) for word in odd)
    signs = tcvn3 and _SIGN_IN_WORD.search(text)
    return (gained or bool(signs)) and not lost


def is_probably_tcvn3(text: str) -> bool:
    """Whether the text was typed for a TCVN3 font."""
    return detect_legacy(text) is LegacyEncoding.TCVN3


def _decode_tcvn3_word(word: str) -> str:
    decoded = "".join(_TCVN3.get(char, char) for char in word)
    plain = [char for char in word if char.isascii()]
    shouted = len(plain) > 1 and all(map(str.isupper, plain))
    return decoded.upper() if shouted else decoded


def _score(words: list[str], decode: Callable[[str], str]) -> int:
    """How many words only decoding turns into syllables, if most then are ones."""
    readable = [word for word in words if is_syllable(decode(word))]
    if len(readable) * 2 <= len(words):
        return 0
    return sum(1 for word in readable if _is_odd(word))


def _is_odd(word: str) -> bool:
    """Not Vietnamese as it stands; a lone sign such as © is no word at all."""
    has_letter = any(map(str.isascii, word))
    return has_letter and bool(_ODD.search(word)) and not is_syllable(word)


def _modern_words(text: str) -> int:
    return sum(1 for word in text.split() if _MODERN_LETTER.search(word))
