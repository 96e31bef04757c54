"""Where the A, B, C of guidance without articles stand: above its I, II, or inside."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from documents.law.provisions import SECTION_LETTERS, Level
from documents.law.structure.heads import Head

_OPEN_A_TEXT = (Level.ATTACHMENT, Level.APPENDIX)


def with_letters(candidates: Sequence[Head]) -> list[Head]:
    """The candidates, each lettered one given its level or left out.

    Letters come in order from A. Where an I stands before the first A they divide that
    section and begin again in the next; else they are the largest parts. A text that
    has articles has no lettered parts: there such lines are lists.
    """
    return [head for text in _texts(candidates) for head in _placed(text)]


def _texts(candidates: Sequence[Head]) -> Iterator[list[Head]]:
    """The act's own candidates, then those of each text attached to it."""
    text: list[Head] = []
    for head in candidates:
        if head.level in _OPEN_A_TEXT:
            yield text
            text = []
        text.append(head)
    yield text


def _placed(text: list[Head]) -> Iterator[Head]:
    in_articles = any(head.level is Level.ARTICLE for head in text)
    inside = False
    before = -1
    for head in text:
        if not head.lettered:
            if head.old and before < 0:
                inside = True
            if head.old and inside:
                before = -1
            yield head
        elif not in_articles and _next(before, head):
            before = SECTION_LETTERS.index(head.label)
            yield replace(head, level=Level.SUBSECTION if inside else Level.PART)


def _next(before: int, head: Head) -> bool:
    """Some authors count A, B, C, D, E without Đ."""
    place = SECTION_LETTERS.index(head.label)
    skips = before >= 0 and SECTION_LETTERS[before : place + 1] == "DĐE"
    return place == before + 1 or skips
