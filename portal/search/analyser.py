"""From text to the tokens that every engine stores: plain ASCII, the same everywhere.

Each word gives a folded token (`sang` for sáng) and an exact one in canonical Telex
(`sangs`). No engine is trusted to know Vietnamese: FTS5's `ascii`, PostgreSQL's
`simple` and a whitespace analyser then agree on what a token is.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from portal.search.syllable_codes import coded
from portal.search.telex import telex
from portal.vietnamese import fold, nfc
from portal.vietnamese.letters import WIDE_SPACES, ZERO_WIDTH

LONGEST_TOKEN = 40
#: Longer texts are read anew each time: a thousand of them would take much memory.
_SHORT = 5_000

_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)*")
_UNSEEN = re.compile(f"[{ZERO_WIDTH}{WIDE_SPACES}]")
_SPELT = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text, where it stands, and how it is found."""

    start: int
    end: int
    word: str
    folded: str
    exact: str

    @property
    def has_marks(self) -> bool:
        return self.exact != self.folded


def composed(text: str) -> str:
    """The text as it is stored and shown: composed, nothing invisible."""
    text = text.replace("\0", " ")
    if _UNSEEN.search(text):
        return nfc(text, plain_spaces=True)
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=65_536)
def analysed(word: str) -> tuple[str, str]:
    """The folded and the exact token of one composed word; texts repeat few words."""
    small = word.lower().replace("&", "")
    if small.isascii() and small.isdecimal():
        number = (small.lstrip("0") or "0")[:LONGEST_TOKEN]
        return number, number
    plain = fold(small)
    folded, exact = fold(small, merge_i_y=True), telex(small)
    if folded != plain and "y" in exact:
        # kỹ is kĩ with its marks too: only the y of an open syllable turns.
        before, _y, after = exact.rpartition("y")
        exact = f"{before}i{after}"
    return _ascii(folded), _ascii(exact)


def tokens(text: str) -> list[Token]:
    """Every word of a composed text, in order."""
    return [
        Token(found.start(), found.end(), found[0], *analysed(found[0]))
        for found in _WORD.finditer(text)
    ]


def tokens_among(text: str, folded: Collection[str]) -> list[Token]:
    """The words of a text that are among these, without making anything of others."""
    wanted = frozenset(folded)
    read = _pieces if len(text) <= _SHORT else _pieces.__wrapped__
    pieces, lines, ends = read(text)
    places = [
        place
        for place, line in enumerate(lines)
        if line in wanted or (" " in line and not wanted.isdisjoint(line.split()))
    ]
    found = []
    for place in places:
        piece = pieces[place]
        at = ends[place] - len(piece) + place
        words = _piece(piece) if len(piece) <= _Known.LONGEST else tokens(piece)
        found += [
            Token(at + one.start, at + one.end, one.word, one.folded, one.exact)
            for one in words
            if one.folded in wanted
        ]
    return found


@lru_cache(maxsize=1_000)
def _pieces(text: str) -> tuple[list[str], list[str], list[int]]:
    """What stands between spaces, as it is and folded, and what comes before its end
    without them: results show the same texts again and again."""
    pieces = text.split(" ")
    lines = [*map(_FOLDED.__getitem__, pieces)]
    return pieces, lines, [*accumulate(map(len, pieces))]


@lru_cache(maxsize=20_000)
def _piece(piece: str) -> list[Token]:
    """The words between two spaces; many texts have the same. Nobody changes it."""
    return tokens(piece)


def analysed_words(text: str) -> list[tuple[str, str]]:
    """The folded and the exact token of every word, where it stands left aside."""
    return [analysed(word) for word in _WORD.findall(text)]


def folded_line(text: str) -> str:
    """The folded tokens alone, a space between them, as fast as can be."""
    return " ".join(filter(None, map(_FOLDED.__getitem__, text.split())))


def coded_line(text: str) -> str:
    """The same line as `portal.search.syllable_codes` writes it."""
    return "".join(map(_CODED.__getitem__, text.split()))


def folded_words(text: str) -> list[str]:
    return folded_line(text).split()


class _Known(dict[str, str]):
    """What was made of a piece of text, kept: texts repeat few of them.

    Asking for what is known calls nothing. Rare and endless pieces do not fill it.
    """

    _MOST, LONGEST = 100_000, 32

    def __init__(self, line_of: Callable[[str], str]) -> None:
        super().__init__()
        self._line_of = line_of

    def __missing__(self, piece: str) -> str:
        words = (analysed(word)[0] for word in _WORD.findall(piece))
        line = self._line_of(" ".join(filter(None, words)))
        if len(piece) <= self.LONGEST:
            if len(self) >= self._MOST:
                self.clear()
            self[piece] = line
        return line


# No word holds a space: pieces between spaces can be read one by one.
_FOLDED, _CODED = _Known(str), _Known(coded)


def stream(words: Iterable[str]) -> str:
    """Words with a single space between them and around: a word is found as ` w `."""
    joined = " ".join(words)
    return f" {joined} " if joined else ""


def _ascii(token: str) -> str:
    """Letters of other scripts as their codes: still words, and still ASCII."""
    if not _SPELT.fullmatch(token):
        plain = unicodedata.normalize("NFKD", token)
        token = "".join(map(_spelt, plain))
    return token[:LONGEST_TOKEN]


def _spelt(char: str) -> str:
    if char.isascii():
        return char.lower() if char.isalnum() else ""
    return "" if unicodedata.combining(char) else f"u{ord(char):x}"
