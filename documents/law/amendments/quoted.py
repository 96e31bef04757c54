"""The quotation after an instruction, given to the changes that want wording."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from documents.law.amendments.change import TextChange
from documents.law.amendments.model import Doubt
from documents.law.amendments.paragraphs import Paragraph
from documents.law.amendments.places import NamedPlace
from documents.law.amendments.statements import Statement
from documents.law.amendments.wording import wordings
from documents.law.amendments.words import HIDDEN
from documents.law.effects import EffectKind
from documents.law.effects.model import TEXT_KINDS
from documents.law.quotations import is_one_sided

Words = Callable[[int, int], str]
"""Gives the text between two places as printed."""

WORDED = TEXT_KINDS - {EffectKind.REPEALS}
"""Kinds that bring new wording."""

_LONG = 1500
_INLINE = re.compile(r"như\s+sau\s*:[ \t]*(?=[^\s\n])", re.IGNORECASE)
_QUOTED = re.compile(rf"{HIDDEN}+")


def own_words(one: Statement, part: Paragraph, masked: str) -> tuple[int, int]:
    """Where the words of an instruction stand, without the wording it brings: the whole
    paragraph, of a long one the statement.
    """
    start = one.begins if part.end - part.start > _LONG else part.start
    last = max(one.end, one.tail_end)
    colon = masked.find(":", one.tail, last)
    quote = masked.find(HIDDEN, one.tail, last)
    if colon >= 0 and (quote < 0 or colon < quote):
        after = masked[colon + 1 : colon + 20].lstrip()
        if not after or after.startswith(HIDDEN):
            return start, colon + 1
    return start, last


def quoted_by(one: Statement, masked: str, words: Words) -> str:
    """What it quotes, a line for each quotation; empty where it quotes nothing."""
    start = one.tail if one.passive else one.end
    return "\n".join(
        words(found.start(), found.end())
        for found in _QUOTED.finditer(masked, start, one.tail_end)
    )


def unquoted_by(one: Statement, masked: str, words: Words) -> str:
    """What stands after "như sau:" in the same line without quotation marks."""
    said = _INLINE.search(masked, one.tail, one.tail_end)
    if not said or HIDDEN in masked[said.end() : one.tail_end]:
        return ""
    return words(said.end(), one.tail_end).strip()


def give(
    changes: list[TextChange],
    waiting: Sequence[int],
    quoted: str,
    doubt: Doubt | None = None,
) -> None:
    """The wording to those at these positions that need one, in the list itself."""
    wanting = [
        index
        for index in waiting
        if changes[index].kind in WORDED and changes[index].place
    ]
    if not doubt and is_one_sided(quoted):
        doubt = Doubt.OPEN_QUOTATION
    places = [changes[index].place or NamedPlace(()) for index in wanting]
    for index, text in zip(wanting, wordings(places, quoted), strict=True):
        change = changes[index]
        partial = change.place is not None and change.place.partial
        if text is None or partial:
            changes[index] = unworded(change, waits=False)
        else:
            doubts = (*change.doubts, doubt) if doubt else change.doubts
            changes[index] = replace(change, new_text=text, doubts=doubts)


def unworded(change: TextChange, *, waits: bool) -> TextChange:
    """The change with its doubt; with `waits` its wording may yet stand below."""
    if change.kind not in WORDED or change.place is None:
        return change
    doubts = change.doubts
    if Doubt.ONLY_PART_OF_PLACE not in doubts:
        doubts = (*doubts, Doubt.NO_WORDING)
    return replace(change, doubts=doubts, waits=waits)
