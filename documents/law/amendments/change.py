"""A proposal in the making."""

import datetime as dt
from dataclasses import dataclass, replace

from documents.law.amendments.context import Context
from documents.law.amendments.model import Doubt, NamedAct
from documents.law.amendments.places import NamedPlace
from documents.law.amendments.wording import wordings
from documents.law.effects import EffectKind, Scope


@dataclass(frozen=True, slots=True)
class TextChange:
    """A proposal in the making: `start` to `end` are its words; it `waits` for
    wording that stands below it without quotation marks.
    """

    kind: EffectKind
    act: NamedAct | None
    scope: Scope
    place: NamedPlace | None
    start: int
    end: int
    new_text: str | None = None
    phrase: str = ""
    on: dt.date | None = None
    until: dt.date | None = None
    doubts: tuple[Doubt, ...] = ()
    waits: bool = False

    @property
    def provision(self) -> str:
        return self.place.anchor if self.place else ""

    @property
    def is_placed(self) -> bool:
        """Whether an act or a place is known: of a phrase both may stand below."""
        return self.act is not None or self.place is not None

    def with_unquoted(self, words: str, doubt: Doubt) -> "TextChange":
        places = [self.place] if self.place else []
        text = next(iter(wordings(places, words)), None)
        doubts = tuple(one for one in self.doubts if one is not Doubt.NO_WORDING)
        return replace(self, new_text=text, doubts=(*doubts, doubt), waits=False)


@dataclass(frozen=True, slots=True)
class Result:
    """What a paragraph says; `context` is what it says for those below it."""

    changes: tuple[TextChange, ...] = ()
    context: Context | None = None
