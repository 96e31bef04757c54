"""What the bulk files hold: public facts only, one flat row a thing."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from documents.enums import Confidence
from documents.initiatives.rows import applied_counts
from documents.law.effects import Effect, Regulation, Scope, begins_on, ends_on
from documents.law.effects.model import DATED_KINDS
from documents.models import InitiativePage, RegulationPage
from documents.models.effects import RegulationEffect
from documents.models.status import shown_status, to_effect

Row = dict[str, str | int | bool | None]
_CHUNK = 500


@dataclass(frozen=True)
class Collection:
    """`rows(on)` gives each row with exactly the `fields`, by the state of the day."""

    name: str
    title: object
    fields: tuple[str, ...]
    rows: Callable[[date], Iterator[Row]]


_ACT = (
    "symbol",
    "title",
    "type",
    "issuer",
    "issuers",
    "signed_on",
    "gazette_number",
    "gazette_on",
    "effective_from",
    "expires_on",
    "status",
    "status_label",
    "status_on",
    "summary",
    "source_url",
    "url",
    "is_sample",
    "begins_on",
    "ends_on",
)
_RELATION = (
    "source",
    "source_url",
    "kind",
    "target",
    "target_url",
    "scope",
    "provision",
    "effective_on",
    "until",
    "clause",
)
_INITIATIVE = (
    "code",
    "title",
    "summary",
    "problem",
    "solution",
    "field",
    "unit",
    "place",
    "level",
    "year",
    "cost_vnd",
    "effort",
    "applied_elsewhere",
    "url",
    "is_sample",
)


def _acts(on: date) -> Iterator[Row]:
    found = RegulationPage.objects.for_listing(on).only(
        "title",
        "url_path",
        "path",
        "depth",
        "summary",
        "is_sample",
        "symbol",
        "signed_on",
        "gazette_number",
        "gazette_on",
        "effective_from",
        "expires_on",
        "confidence",
        "source_url",
        "type__name",
        "issuer__name",
    )
    moving = _moving_effects()
    for act in found.order_by("pk").iterator(chunk_size=_CHUNK):
        begins, ends = _term(act, moving.get(act.pk, ()), on)
        status = shown_status(act.status_code)
        yield {
            "symbol": act.symbol,
            "title": act.title,
            "type": act.type.name,
            "issuer": act.issuer.name,
            "issuers": "; ".join(issuer.name for issuer in act.issuers),
            "signed_on": _iso(act.signed_on),
            "gazette_number": act.gazette_number,
            "gazette_on": _iso(act.gazette_on),
            "effective_from": _iso(act.effective_from),
            "expires_on": _iso(act.expires_on),
            "status": status.code,
            "status_label": str(status.label),
            "status_on": on.isoformat(),
            "summary": act.summary,
            "source_url": act.source_url,
            "url": _address(act),
            "is_sample": act.is_sample,
            "begins_on": _iso(begins),
            "ends_on": _iso(ends),
        }


def _moving_effects() -> dict[int, list[Effect]]:
    """What puts whole acts off or makes their terms longer, by act; there are few."""
    # Of another room's manager the checker sees no methods.
    rows = RegulationEffect.objects.in_force()  # type: ignore[attr-defined]
    rows = rows.filter(kind__in=DATED_KINDS, scope=Scope.WHOLE).only_deciding()
    found: dict[int, list[Effect]] = {}
    for row in rows:
        found.setdefault(row.target_id, []).append(to_effect(row))
    return found


def _term(act, effects: Iterable[Effect], on: date) -> tuple[date | None, date | None]:
    """The days it begins and ends as that counts on a day; none unless verified."""
    if act.confidence != Confidence.VERIFIED:
        return None, None
    judged = Regulation(
        act.pk,
        effective_from=act.effective_from,
        expires_on=act.expires_on,
        effects=tuple(effects),
    )
    return begins_on(judged, on), ends_on(judged, on)


def _relations(on: date) -> Iterator[Row]:
    """Confirmed ones between two public acts."""
    public = RegulationPage.objects.live().public()
    # Of another room's manager the checker sees no methods.
    effects = RegulationEffect.objects.in_force()  # type: ignore[attr-defined]
    rows = effects.filter(source__in=public, target__in=public)
    rows = rows.select_related("source", "target").order_by("source_id", "pk")
    for row in rows.iterator(chunk_size=_CHUNK):
        yield {
            "source": row.source.symbol,
            "source_url": _address(row.source),
            "kind": row.kind,
            "target": row.target.symbol,
            "target_url": _address(row.target),
            "scope": row.scope,
            "provision": row.provision,
            "effective_on": _iso(row.effective_on),
            "until": _iso(row.until),
            "clause": row.clause,
        }


def _initiatives(on: date) -> Iterator[Row]:
    applied = applied_counts()
    found = InitiativePage.objects.for_listing(
        "code",
        "problem",
        "solution",
        "level",
        "year",
        "cost",
        "effort",
        "field__name",
        "unit__name",
        "locality__name",
        "locality__kind",
    )
    for page in found.order_by("pk").iterator(chunk_size=_CHUNK):
        yield {
            "code": page.code,
            "title": page.title,
            "summary": page.summary,
            "problem": page.problem,
            "solution": page.solution,
            "field": page.field.name,
            "unit": page.unit.name if page.unit else None,
            "place": str(page.locality) if page.locality else None,
            "level": page.level or None,
            "year": page.year,
            "cost_vnd": page.cost,
            "effort": page.effort or None,
            "applied_elsewhere": applied.get(page.pk, 0),
            "url": _address(page),
            "is_sample": page.is_sample,
        }


COLLECTIONS = (
    Collection("van-ban", _("Regulations"), _ACT, _acts),
    Collection(
        "quan-he-van-ban", _("Relations between regulations"), _RELATION, _relations
    ),
    Collection("sang-kien", _("Initiatives"), _INITIATIVE, _initiatives),
)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _address(page) -> str:
    return f"{settings.SITE_URL}{page.get_url()}"
