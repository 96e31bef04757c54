"""Rows of the library as the values its rules take, and what readers see of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from documents.enums import Confidence, IssuerLevel
from documents.law.effects import (
    Effect,
    EffectKind,
    LevelOfIssuer,
    Override,
    Regulation,
    ReviewState,
    Scope,
    Status,
)
from documents.models.wording import STATUS_LABELS
from portal.models.places import LocalityKind

STATUS_CSS = {
    Status.UNKNOWN: "chk",
    Status.NOT_YET: "soon",
    Status.PUT_OFF: "soon",
    Status.IN_FORCE: "ok",
    Status.PARTLY_ENDED: "part",
    Status.ENDED: "off",
    Status.SUSPENDED: "off",
    Status.PARTLY_SUSPENDED: "part",
    Status.APPLIED: "ok",
    Status.REPLACED: "off",
    Status.TIME_OVER: "off",
}

_TIERS = {
    LocalityKind.DISTRICT.value: LevelOfIssuer.DISTRICT,
    LocalityKind.COMMUNE.value: LevelOfIssuer.COMMUNE,
    LocalityKind.WARD.value: LevelOfIssuer.COMMUNE,
}


@dataclass(frozen=True, slots=True)
class ShownStatus:
    """An effect status as readers see it: `css` picks the chip's shape."""

    code: str
    label: str
    css: str


def shown_status(code: str) -> ShownStatus:
    """The chip of a status code; what is unknown is under review."""
    status = Status(code)
    short = _("Under review") if status is Status.UNKNOWN else STATUS_LABELS[status]
    return ShownStatus(status.value, short, STATUS_CSS[status])


def to_effect(row) -> Effect:
    """An effect row with its source joined."""
    return Effect(
        id=row.pk,
        kind=EffectKind(row.kind),
        source=row.source_id,
        target=row.target_id,
        scope=Scope(row.scope),
        provision=row.provision,
        on=row.effective_on,
        until=row.until,
        clause=row.quote or row.clause,
        review=ReviewState(row.review),
        new_text=_new_text(row),
        phrase=row.phrase,
        source_signed_on=row.source.signed_on,
        source_ended_on=getattr(row, "source_ended_on", None),
        source_held=_held(row),
    )


def _held(row) -> tuple[date, date | None] | None:
    """When its source was suspended; only rows read `with_fate` know."""
    start = getattr(row, "source_held_from", None)
    return (start, row.source_held_until) if start else None


def _new_text(row) -> str | None:
    """Empty only where a phrase goes; else nothing has been entered yet."""
    if row.phrase:
        return row.new_text
    return row.new_text or None


def tier_of(level: str, place: str = "") -> LevelOfIssuer:
    """Whose acts an issuer's are, by its level and the kind of its territory."""
    if level == IssuerLevel.CENTRAL:
        return LevelOfIssuer.CENTRAL
    return _TIERS.get(place, LevelOfIssuer.PROVINCE)


def to_regulation(act, rows: Iterable) -> Regulation:
    """An act and the effects reaching it; an unverified day counts as not known."""
    verified = act.confidence == Confidence.VERIFIED
    override = None
    if act.override_status:
        override = Override(Status(act.override_status), act.override_source)
    return Regulation(
        id=act.pk,
        is_normative=act.is_normative,
        tier=tier_of(act.issuer.level),
        signed_on=act.signed_on,
        effective_from=act.effective_from if verified else None,
        effective_clause=act.effective_quote,
        expires_on=act.expires_on,
        override=override,
        effects=tuple(map(to_effect, rows)),
    )
