"""What both formats do to a line of text before it counts as one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from documents.extraction.legacy import decoded, encodings_of
from portal.vietnamese import LegacyEncoding, nfc
from portal.vietnamese.letters import ZERO_WIDTH

# Bullets of Symbol and Wingdings, which no other font can show.
_SYMBOLS = str.maketrans(
    {
        "\uf02d": "-", "\uf0be": "-", "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "•",
        "\uf076": "•", "\uf06e": "▪", "\uf0fc": "✓", "\uf0fe": "☒", "\uf0a8": "□",
        "\uf06f": "□", "\uf0b3": "≥", "\uf0a3": "≤", "\uf0b4": "×", "\uf0b1": "±",
        "\uf02b": "+", "\uf0e0": "→", "\uf0ae": "→",
    }
)  # fmt: skip
# Printing nothing, and seen by no reader; the soft hyphen stays until it is clear that
# it is not the letter ư of a TCVN3 font.
_CONTROLS = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
    + ZERO_WIDTH.replace("\u00ad", "")
    + "]"
)
_SPACES = re.compile(r"[ \t\r\n\x0b\x0c\u2028\u2029\x85]+")
_WORD = re.compile(r"[^\W\d_]")
_ROW = "| "


class Cleaner:
    """Cleans lines and remembers how many were in a legacy encoding."""

    def __init__(self) -> None:
        self.legacy_lines = 0

    def clean(self, text: str) -> str:
        """One line: Unicode, composed, single spaces, nothing that prints no ink.

        Text typed for a TCVN3 or VNI font is decoded, line by line: one document
        often mixes such fonts with Unicode ones.
        """
        text = _CONTROLS.sub("", text.translate(_SYMBOLS))
        return self._decoded(text, *encodings_of([text]))

    def clean_all(self, texts: Iterable[str]) -> list[str]:
        """Lines that stand together; rows of a table have been cleaned already.

        A line too short to tell by itself is in the encoding of those around it.
        """
        plain = [_CONTROLS.sub("", text.translate(_SYMBOLS)) for text in texts]
        known = iter(
            encodings_of([text for text in plain if not text.startswith(_ROW)])
        )
        return [
            text if text.startswith(_ROW) else self._decoded(text, next(known))
            for text in plain
        ]

    def _decoded(self, text: str, encoding: LegacyEncoding | None) -> str:
        if encoding:
            self.legacy_lines += 1
            text = decoded(text, encoding)
        return _SPACES.sub(" ", nfc(text, plain_spaces=True)).strip()

    def table_row(self, cells: Sequence[str]) -> str:
        """`| a | b |`, a bar inside a cell written `\\|`; empty without any words."""
        clean = [self.clean(cell).replace("|", "\\|") for cell in cells]
        if not any(clean):
            return ""
        return f"| {' | '.join(clean)} |".replace("  ", " ")


def letters(text: str) -> int:
    """How many letters a text has: what tells words from a page number."""
    return len(_WORD.findall(text))


def as_text(lines: Iterable[str]) -> str:
    """Lines as one text, empty ones left out, ending in a newline."""
    kept = [line for line in lines if line]
    return "\n".join(kept) + "\n" if kept else ""
