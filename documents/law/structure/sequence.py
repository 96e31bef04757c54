"""Which candidate lines really open provisions: acts number without jumping.

"30. …" at the start of a wrapped line is no clause after clause 2 when a clause 3
follows, and "Điều 5. …" after Điều 7 is another act's article.
"""

from bisect import bisect_right
from collections.abc import Sequence

from documents.law.provisions import Level, label_key
from documents.law.structure.heads import Head

_LARGEST_JUMP = 20
_TEXT_ENDS = {Level.ATTACHMENT, Level.APPENDIX}
_CLAUSES_END = _TEXT_ENDS | {
    Level.ARTICLE, Level.PART, Level.SECTION, Level.SUBSECTION,
}  # fmt: skip
# What ends the stretch in which the labels of a level go on counting.
_ENDS = {
    Level.CHAPTER: _TEXT_ENDS | {Level.PART},
    Level.SECTION: _TEXT_ENDS | {Level.PART, Level.CHAPTER},
    Level.SUBSECTION: _TEXT_ENDS | {Level.PART, Level.CHAPTER, Level.SECTION},
    Level.ARTICLE: _TEXT_ENDS,
    Level.CLAUSE: _CLAUSES_END,
    Level.POINT: _CLAUSES_END | {Level.CLAUSE},
}


class LabelSequence:
    """Answers, for the candidates of one text, what comes later."""

    def __init__(self, candidates: Sequence[Head]) -> None:
        self._places: dict[tuple[Level, int], list[int]] = {}
        self._of_level: dict[Level, list[int]] = {}
        self._candidates = candidates
        self._size = len(candidates)
        for index, head in enumerate(candidates):
            self._places.setdefault((head.level, head.number), []).append(index)
            self._of_level.setdefault(head.level, []).append(index)

    def follows(self, index: int, head: Head, before: str) -> bool:
        """Whether the head continues from the label before it ("" at a start)."""
        if head.level not in _ENDS or head.number == 0:
            return True
        last = Head(0, head.level, before, "").number if before else 0
        if head.number == last + 1:
            return True
        if head.number <= last:
            return head.number == last and label_key(head.label) > label_key(before)
        jump = head.number - last
        return jump <= _LARGEST_JUMP and not self._comes_later(
            index, head.level, last + 1
        )

    def is_next(self, head: Head, before: str) -> bool:
        """Whether the head is the very next after the label before it."""
        last = Head(0, head.level, before, "").number if before else 0
        return head.number == last + 1

    def text_has(self, index: int, level: Level) -> bool:
        """Whether the text starting at this candidate has the level at all."""
        following = _next(self._of_level.get(level, []), index - 1, self._size)
        return following < self._end(index, _TEXT_ENDS)

    def next_number(self, index: int, level: Level) -> int:
        """The number of the next candidate of a level, 0 if there is none."""
        following = _next(self._of_level.get(level, []), index, self._size)
        return self._candidates[following].number if following < self._size else 0

    def _comes_later(self, index: int, level: Level, number: int) -> bool:
        following = _next(self._places.get((level, number), []), index, self._size)
        return following < self._end(index, _ENDS[level])

    def _end(self, index: int, levels: set[Level]) -> int:
        return min(
            _next(self._of_level.get(level, []), index, self._size) for level in levels
        )


def _next(places: list[int], index: int, default: int) -> int:
    later = bisect_right(places, index)
    return places[later] if later < len(places) else default
