"""What a reader of one format has found so far; the child process sends it home."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from documents.extraction.result import Remark


@dataclass(slots=True)
class Reading:
    """The text of a file and the remarks on it, without the file's own facts."""

    kind: str
    text: str = ""
    pages: int | None = None
    has_text_layer: bool = True
    tables: int = 0
    remarks: list[Remark] = field(default_factory=list)

    def note(self, code: str, **params: Any) -> None:
        self.remarks.append(Remark(code, params))
