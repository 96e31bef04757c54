"""How many of the provisions that labelled texts have are found, and how many right."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from documents.law.provisions import Level
from documents.law.scores import Score
from documents.law.structure.parser import parse_provisions

CLASSES = ("container", "article", "clause", "point", "other")
"""Kinds of provision the scores tell apart; `container` is what holds articles."""

_CONTAINERS = (Level.PART, Level.CHAPTER, Level.SECTION, Level.SUBSECTION)
_OTHERS = (Level.CLOSING, Level.ATTACHMENT, Level.APPENDIX)


def measure(
    texts: Iterable[Mapping[str, Any]],
) -> tuple[dict[str, Score], list[str]]:
    """Scores by kind, and a line for each provision missed or invented.

    A text has `text` and `expected`: the anchors of its provisions, without what stands
    before the first.
    """
    scores = {name: Score() for name in CLASSES}
    remarks: list[str] = []
    for text in texts:
        read = Counter(
            piece.anchor
            for piece in parse_provisions(text["text"])
            if piece.level is not Level.PREAMBLE
        )
        for anchor in text["expected"]:
            score = scores[_kind(anchor)]
            score.labelled += 1
            if read[anchor]:
                read[anchor] -= 1
                score.found += 1
                score.right += 1
            else:
                remarks.append(f"missed: {anchor}")
        for anchor in read.elements():
            scores[_kind(anchor)].wrong += 1
            remarks.append(f"invented: {anchor}")
    return scores, remarks


def _kind(anchor: str) -> str:
    """What the last step of an anchor is."""
    own = anchor.rpartition("--")[2] or anchor
    last = max(Level, key=lambda level: own.rfind(f"{level}-"))
    if own.rfind(f"{last}-") < 0 or own.startswith(_OTHERS):
        return "other"
    if last in _CONTAINERS:
        return "container"
    return last.name.lower()
