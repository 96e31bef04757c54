"""A text made uniform for pattern matching, with the way back to the original.

Rules look for "Điều" and "QĐ-UBND" in one spelling; texts hold them decomposed, with
NBSP, en dashes, Ð for Đ and characters nobody sees. What is found in the copy is
reported at its exact place in the original.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from documents.law.symbols import LOOKALIKES
from portal.vietnamese.letters import WIDE_SPACES, ZERO_WIDTH

_IRREGULAR = re.compile(
    rf"[{ZERO_WIDTH}]+|.[\u0300-\u036f][\u0300-\u036f{ZERO_WIDTH}]*", re.DOTALL
)
_ONE_TO_ONE = LOOKALIKES | dict.fromkeys(map(ord, WIDE_SPACES), " ")


@dataclass(frozen=True, slots=True)
class NormalizedText:
    """`text` is what to search; `span` says where a stretch of it came from."""

    text: str
    # Where each stretch starts in the copy and in the original, and its length there.
    _starts: tuple[int, ...]
    _origins: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, original: str) -> "NormalizedText":
        """One character for one, except for composed and dropped ones."""
        pieces: list[str] = []
        starts: list[int] = []
        origins: list[tuple[int, int]] = []
        length = done = 0
        for found in _IRREGULAR.finditer(original):
            here = original[done : found.start()]
            composed = unicodedata.normalize(
                "NFC", "".join(c for c in found[0] if c not in ZERO_WIDTH)
            )
            for piece, origin, size in (
                (here, done, len(here)),
                (composed, found.start(), len(found[0])),
            ):
                if piece:
                    starts.append(length)
                    origins.append((origin, size))
                    pieces.append(piece)
                    length += len(piece)
            done = found.end()
        if done < len(original) or not starts:
            starts.append(length)
            origins.append((done, len(original) - done))
            pieces.append(original[done:])
        return cls(
            "".join(pieces).translate(_ONE_TO_ONE), tuple(starts), tuple(origins)
        )

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the original; marks stay with letters."""
        first = self._place(start)
        if end <= start:
            return first, first
        return first, max(first, self._place(end - 1, after=True))

    def _place(self, index: int, *, after: bool = False) -> int:
        piece = max(bisect_right(self._starts, index) - 1, 0)
        origin, size = self._origins[piece]
        into = index - self._starts[piece]
        copied = self._copied(piece)
        if size == copied:
            return origin + min(into + after, size)
        return origin + size if after or into >= copied else origin

    def _copied(self, piece: int) -> int:
        following = piece + 1
        end = (
            self._starts[following] if following < len(self._starts) else len(self.text)
        )
        return end - self._starts[piece]
