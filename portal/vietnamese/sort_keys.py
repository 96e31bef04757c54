"""Sort keys in Vietnamese order that every database sorts alike.

A key is made of lower-case ASCII letters and digits only: their order is the same in
SQLite's binary comparison and in every PostgreSQL locale, which punctuation, spaces
and capitals are not. Two letters stand for one (a, ă, â are `aa`, `ab`, `ac`), then
one digit for the syllable's tone, so a shorter syllable always comes first.
"""

import re
import unicodedata

from portal.vietnamese.letters import drop_marks, nfc, split_tone

MAX_SORT_KEY = 500
"""No key is longer; what a key leaves out no longer decides the order."""

_RANKED = {
    "a": "aa", "ă": "ab", "â": "ac", "d": "da", "đ": "db", "e": "ea", "ê": "eb",
    "o": "oa", "ô": "ob", "ơ": "oc", "u": "ua", "ư": "ub",
}  # fmt: skip
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_DIGITS_PER_CHUNK = 26


def sort_key(text: str) -> str:
    """The key of a title or a place: word by word, numbers by their value."""
    return "".join(map(_token_key, _tokens(text)))[:MAX_SORT_KEY]


def person_sort_key(name: str) -> str:
    """The key of a person's name: by tên (last word), then họ, then đệm."""
    words = _tokens(name)
    given_name_first = words[-1:] + words[:-1]
    return "".join(map(_token_key, given_name_first))[:MAX_SORT_KEY]


def _tokens(text: str) -> list[str]:
    text = nfc(text).replace("Ð", "Đ").replace("ð", "đ").lower()
    return _TOKEN.findall(unicodedata.normalize("NFC", text))


def _token_key(token: str) -> str:
    if token[0].isdigit():
        return _number_key(token)
    letters, tone = split_tone(token)
    return "".join(map(_letter_key, letters)) + str(tone + 1)


def _number_key(digits: str) -> str:
    """`0`, the number of digits as a letter, the digits: 9 before 10, both before a."""
    plain = "".join(str(unicodedata.digit(char, 0)) for char in digits).lstrip("0")
    chunks = [
        plain[start : start + _DIGITS_PER_CHUNK]
        for start in range(0, len(plain) or 1, _DIGITS_PER_CHUNK)
    ]
    return "".join(
        "0" + chr(ord("a") + max(len(chunk), 1) - 1) + (chunk or "0")
        for chunk in chunks
    )


def _letter_key(letter: str) -> str:
    if letter in _RANKED:
        return _RANKED[letter]
    base = drop_marks(letter)
    if len(base) == 1 and "a" <= base <= "z":
        return base + "a"
    return "".join(_foreign_key(char) for char in base)


def _foreign_key(letter: str) -> str:
    """Any other script, after z and in the order of its code points."""
    code, number = "", ord(letter)
    for _ in range(5):
        number, rest = divmod(number, 26)
        code = chr(ord("a") + rest) + code
    return "zz" + code
