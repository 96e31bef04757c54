"""What is suspended on one of two days and not on the other."""

from collections.abc import Iterator
from dataclasses import dataclass

from documents.law.effects.consolidated import (
    ConsolidatedProvision,
    Consolidation,
    TextState,
)
from documents.law.effects.model import Effect


@dataclass(frozen=True, slots=True)
class SuspensionDiff:
    """A provision, with all below it, that is suspended on one of two days alone.

    `is_suspended` says that it is on the later one; `by` is the effect that suspends.
    """

    anchor: str
    is_suspended: bool
    by: Effect


def compare_suspensions(
    before: Consolidation, after: Consolidation
) -> list[SuspensionDiff]:
    """The provisions suspended in one text alone, in order, the outermost of each.

    What only one of the texts has, or what is repealed in one, is not among them: that
    is told as a change of words.
    """
    old = {piece.anchor: piece for piece in before.provisions}
    found: dict[str, SuspensionDiff] = {}
    for earlier, piece in _in_both(old, after):
        was, now = earlier.suspended_by, piece.suspended_by
        by = now or was
        if by and (was is None) is not (now is None):
            found[piece.anchor] = SuspensionDiff(piece.anchor, now is not None, by)
    parents = {piece.anchor: piece.parent for piece in after.provisions}
    return [
        diff
        for anchor, diff in found.items()
        if not _is_same(found.get(parents[anchor]), diff)
    ]


def _in_both(
    old: dict[str, ConsolidatedProvision], after: Consolidation
) -> Iterator[tuple[ConsolidatedProvision, ConsolidatedProvision]]:
    for piece in after.provisions:
        earlier = old.get(piece.anchor)
        if earlier and TextState.REPEALED not in (earlier.state, piece.state):
            yield earlier, piece


def _is_same(above: SuspensionDiff | None, diff: SuspensionDiff) -> bool:
    return bool(
        above and (above.is_suspended, above.by.id) == (diff.is_suspended, diff.by.id)
    )
