"""What a Vietnamese syllable can look like: to tell text from garbled text."""

import re
from functools import lru_cache

from portal.vietnamese.letters import nfc, split_tone

_ONSET = "ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x|"
# Rhymes by their vowels, each with the endings it takes ("." = none).
_ENDINGS = {
    "a": ". c ch i m n ng nh o p t u y",
    "ă": "c m n ng p t",
    "â": "c m n ng p t u y",
    "e": ". c m n ng o p t",
    "ê": ". ch m n nh p t u",
    "i": ". a ch m n nh p t u",
    "iê": "c m n ng p t u",
    "o": ". c i m n ng p t",
    "oa": ". c ch i m n ng nh o p t y",
    "oă": "c m n ng p t",
    "oe": ". m n o t",
    "oo": "c ng",
    "ô": ". c i m n ng p t",
    "ơ": ". i m n p t",
    "u": ". a c i m n ng p t y",
    "uâ": "n ng t y",
    "uê": ". ch nh",
    "uô": "c i m n ng p t",
    "uơ": ". i",
    "uy": "a ch n nh p t u",
    "uyê": "n t",
    "ư": ". a c i m n ng t u",
    "ươ": "c i m n ng p t u",
    "y": ".",
    "yê": "m n ng t u",
}
_RHYMES = frozenset(
    vowels + ending.strip(".")
    for vowels, endings in _ENDINGS.items()
    for ending in endings.split()
)
_SPLIT = re.compile(rf"({_ONSET})(.+)")
_STOPPED = ("c", "ch", "p", "t")
_SAC, _NANG = 4, 5


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether the word is spelt as Vietnamese allows, tone and ending included."""
    bare, tone = split_tone(nfc(word).lower())
    if bare.endswith(_STOPPED) and tone not in (_SAC, _NANG):
        return False
    found = _SPLIT.fullmatch(bare)
    if not found:
        return False
    onset, rhyme = found.groups()
    glide = {"gi": "i", "qu": "u"}.get(onset, "")
    return rhyme in _RHYMES or glide + rhyme in _RHYMES
