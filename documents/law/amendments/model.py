"""What an act's own words say it does to others, before anybody has confirmed it."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from documents.law.citations import Citation
from documents.law.effects import EffectKind, Scope


class Doubt(StrEnum):
    """Why a proposal is less than certain."""

    NO_ACT = "no_act"
    OF_ITSELF = "of_itself"
    NO_PLACE = "no_place"
    OPEN_QUOTATION = "open_quotation"
    ONLY_PART_OF_PLACE = "only_part_of_place"
    EXCEPTIONS = "exceptions"
    TWO_DAYS = "two_days"
    NO_WORDING = "no_wording"
    NOT_QUOTED = "not_quoted"
    ACT_FROM_TITLE = "act_from_title"
    LAST_DAY_UNCLEAR = "last_day_unclear"
    DAY_NOT_SAID = "day_not_said"
    PERHAPS_PART = "perhaps_part"


class Sureness(StrEnum):
    CERTAIN = "certain"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"


_MINOR = {
    Doubt.NO_WORDING,
    Doubt.NOT_QUOTED,
    Doubt.ACT_FROM_TITLE,
    Doubt.LAST_DAY_UNCLEAR,
}


@dataclass(frozen=True, slots=True)
class NamedAct:
    """An act as the text names it; a law may be named without its number."""

    name: str
    citation: Citation | None = None

    @property
    def symbol(self) -> str:
        return str(self.citation.symbol) if self.citation else ""

    @property
    def key(self) -> str:
        return (self.symbol or self.name).casefold()


@dataclass(frozen=True, slots=True)
class Proposal:
    """One change of one place of one act.

    `provision` is the anchor of the place, empty for the whole act and where the text
    does not say it. `clause` is where this act says so ("khoản 1 Điều 1"), `quote` in
    which words. `new_text` is the wording it brings, None when none was found; of a
    phrase (`phrase`) what stands for it, empty where it goes. `on` is the day the text
    gives this change (`has_own_day`), else the one it gives the act; `until` that of an
    `Effect`. `start` is the place of the words in the text.
    """

    kind: EffectKind
    act: NamedAct | None
    scope: Scope
    provision: str
    clause: str
    quote: str
    start: int
    new_text: str | None = None
    phrase: str = ""
    on: dt.date | None = None
    until: dt.date | None = None
    has_own_day: bool = False
    doubts: tuple[Doubt, ...] = ()

    @property
    def sureness(self) -> Sureness:
        if not self.doubts:
            return Sureness.CERTAIN
        return Sureness.LIKELY if _MINOR.issuperset(self.doubts) else Sureness.DOUBTFUL

    @property
    def key(self) -> tuple[str, ...]:
        """What makes two of them the same change."""
        act = self.act.key if self.act else ""
        return (self.kind, act, self.scope, self.provision, self.phrase)
