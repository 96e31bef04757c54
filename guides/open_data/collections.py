"""What the bulk files hold: public facts only, one flat row a thing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from documents.initiatives.rows import applied_counts
from documents.models import InitiativePage, RegulationPage
from documents.models.effects import RegulationEffect
from documents.models.status import shown_status

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
        "source_url",
        "type__name",
        "issuer__name",
    )
    for act in found.order_by("pk").iterator(chunk_size=_CHUNK):
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
        }


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
