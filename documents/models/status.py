"""Rows of the library as the values its rules take, and what readers see of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from documents.enums import Confidence, IssuerLevel
from documents.law.effects import (
    Effect,
    EffectKind,
    Override,
    Regulation,
    ReviewState,
    Scope,
    Status,
)
from documents.models.wording import STATUS_LABELS

STATUS_CSS = {
    Status.UNKNOWN: "chk",
    Status.NOT_YET: "soon",
    Status.IN_FORCE: "ok",
    Status.PARTLY_ENDED: "part",
    Status.ENDED: "off",
    Status.SUSPENDED: "off",
    Status.PARTLY_SUSPENDED: "part",
    Status.APPLIED: "ok",
    Status.REPLACED: "off",
    Status.TIME_OVER: "off",
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
    )


def _new_text(row) -> str | None:
    """Empty only where a phrase goes; else nothing has been entered yet."""
    if row.kind == EffectKind.REPLACES_PHRASE and row.phrase:
        return row.new_text
    return row.new_text or None


def to_regulation(act, rows: Iterable) -> Regulation:
    """An act and the effects reaching it; an unverified day counts as not known."""
    verified = act.confidence == Confidence.VERIFIED
    override = None
    if act.override_status:
        override = Override(Status(act.override_status), act.override_source)
    return Regulation(
        id=act.pk,
        is_normative=act.is_normative,
        is_local=act.issuer.level != IssuerLevel.CENTRAL,
        signed_on=act.signed_on,
        effective_from=act.effective_from if verified else None,
        effective_clause=act.effective_quote,
        expires_on=act.expires_on,
        override=override,
        effects=tuple(map(to_effect, rows)),
    )
