"""Where a provision that an amendment adds belongs in a text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from documents.law.provisions import Level, Step, anchor_path, label_key, path_anchor
from documents.law.structure import Provision


@dataclass(frozen=True, slots=True)
class Place:
    """Before which piece to put the new one, and what the new one is."""

    index: int
    root: Provision


class Nested(Protocol):
    """A piece that says what it lies in."""

    @property
    def anchor(self) -> str: ...
    @property
    def parent(self) -> str: ...


def subtree_end(pieces: Sequence[Nested], index: int) -> int:
    """One past the last piece lying inside the piece at the index."""
    within = {pieces[index].anchor}
    end = index + 1
    while end < len(pieces) and pieces[end].parent in within:
        within.add(pieces[end].anchor)
        end += 1
    return end


def place_of(anchor: str, pieces: Sequence[Provision]) -> Place | None:
    """Among its siblings by number; None where the text has no such place."""
    part, _mark, name = anchor.rpartition("--")
    if name.split("-")[:2] == ["phu", "luc"]:
        return Place(len(pieces), _appendix(anchor, name))
    steps = anchor_path(name)
    if not steps:
        return None
    *outer, own = steps
    parent = path_anchor(tuple(outer), part) if outer else None
    siblings = [
        index
        for index, piece in enumerate(pieces)
        if piece.part == part
        and piece.level is own.level
        and (parent is None or piece.parent == parent)
    ]
    smaller = [i for i in siblings if label_key(pieces[i].label) < label_key(own.label)]
    if smaller:
        last = smaller[-1]
        return Place(subtree_end(pieces, last), _like(pieces[last], own, anchor))
    if siblings:
        return Place(siblings[0], _like(pieces[siblings[0]], own, anchor))
    return _first_child(parent, own, anchor, pieces)


def _first_child(
    parent: str | None, own: Step, anchor: str, pieces: Sequence[Provision]
) -> Place | None:
    for index, piece in enumerate(pieces):
        if piece.anchor == parent:
            path = (*piece.path, own)
            root = Provision(
                own.level, own.label, "", "", 0, anchor, piece.anchor, piece.part, path
            )
            return Place(index + 1, root)
    return None


def _appendix(anchor: str, name: str) -> Provision:
    label = name.removeprefix(Level.APPENDIX.value).strip("-").upper()
    return Provision(Level.APPENDIX, label, "", "", 0, anchor, part=anchor)


def _like(sibling: Provision, own: Step, anchor: str) -> Provision:
    """A piece standing beside its sibling, under the same parent."""
    path = (*sibling.path[:-1], own)
    return Provision(
        own.level, own.label, "", "", 0, anchor, sibling.parent, sibling.part, path
    )
