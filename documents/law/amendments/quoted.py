"""The quotation after an instruction, given to the changes that want wording."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from documents.law.amendments.change import TextChange
from documents.law.amendments.model import Doubt
from documents.law.amendments.places import NamedPlace
from documents.law.amendments.statements import Statement
from documents.law.amendments.wording import wordings
from documents.law.amendments.words import HIDDEN
from documents.law.effects import EffectKind

Words = Callable[[int, int], str]
"""Gives the text between two places as printed."""

_QUOTED = re.compile(rf"{HIDDEN}+")


def quoted_by(one: Statement, masked: str, words: Words) -> str:
    """What it quotes, a line for each quotation; empty where it quotes nothing."""
    start = one.tail if one.passive else one.end
    return "\n".join(
        words(found.start(), found.end())
        for found in _QUOTED.finditer(masked, start, one.tail_end)
    )


def give(changes: list[TextChange], waiting: Sequence[int], quoted: str) -> None:
    """The wording to those at these positions that need one, in the list itself."""
    wanting = [
        index
        for index in waiting
        if changes[index].kind is not EffectKind.REPEALS and changes[index].place
    ]
    places = [changes[index].place or NamedPlace(()) for index in wanting]
    for index, text in zip(wanting, wordings(places, quoted), strict=True):
        change = changes[index]
        partial = change.place is not None and change.place.partial
        if text is None or partial:
            changes[index] = unworded(change, waits=False)
        else:
            changes[index] = replace(change, new_text=text)


def unworded(change: TextChange, *, waits: bool) -> TextChange:
    """The change with its doubt; with `waits` its wording may yet stand below."""
    if change.kind is EffectKind.REPEALS or change.place is None:
        return change
    doubts = change.doubts
    if Doubt.ONLY_PART_OF_PLACE not in doubts:
        doubts = (*doubts, Doubt.NO_WORDING)
    return replace(change, doubts=doubts, waits=waits)
