"""The words of initiatives and needs, folded so that accents do not matter. Pure."""

import re
from itertools import pairwise

from portal.vietnamese import fold, nfc

MOST_WORDS = 12
_WORD = re.compile(r"[^\W_]+")
# Words that stand in any question and tell nothing about it.
_EMPTY = frozenset(
    """
    bi cac cach cai cho co con cua da de do duoc gi hay khi khong la lam lai len mot
    nao nay nhu nhung o phai qua ra sao tai the theo thi toi trong tu va vao ve vi voi
    """.split()  # noqa: SIM905  a list of quoted words would be a page long
)

# The same as written: without its accents one of them may be half of another word.
_JOINING = frozenset(
    """
    bị các cách cái cho có của đã để do được gì hay khi không là lại lên một nào này
    như những ở phải qua ra tại thế theo thì tôi trong từ và vào về vì với
    """.split()  # noqa: SIM905  a list of quoted words would be a page long
)


def searchable(text: str) -> str:
    """The folded words with a space before each, so that a word's start is found."""
    return "".join(f" {word}" for word in _WORD.findall(fold(text)))


def query_words(query: str) -> list[str]:
    """The folded words of a query, each once, at most a dozen."""
    return list(dict.fromkeys(_WORD.findall(fold(query))))[:MOST_WORDS]


def telling_words(text: str) -> list[str]:
    """Those that say what it is about, each once."""
    found = _WORD.findall(fold(text))
    return list(dict.fromkeys(w for w in found if len(w) > 1 and w not in _EMPTY))


def telling_pairs(text: str) -> list[str]:
    """Neighbouring words that name something, each pair once: "thuoc het", "het han".

    A Vietnamese word is mostly two syllables, and one of them alone says little. What
    only joins others is known by its accents, so that "tái khám" is no "tại khám".
    """
    folded = _WORD.findall(fold(text))
    written = _WORD.findall(nfc(text).lower())
    if len(written) != len(folded):  # signs that fold into more, or fewer, words
        written = folded
    pairs = (
        f"{folded[place]} {folded[place + 1]}"
        for place, (first, second) in enumerate(pairwise(written))
        if first not in _JOINING and second not in _JOINING
    )
    return list(dict.fromkeys(pairs))
