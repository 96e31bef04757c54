"""The printed act: what its table of contents lists."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import template

from documents.acts.lines import ShownProvision, TextLine
from documents.acts.text import Block

register = template.Library()

# Fewer headings are found by leafing through.
_FEW = 12
# So many chapters stand for the articles in them.
_CHAPTERS = 3
_LONGEST_TITLE = 160


@dataclass(frozen=True, slots=True)
class PrintedEntry:
    anchor: str
    text: str


@register.simple_tag
def print_contents(blocks: Iterable[Block]) -> list[PrintedEntry]:
    """Chapters of a long act, or its articles where it has none; else nothing."""
    headed = [piece for block in blocks for piece in block.pieces if piece.tag]
    if len(headed) <= _FEW:
        return []
    chapters = [piece for piece in headed if piece.tag == "h2"]
    listed = chapters if len(chapters) >= _CHAPTERS else headed
    return [PrintedEntry(piece.anchor, _title(piece)) for piece in listed]


def _title(piece: ShownProvision) -> str:
    """The heading, and for a chapter the words under it."""
    first = piece.lines[0] if piece.lines else None
    if piece.tag != "h2" or not isinstance(first, TextLine):
        return piece.entry
    under = "".join(words for _marked, words in first.runs).strip()
    joined = f"{piece.heading}. {under}"
    return joined if len(joined) <= _LONGEST_TITLE else piece.heading
