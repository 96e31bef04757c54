"""The text of an act on a day, each provision knowing which effect made it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from documents.law.effects.consolidated import (
    ConsolidatedProvision,
    Consolidation,
    TextState,
)
from documents.law.effects.model import TEXT_KINDS, Effect, EffectKind, Scope
from documents.law.effects.named_days import without_named
from documents.law.effects.phrases import renamed, replaced
from documents.law.effects.placement import place_of, subtree_end
from documents.law.provisions import Level
from documents.law.structure import Provision, parse_fragment

_ALSO_WHOLE = (
    EffectKind.AMENDS, EffectKind.SUPPLEMENTS, EffectKind.REPLACES_PHRASE,
    EffectKind.CORRECTS,
)  # fmt: skip


def consolidate(
    provisions: Sequence[Provision], effects: Iterable[Effect], on: date
) -> Consolidation:
    """Apply the confirmed effects begun by that day, in order of date, to the text.

    `effects` are those reaching this act. Nothing applied leaves the text as stored,
    to the byte.
    """
    counting = sorted(
        (effect for effect in without_named(effects, on) if effect.counts_on(on)),
        # What begins later does so in the words it has by then.
        key=lambda effect: (effect.kind is EffectKind.POSTPONES, effect.order),
    )
    work = _Work([ConsolidatedProvision(piece) for piece in provisions])
    for effect in counting:
        work.apply(effect)
    return Consolidation(
        on,
        tuple(work.pieces),
        tuple(work.pending),
        tuple(work.unplaced),
        tuple(work.missing),
    )


class _Work:
    """The text while effects are being applied to it."""

    def __init__(self, pieces: list[ConsolidatedProvision]) -> None:
        self.pieces = pieces
        self.pending: list[Effect] = []
        self.unplaced: list[Effect] = []
        self.missing: list[Effect] = []
        self._places: dict[str, int] | None = None

    def apply(self, effect: Effect) -> None:
        if not _reaches_text(effect):
            return
        if effect.kind is EffectKind.REPLACES_PHRASE or effect.phrase:
            self._replace_phrase(effect)
            return
        if effect.scope is Scope.WHOLE or not effect.provision:
            self.pending.append(effect)
            return
        index = self._index(effect.provision)
        if index is None:
            self._add(effect)
        elif effect.kind is EffectKind.SUSPENDS:
            self._mark(index, lambda piece: replace(piece, suspended_by=effect))
        elif effect.kind is EffectKind.POSTPONES:
            self._mark(index, lambda piece: replace(piece, begins_by=effect))
        elif effect.kind is EffectKind.REPEALS:
            self._mark(index, lambda piece: _repealed(piece, effect))
        elif effect.new_text is None:
            self.pending.append(effect)
            piece = self.pieces[index]
            self.pieces[index] = replace(piece, pending=(*piece.pending, effect))
        elif effect.kind is EffectKind.RENAMES:
            self._rename(index, effect, effect.new_text)
        else:
            self._rewrite(index, effect, effect.new_text)

    def _index(self, anchor: str) -> int | None:
        """An act may be changed in hundreds of places: it is not searched for each."""
        if self._places is None:
            self._places = {p.provision.anchor: i for i, p in enumerate(self.pieces)}
        return self._places.get(anchor)

    def _put(self, index: int, end: int, new: list[ConsolidatedProvision]) -> None:
        before = [piece.anchor for piece in self.pieces[index:end]]
        if before != [piece.anchor for piece in new]:
            self._places = None
        self.pieces[index:end] = new

    def _end(self, index: int) -> int:
        return subtree_end(self.pieces, index)

    def _mark(
        self,
        index: int,
        change: Callable[[ConsolidatedProvision], ConsolidatedProvision],
    ) -> None:
        end = self._end(index)
        self.pieces[index:end] = map(change, self.pieces[index:end])

    def _rewrite(self, index: int, effect: Effect, wording: str) -> None:
        """New wording in the old place, with the line ends the old one had."""
        end = self._end(index)
        old = "".join(
            piece.text or piece.former_text for piece in self.pieces[index:end]
        )
        line_ends = old[len(old.rstrip()) :]
        root = self.pieces[index].provision
        new = parse_fragment(wording.rstrip() + line_ends, root)
        others = self.pieces[:index] + self.pieces[end:]
        made = _made(new, root, others, effect, TextState.AMENDED)
        self._put(index, end, made)

    def _rename(self, index: int, effect: Effect, heading: str) -> None:
        """A new heading; what stands below it stays as it is."""
        piece = self.pieces[index]
        new = renamed(piece.provision, heading)
        if new is None:
            self.missing.append(effect)
            return
        self.pieces[index] = replace(
            piece, provision=new, state=TextState.AMENDED, made_by=effect
        )

    def _replace_phrase(self, effect: Effect) -> None:
        """In the place it names and what lies inside, or everywhere in the act."""
        first, end = 0, len(self.pieces)
        if effect.scope is Scope.PART:
            index = self._index(effect.provision) if effect.provision else None
            if index is None:
                unknown = self.unplaced if effect.provision else self.pending
                unknown.append(effect)
                return
            first, end = index, self._end(index)
        if not effect.phrase or effect.new_text is None:
            self.pending.append(effect)
            return
        found = False
        for at in range(first, end):
            piece = self.pieces[at]
            new = replaced(piece.provision, effect.phrase, effect.new_text)
            if new is not None:
                found = True
                self.pieces[at] = replace(
                    piece, provision=new, state=TextState.AMENDED, made_by=effect
                )
        if not found:
            self.missing.append(effect)

    def _add(self, effect: Effect) -> None:
        if effect.kind is not EffectKind.SUPPLEMENTS:
            self.unplaced.append(effect)
            return
        if effect.new_text is None:
            self.pending.append(effect)
            return
        place = place_of(effect.provision, [piece.provision for piece in self.pieces])
        if place is None:
            self.unplaced.append(effect)
            return
        wording = effect.new_text.strip() + "\n"
        before = self.pieces[: place.index]
        unfinished = next((p.text for p in reversed(before) if p.text), "\n")
        if not unfinished.endswith("\n"):
            wording = "\n" + wording
        new = parse_fragment(wording, place.root)
        made = _made(new, place.root, self.pieces, effect, TextState.ADDED)
        self._put(place.index, place.index, made)


def _reaches_text(effect: Effect) -> bool:
    """An act repealed, replaced or suspended whole keeps its words."""
    if effect.scope is Scope.WHOLE:
        return effect.kind in _ALSO_WHOLE
    if effect.kind in (EffectKind.SUSPENDS, EffectKind.POSTPONES):
        return bool(effect.provision)
    return effect.kind in TEXT_KINDS


def _repealed(piece: ConsolidatedProvision, effect: Effect) -> ConsolidatedProvision:
    return replace(
        piece,
        provision=replace(piece.provision, text=""),
        state=TextState.REPEALED,
        made_by=effect,
        former_text=piece.text or piece.former_text,
    )


def _made(
    new: list[Provision],
    root: Provision,
    others: Iterable[ConsolidatedProvision],
    effect: Effect,
    state: TextState,
) -> list[ConsolidatedProvision]:
    """The new pieces, unsplit if one would take an anchor that is in use.

    Below an article every anchor starts with the article's, so none can.
    """
    if root.level.rank < Level.ARTICLE.rank:
        taken = {piece.anchor for piece in others}
        if any(piece.anchor in taken for piece in new):
            whole = "".join(piece.text for piece in new)
            new = [replace(root, text=whole, start=0)]
    return [ConsolidatedProvision(piece, state, effect) for piece in new]
