"""What acts do to one another, as plain values."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from documents.law.effects.notice import LevelOfIssuer


class EffectKind(StrEnum):
    AMENDS = "amends"
    SUPPLEMENTS = "supplements"
    REPLACES = "replaces"
    REPEALS = "repeals"
    REPLACES_PHRASE = "replaces_phrase"
    RENAMES = "renames"
    SUSPENDS = "suspends"
    CORRECTS = "corrects"
    POSTPONES = "postpones"
    EXTENDS = "extends"
    ENDS_WITH = "ends_with"
    GUIDES = "guides"
    BASED_ON = "based_on"
    REFERS_TO = "refers_to"
    ANNOUNCES = "announces"


TEXT_KINDS = frozenset(
    {
        EffectKind.AMENDS,
        EffectKind.SUPPLEMENTS,
        EffectKind.REPLACES,
        EffectKind.REPEALS,
        EffectKind.REPLACES_PHRASE,
        EffectKind.RENAMES,
        EffectKind.CORRECTS,
    }
)
"""Kinds that change what a text says."""

TIME_KINDS = frozenset(
    {
        EffectKind.SUSPENDS,
        EffectKind.POSTPONES,
        EffectKind.EXTENDS,
        EffectKind.ENDS_WITH,
    }
)
"""Kinds that change when an act or a part of it applies, and no word of it."""

ENDING_KINDS = frozenset(
    {EffectKind.REPLACES, EffectKind.REPEALS, EffectKind.ENDS_WITH}
)
"""Kinds that end an act when they reach the whole of it."""

DATED_KINDS = frozenset({EffectKind.POSTPONES, EffectKind.EXTENDS})
"""Kinds of which `until` is the new day; none is none that anybody knows yet."""

PASSING_KINDS = (TEXT_KINDS - ENDING_KINDS) | {EffectKind.SUSPENDS}
"""Kinds that may be for a time: they no longer count from `until`."""


class Scope(StrEnum):
    """Whether an effect reaches the whole act or some of its provisions."""

    WHOLE = "whole"
    PART = "part"


class ReviewState(StrEnum):
    """A parser proposes, an editor confirms or rejects; only the confirmed count."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class Status(StrEnum):
    """Normative acts above, other documents in their own three words below."""

    UNKNOWN = "unknown"
    NOT_YET = "not_yet"
    PUT_OFF = "put_off"
    IN_FORCE = "in_force"
    PARTLY_ENDED = "partly_ended"
    ENDED = "ended"
    SUSPENDED = "suspended"
    PARTLY_SUSPENDED = "partly_suspended"
    APPLIED = "applied"
    REPLACED = "replaced"
    TIME_OVER = "time_over"


def puts_off_openly(kind: str, scope: str, until: date | None) -> bool:
    """Whether an effect of these puts its act off to a day that nobody has named."""
    is_whole = scope == Scope.WHOLE
    return kind == EffectKind.POSTPONES and is_whole and until is None


@dataclass(frozen=True, slots=True)
class Effect:
    """One act's effect on another (or on provisions of it), with its own date.

    It counts from `on`, that day included; without a date it never counts. `until` is
    the first day a suspension or a change for a time no longer counts, the first day
    of what is POSTPONED, and the first day an act whose term one EXTENDS is no longer
    in force. An act POSTPONED whole without it waits for another to name the day, see
    `named_days`. An act that lets a part of itself begin later postpones it: then
    `source` is `target` and `on` may be left out.

    `provision` is the anchor of what is changed, empty when the whole act is, or when
    the part is not known yet. `clause` quotes where the source says so. `new_text` is
    the wording it brings: of one that RENAMES the heading alone, of one that
    REPLACES_PHRASE, or CORRECTS one, what stands for `phrase` from then on, empty where
    the phrase goes.

    `source_ended_on` is the day its source ended whole, `source_held` the days
    from and until which it was suspended whole, if that began by `on`.
    """

    id: Hashable
    kind: EffectKind
    source: Hashable
    target: Hashable
    scope: Scope = Scope.PART
    provision: str = ""
    on: date | None = None
    until: date | None = None
    clause: str = ""
    review: ReviewState = ReviewState.PROPOSED
    new_text: str | None = None
    source_signed_on: date | None = None
    phrase: str = ""
    source_ended_on: date | None = None
    source_held: tuple[date, date | None] | None = None

    @property
    def is_void(self) -> bool:
        """Whether its source ended before, or on, the day it would begin.

        What ends with its source does so because that has ended.
        """
        return bool(
            self.kind is not EffectKind.ENDS_WITH
            and self.on
            and self.source_ended_on
            and self.source_ended_on <= self.on
        )

    @property
    def is_put_off_openly(self) -> bool:
        """Whether it puts its act off to a day that nobody knows yet."""
        return puts_off_openly(self.kind, self.scope, self.until)

    def has_begun(self, day: date) -> bool:
        """Whether it is confirmed, is not void or held up, and its day has come."""
        if self.review is not ReviewState.CONFIRMED or self.is_void:
            return False
        if self.on is None:
            return self.kind is EffectKind.POSTPONES and self.source == self.target
        return self.on <= day and not self._is_held(day)

    def counts_on(self, day: date) -> bool:
        """Whether it has begun and, where it is for a time, has not ended."""
        if not self.has_begun(day):
            return False
        if self.kind is EffectKind.POSTPONES:
            return self.is_put_off_openly or bool(self.until and day < self.until)
        passes = self.kind in PASSING_KINDS and self.until is not None
        return not (passes and self.until and day >= self.until)

    def _is_held(self, day: date) -> bool:
        """A suspended source has no effect of its own while it is suspended."""
        if not (self.on and self.source_held) or self.kind is EffectKind.ENDS_WITH:
            return False
        start, end = self.source_held
        return start <= self.on and start <= day and (end is None or day < end)

    @property
    def order(self) -> tuple[date, date, str]:
        """The order in which effects are applied, whatever order they come in."""
        signed = self.source_signed_on or date.min
        return (self.on or date.min, signed, f"{self.id!s:>20}")


@dataclass(frozen=True, slots=True)
class Override:
    """A status an editor quotes from elsewhere, with where it is stated."""

    status: Status
    source: str


@dataclass(frozen=True, slots=True)
class Regulation:
    """What a status is computed from. `effects` are those reaching this act.

    `expires_on` is the first day it no longer applies. `tier` decides how soon an act
    may take effect after signing.
    """

    id: Hashable
    is_normative: bool = True
    tier: LevelOfIssuer = LevelOfIssuer.PROVINCE
    signed_on: date | None = None
    effective_from: date | None = None
    effective_clause: str = ""
    expires_on: date | None = None
    override: Override | None = None
    effects: tuple[Effect, ...] = ()
