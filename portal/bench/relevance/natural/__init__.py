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
    """A query as typed, and what pages are worth to who asked; paths.

    `right` grades them: 3 is what was looked for and answers outright, as do all that
    answer as well; 2 helps much, but is a step away or says half; 1 touches it. What
    only has the words is worth nothing. `unhelpful` were read and found worth nothing.
    """

    query: str
    who: str
    kind: str
    right: Mapping[str, int]
    unhelpful: frozenset[str] = frozenset()


def natural_queries(half: str) -> list[Natural]:
    """The queries of a half that have an answer here."""
    return [one for one in written_queries(half) if one.right]


def written_queries(half: str) -> list[Natural]:
    """All queries of a half, those that nothing here answers too."""
    lines = (_FOLDER / f"{half}.jsonl").read_text("utf-8").splitlines()
    return [
        Natural(
            row["query"],
            row["who"],
            row["kind"],
            row["right"],
            frozenset(row.get("unhelpful", ())),
        )
        for row in map(json.loads, lines)
    ]
