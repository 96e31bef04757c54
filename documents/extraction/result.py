"""What extraction hands back: text, and what an editor should know of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to look at before the text is trusted; `params` fill the sentence."""

    code: str
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Extraction:
    """The text of one file, a paragraph or table row per line.

    `text` is empty when there is no text layer. `pages` is None where the format
    does not know. `tables_kept` counts the tables whose rows stand in the text as
    `| a | b |`.
    """

    kind: str
    text: str
    pages: int | None
    has_text_layer: bool
    sha256: str
    size: int
    tables_kept: int = 0
    remarks: tuple[Remark, ...] = ()
