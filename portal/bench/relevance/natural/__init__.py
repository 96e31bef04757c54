"""Questions in the words of those who asked them, graded by reading the demonstration.

Their author had not seen the ranker, nor asked it. `open` may be read by whoever mends
the ranker; `kept` is asked, never read: what it says of a change is then true.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).parent
#: Nobody has a kept half while a new one is being written.
HALVES = tuple(
    half for half in ("open", "kept") if (_FOLDER / f"{half}.jsonl").exists()
)


@dataclass(frozen=True, slots=True)
class Natural:
    """A query as typed; `right` grades paths: 3 wanted, 2 nearly, 1 helps."""

    query: str
    who: str
    kind: str
    right: Mapping[str, int]


def natural_queries(half: str) -> list[Natural]:
    """The queries of a half that have an answer here."""
    lines = (_FOLDER / f"{half}.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [
        Natural(row["query"], row["who"], row["kind"], row["right"])
        for row in rows
        if row["right"]
    ]
