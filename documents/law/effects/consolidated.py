"""What a consolidation is: every provision of an act as it stands on a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from documents.law.effects.model import Effect
from documents.law.structure import Provision


class TextState(StrEnum):
    ORIGINAL = "original"
    AMENDED = "amended"
    ADDED = "added"
    REPEALED = "repealed"


@dataclass(frozen=True, slots=True)
class ConsolidatedProvision:
    """A provision as it stands that day.

    A repealed one stays in its place with an empty text and `former_text`, so that
    links to it still lead somewhere. `begins_by` is the effect that lets it begin later
    than that day. `pending` are effects whose wording is missing.
    """

    provision: Provision
    state: TextState = TextState.ORIGINAL
    made_by: Effect | None = None
    suspended_by: Effect | None = None
    begins_by: Effect | None = None
    former_text: str = ""
    pending: tuple[Effect, ...] = ()

    @property
    def anchor(self) -> str:
        return self.provision.anchor

    @property
    def parent(self) -> str:
        return self.provision.parent

    @property
    def text(self) -> str:
        return self.provision.text


@dataclass(frozen=True, slots=True)
class Consolidation:
    """The act on a day: every provision once, in order.

    `pending` are the effects that count but have no new wording yet (or no provision
    named), `unplaced` those whose provision the text does not have, `missing` those
    whose phrase or heading does not stand there: readers are told that the text does
    not show them.
    """

    on: date
    provisions: tuple[ConsolidatedProvision, ...]
    pending: tuple[Effect, ...] = ()
    unplaced: tuple[Effect, ...] = ()
    missing: tuple[Effect, ...] = ()

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.provisions)

    @property
    def is_complete(self) -> bool:
        return not (self.pending or self.unplaced or self.missing)
