"""Which lines "a. …" are points: those that count on from a, where no "a)" stands."""

from collections.abc import Iterator, Sequence

from documents.law.provisions import POINT_ORDER, Level
from documents.law.structure.heads import Head

_FEWEST = 2


def with_points(candidates: Sequence[Head]) -> list[Head]:
    """The candidates without the lines "a. …" that are a list, or words of a sentence.

    Acts of today write points "a)" and let a list inside one count "a."; prints of the
    1980s to 2000s write the points themselves "a." or "a-". So they are points of a
    clause that has no "a)", in order from a, and never one alone.
    """
    return [head for stretch in _stretches(candidates) for head in _kept(stretch)]


def _stretches(candidates: Sequence[Head]) -> Iterator[list[Head]]:
    """Whatever is no point, each with the points after it."""
    stretch: list[Head] = []
    for head in candidates:
        if head.level is not Level.POINT:
            yield stretch
            stretch = []
        stretch.append(head)
    yield stretch


def _kept(stretch: list[Head]) -> Iterator[Head]:
    points = [head for head in stretch if head.level is Level.POINT]
    if any(not head.dotted and head.label == "a" for head in points):
        kept = []
    else:
        kept = _counted(head for head in points if head.dotted)
    for head in stretch:
        if not head.dotted or head in kept:
            yield head


def _counted(points: Iterator[Head]) -> list[Head]:
    """Those that count on from a; some authors count a, b, c, d, e without đ."""
    counted: list[Head] = []
    for head in points:
        before = counted[-1].label if counted else ""
        after = POINT_ORDER[POINT_ORDER.index(before) + 1 :] if before else POINT_ORDER
        if after.startswith(head.label) or (before, head.label) == ("d", "e"):
            counted.append(head)
    return counted if len(counted) >= _FEWEST else []
