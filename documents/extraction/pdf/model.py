"""The things a page is made of, in points from its lower left corner, upright."""

from __future__ import annotations

from dataclasses import dataclass, field

from portal.vietnamese import LegacyEncoding

RAISED_OPEN, RAISED_CLOSE = "\ue0f0", "\ue0f1"
"""Stand around small raised digits until it is known whether they call a note."""


@dataclass(slots=True)
class TextSpan:
    """Text shown by one operator, from x0 to x1 on a baseline.

    `artifact` is what the file itself says is no content: page numbers, running
    heads. `legacy` is the encoding from before Unicode its font is named for; of TCVN3
    the letters are decoded already, VNI writes one letter with two codes.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    artifact: bool = False
    legacy: LegacyEncoding | None = None


@dataclass(slots=True)
class Rule:
    """A straight line drawn across (y0 == y1) or down (x0 == x1)."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def across(self) -> bool:
        return self.y0 == self.y1


@dataclass(slots=True)
class PageContent:
    """Everything on one page, before any of it is put in order.

    `unseen` counts characters set invisibly: what OCR lays under a picture.
    """

    width: float
    height: float
    pieces: list[TextSpan] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    picture_share: float = 0.0
    unseen: int = 0
    turned_pieces: int = 0


@dataclass(slots=True)
class PrintedLine:
    """One printed line; `segments` are its stretches between wide gaps.

    `left` and `right` bound the column it stands in; `aside` marks a line of a
    masthead or signature, set in columns of their own; `legacy` one whose font told
    that it was typed before Unicode; `gap` is the distance to the line above, None at
    the top of a page.
    """

    page: int
    x0: float
    x1: float
    y: float
    size: float
    segments: list[tuple[float, float, str]]
    left: float = 0.0
    right: float = 0.0
    gap: float | None = None
    aside: bool = False
    legacy: bool = False

    @property
    def text(self) -> str:
        return " ".join(text for _, _, text in self.segments)


@dataclass(slots=True)
class TableBlock:
    """A ruled table: its rows of cells, and where its top is."""

    page: int
    x0: float
    x1: float
    y: float
    bottom: float
    rows: list[list[str]]
