"""What acts do to one another, as plain values."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class EffectKind(StrEnum):
    AMENDS = "amends"
    SUPPLEMENTS = "supplements"
    REPLACES = "replaces"
    REPEALS = "repeals"
    REPLACES_PHRASE = "replaces_phrase"
    RENAMES = "renames"
    SUSPENDS = "suspends"
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
    }
)
"""Kinds that change what a text says; with SUSPENDS, those that change a status."""


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
    IN_FORCE = "in_force"
    PARTLY_ENDED = "partly_ended"
    ENDED = "ended"
    SUSPENDED = "suspended"
    PARTLY_SUSPENDED = "partly_suspended"
    APPLIED = "applied"
    REPLACED = "replaced"
    TIME_OVER = "time_over"


@dataclass(frozen=True, slots=True)
class Effect:
    """One act's effect on another (or on provisions of it), with its own date.

    It counts from `on`, that day included; without a date it never counts. `until` ends
    a suspension: the first day it no longer counts. `provision` is the anchor of what
    is changed, empty when the whole act is, or when the part is not known yet. `clause`
    quotes where the source says so. `new_text` is the wording it brings: of one that
    RENAMES the heading alone, of one that REPLACES_PHRASE what stands for `phrase` from
    then on, empty where the phrase goes.
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

    def counts_on(self, day: date) -> bool:
        """Whether it is confirmed and has begun; a suspension also has not ended."""
        if self.review is not ReviewState.CONFIRMED or self.on is None or day < self.on:
            return False
        ended = self.kind is EffectKind.SUSPENDS and self.until and day >= self.until
        return not ended

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

    `expires_on` is the first day it no longer applies. `is_local` decides how soon an
    act may take effect after signing.
    """

    id: Hashable
    is_normative: bool = True
    is_local: bool = True
    signed_on: date | None = None
    effective_from: date | None = None
    effective_clause: str = ""
    expires_on: date | None = None
    override: Override | None = None
    effects: tuple[Effect, ...] = ()
