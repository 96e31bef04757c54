"""Vietnamese words in Telex letters, both ways: the one spelling an exact match needs.

`telex` is canonical: hats and horns beside their letter, the tone last, so that hoà and
hòa, composed and decomposed letters, are one token. `decoded` reads what a keyboard
left behind when its Vietnamese mode was off.
"""

import re
import unicodedata
from functools import lru_cache

from portal.vietnamese import is_syllable

_TONES = {"\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0301": "s", "\u0323": "j"}
_HATS = {"\u0302": "same", "\u0306": "w", "\u031b": "w"}
_TYPED_TONES = {letter: mark for mark, letter in _TONES.items()}
_PAIRS = {"aa": "â", "ee": "ê", "oo": "ô", "aw": "ă", "ow": "ơ", "uw": "ư", "dd": "đ"}
# Keyboards make a horn of a hat that was typed first: "gioow" is giơ too.
_PAIRS |= {"aaw": "ă", "oow": "ơ"}
_PAIR = re.compile("|".join(sorted(_PAIRS, key=len, reverse=True)))
_VOWELS = "aeiouy"
_ASCII_WORD = re.compile(r"[a-z]{2,10}")


def telex(word: str) -> str:
    """The word, in small letters, as canonical Telex: `đổi` is `ddooir`."""
    written, tone = "", ""
    for char in unicodedata.normalize("NFD", word):
        if char in _TONES:
            tone = _TONES[char]
        elif char in _HATS:
            written += written[-1:] if _HATS[char] == "same" else "w"
        elif char in "đð":
            written += "dd"
        elif not unicodedata.combining(char):
            written += char
    return written + tone


@lru_cache(maxsize=4096)
def decoded(word: str) -> str:
    """The marked syllable a Telex spelling stands for; empty if it is none.

    The tone may stand anywhere after the first vowel and the w of ươ once for both,
    as keyboards allow.
    """
    if not _ASCII_WORD.fullmatch(word):
        return ""
    for letters, tone in _untoned(word):
        for base in _hatted(letters):
            plain = base == letters and not tone
            syllable = _with_tone(base, tone)
            if not plain and is_syllable(syllable):
                return unicodedata.normalize("NFC", syllable)
    return ""


def _untoned(word: str) -> list[tuple[str, str]]:
    """The word without each letter that may be its tone, the last one first."""
    first = next((at for at, char in enumerate(word) if char in _VOWELS), len(word))
    found = [
        (word[:at] + word[at + 1 :], _TYPED_TONES[word[at]])
        for at in range(len(word) - 1, first, -1)
        if word[at] in _TYPED_TONES
    ]
    return [*found, (word, "")]


def _hatted(letters: str) -> list[str]:
    """Readings of doubled letters and of w, the plainest last."""
    readings = []
    if "w" in letters:
        bare = letters.replace("w", "")
        for plain, horned in (("uo", "ươ"), ("u", "ư"), ("o", "ơ"), ("a", "ă")):
            if plain in bare:
                readings.append(_pairs(bare.replace(plain, horned, 1)))
    readings.append(_pairs(letters))
    for vowel, hatted in (("a", "â"), ("e", "ê"), ("o", "ô")):
        if letters.count(vowel) == 2 and vowel * 2 not in letters:
            last = letters.rindex(vowel)
            apart = letters[:last] + letters[last + 1 :]
            readings.append(_pairs(apart.replace(vowel, hatted, 1)))
    return readings


def _pairs(letters: str) -> str:
    if letters.startswith("d") and letters.count("d") == 2 and letters[1] != "d":
        letters = "đ" + letters[1:].replace("d", "", 1)
    return _PAIR.sub(lambda found: _PAIRS[found[0]], letters)


def _with_tone(letters: str, tone: str) -> str:
    """The tone on the vowel that bears it: the hatted one, else as in toán and hòa."""
    if not tone:
        return letters
    vowels = [at for at, char in enumerate(letters) if char in _VOWELS + "âêôăơư"]
    if len(vowels) > 1 and letters[:2] in ("qu", "gi"):
        vowels = vowels[1:]
    hatted = [at for at in vowels if letters[at] not in _VOWELS]
    is_open = bool(vowels) and vowels[-1] == len(letters) - 1
    second = len(vowels) > 1 and is_open
    at = hatted[-1] if hatted else vowels[-2 if second else -1] if vowels else 0
    return letters[: at + 1] + tone + letters[at + 1 :]
